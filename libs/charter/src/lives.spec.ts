import {
  AGENDA,
  APPLICATION,
  CALL,
  COMMITMENT,
  CONTRIBUTION,
  ELECTION,
  inLife,
  type Life,
  LIVES,
  MANDATE,
  MEETING,
  MINUTES,
  nextStates,
  PLAN,
  type StateOf,
  whileIn,
  WORKING_GROUP,
} from './lives.js';
import { judge, law } from './rule.js';

describe.each(Object.entries<Life<string>>(LIVES))('the life of %s', (_, life) => {
  const states = Object.keys(life.states);

  it('leads only to states that exist, each once', () => {
    expect(states).toContain(life.begins);
    for (const state of states) {
      const next = nextStates(life, state);
      for (const following of next) expect(states).toContain(following);
      expect(new Set(next).size).toBe(next.length);
    }
  });

  it('reaches every state from its beginning', () => {
    const reached = new Set([life.begins]);
    for (const state of reached) for (const following of nextStates(life, state)) reached.add(following);
    expect([...reached].toSorted()).toEqual([...states].toSorted());
  });

  it('names the thing and every state in both languages, differently', () => {
    for (const language of ['fr', 'en'] as const) {
      expect(life.thing[language]).toMatch(/^\p{Lu}/u);
      const names = Object.values(life.states).map(({ name }) => name[language]);
      expect(names.every((name) => name.trim() !== '')).toBe(true);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('what the domain says of lives', () => {
  const stepsOf = (life: Life<string>): Record<string, readonly string[]> =>
    Object.fromEntries(Object.entries(life.states).map(([state, { next }]) => [state, next]));

  it('an election votes again after a count, and nothing cancels a count', () => {
    expect(stepsOf(ELECTION)).toEqual({
      DRAFT: ['NOMINATIONS', 'CANCELLED'],
      NOMINATIONS: ['VOTING', 'FAILED', 'CANCELLED'],
      VOTING: ['CLOSED', 'CANCELLED'],
      CLOSED: ['COUNTED', 'CANCELLED'],
      COUNTED: ['VOTING', 'PROCLAIMED', 'FAILED'],
      PROCLAIMED: ['ANNULLED'],
      FAILED: [],
      ANNULLED: [],
      CANCELLED: [],
    });
  });

  it('a meeting without quorum is convened again', () => {
    expect(stepsOf(MEETING)).toEqual({
      PLANNED: ['CONVENED', 'CANCELLED'],
      CONVENED: ['IN_SESSION', 'WITHOUT_QUORUM', 'CANCELLED'],
      WITHOUT_QUORUM: ['CONVENED', 'CANCELLED'],
      IN_SESSION: ['HELD'],
      HELD: [],
      CANCELLED: [],
    });
  });

  it('the others go their way', () => {
    expect(stepsOf(CALL)).toEqual({
      DRAFT: ['OPEN'],
      OPEN: ['CLOSED'],
      CLOSED: ['DECIDED'],
      DECIDED: [],
    });
    expect(nextStates(APPLICATION, 'SUBMITTED')).toEqual(['ADMITTED', 'DECLINED', 'WITHDRAWN']);
    expect(stepsOf(AGENDA)).toEqual({ DRAFT: ['PUBLISHED'], PUBLISHED: ['DRAFT'] });
    expect(stepsOf(MINUTES)).toEqual({
      DRAFT: ['CIRCULATED'],
      CIRCULATED: ['APPROVED'],
      APPROVED: ['PUBLISHED'],
      PUBLISHED: ['PUBLISHED'],
    });
    expect(stepsOf(MANDATE)).toEqual({ IN_FORCE: ['ACTING', 'ENDED'], ACTING: ['ENDED'], ENDED: [] });
    expect(stepsOf(WORKING_GROUP)).toEqual({ PROPOSED: ['SET_UP'], SET_UP: ['CLOSED'], CLOSED: [] });
    expect(nextStates(PLAN, 'ENDED')).toEqual(['ASSESSED']);
    expect(nextStates(CONTRIBUTION, 'SUBMITTED')).toEqual(['UNDER_REVIEW', 'WITHDRAWN', 'MODERATED']);
    expect(nextStates(COMMITMENT, 'ADOPTED')).toEqual(['UNDER_WAY']);
  });
});

describe('LIFE', () => {
  interface Facts {
    readonly meeting: { readonly state: StateOf<typeof MEETING> };
  }
  const openSession = law<Facts>('openSession', [
    inLife(MEETING, 'IN_SESSION', ({ meeting }) => meeting.state),
  ]);
  const recordAttendance = law<Facts>('recordAttendance', [
    whileIn(MEETING, ['CONVENED', 'IN_SESSION'], ({ meeting }) => meeting.state),
  ]);

  it('lets a convened meeting open, and nobody open another', () => {
    const opening = (Object.keys(MEETING.states) as StateOf<typeof MEETING>[]).filter(
      (state) => judge(openSession, { meeting: { state } }).length === 0,
    );
    expect(opening).toEqual(['CONVENED']);
  });

  it('names the thing, its state and the next states', () => {
    expect(judge(openSession, { meeting: { state: 'PLANNED' } })).toEqual([
      {
        rule: 'LIFE',
        reason: {
          fr: 'La réunion est à l’état « prévue » : le passage à l’état « en séance » n’est pas possible. Peut suivre : « convoquée » ou « annulée ».',
          en: 'The meeting is “planned”: it cannot become “in session” now. What may follow: “convened” or “cancelled”.',
        },
      },
    ]);
  });

  it('says that nothing follows a last state', () => {
    expect(judge(openSession, { meeting: { state: 'HELD' } })[0]?.reason).toEqual({
      fr: 'La réunion est à l’état « tenue » : le passage à l’état « en séance » n’est pas possible. Aucun autre état ne peut suivre.',
      en: 'The meeting is “held”: it cannot become “in session” now. No other state can follow.',
    });
  });

  it('keeps an act that changes no state within its states', () => {
    expect(judge(recordAttendance, { meeting: { state: 'IN_SESSION' } })).toEqual([]);
    expect(judge(recordAttendance, { meeting: { state: 'HELD' } })).toEqual([
      {
        rule: 'LIFE',
        reason: {
          fr: 'La réunion est à l’état « tenue » : cet acte suppose l’état « convoquée » ou « en séance ». Aucun autre état ne peut suivre.',
          en: 'The meeting is “held”: this act takes place while it is “convened” or “in session”. No other state can follow.',
        },
      },
    ]);
  });
});
