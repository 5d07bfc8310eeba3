import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COLLEGES, type College } from '@hemicycle/kernel';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

const election = (college: College): object => ({
  kind: 'ELECTION',
  titleFr: `Coprésidence, ${college}`,
  titleEn: `Co-chair, ${college}`,
  office: 'CO_CHAIR',
  college,
});
const OTHER_BUSINESS = { kind: 'DISCUSSION', titleFr: 'Divers', titleEn: 'Other business' };

const drafts = async ({ secretary, id }: Plenary, items: readonly object[]): Promise<void> => {
  done(await secretary.does('draftAgenda', { meetingId: id, items }));
};
const turns = (
  { id }: Plenary,
  voice: Voice,
  { key = 'COMMITTEE', version = 1 }: { key?: string; version?: number } = {},
): Promise<Json> => voice.does('turnKey', { meetingId: id, version, key });
const convenes = ({ secretary, id }: Plenary): Promise<Json> =>
  secretary.does(
    'conveneMeeting',
    { meetingId: id },
    '... on Meeting { state convocations { number ground agendaVersion } elections { state } }',
  );
const agendaOf = async ({ id }: Plenary, voice: Voice): Promise<Json> =>
  (
    await voice.reads(
      `query ($id: ID!) { meeting(id: $id) { agenda { version state keys { key college byMember turnedBy { name } } } } }`,
      { id },
    )
  ).meeting.agenda;

describe('a first plenary for which nobody stands', () => {
  let first: Plenary;
  let next: Plenary;
  let elections: Record<College, string>;
  beforeAll(async () => {
    first = await Plenary.planned();
    elections = await first.convened();
    await first.opened();
  });
  afterAll(() => first?.forum.close());

  it('closes once both failures are recorded (C3-FIRST-PLENARY), and there is no committee', async () => {
    expect(await first.closes(first.president())).toBeRefusedBy('C3-FIRST-PLENARY');
    for (const college of COLLEGES) {
      const electionId = elections[college];
      done(await first.president().does('orderPoll', { electionId }));
      done(await first.secretary.does('recordFailure', { electionId }));
    }
    await first.ratifies();
    expect(await first.closes(first.president())).toMatchObject({ state: 'HELD' });
    next = await first.another('2024-09-12');
  });

  it('leaves the next agenda to two members of each college, for elections only (C3-AGENDA)', async () => {
    await drafts(next, [OTHER_BUSINESS, ...COLLEGES.map(election)]);
    expect(await turns(next, first.founder)).toBeRefusedBy('C3-AGENDA');
    const general = await turns(next, next.member('GOVERNMENT', 1));
    expect(general).toBeRefusedBy('C3-AGENDA');
    expect(general.violations[0].reason).toContain('Version 1 carries other items');
    await drafts(next, COLLEGES.map(election));
    for (const college of COLLEGES) await next.call(college);
    done(await turns(next, next.secretary, { key: 'SECRETARIAT', version: 2 }));
    expect(await convenes(next)).toBeRefusedBy('C3-AGENDA');
  });

  it('shows them the draft, and whose turn is missing', async () => {
    expect(await agendaOf(next, next.forum.anyone)).toBeNull();
    expect(await agendaOf(next, next.member('CIVIL_SOCIETY', 2))).toEqual({
      version: 2,
      state: 'DRAFT',
      keys: [
        { key: 'SECRETARIAT', college: null, byMember: false, turnedBy: { name: 'Secretary' } },
        ...['COMMITTEE', 'URGENCY'].flatMap((key) =>
          COLLEGES.flatMap((college) => [1, 2].map(() => ({ key, college, byMember: true, turnedBy: null }))),
        ),
      ],
    });
  });

  it('takes two of a college, not one twice, nor three, nor the members of the other (C3-AGENDA)', async () => {
    const second = { version: 2 };
    const ana = next.member('GOVERNMENT', 1);
    done(await turns(next, ana, second));
    const again = await turns(next, ana, second);
    expect(again).toBeRefusedBy('C3-AGENDA');
    expect(again.violations[0].reason).toContain('another member of the college has to turn hers');
    const half = await convenes(next);
    expect(half.violations[0].reason).toContain('a second member of the government college');
    const hands = await Promise.all(
      [2, 3, 4, 5].map((place) => turns(next, next.member('GOVERNMENT', place), second)),
    );
    expect(hands.filter(({ __typename }) => __typename === 'Meeting')).toHaveLength(1);
    expect(await convenes(next)).toBeRefusedBy('C3-AGENDA');
    const same = await Promise.all(
      Array.from({ length: 5 }, () => turns(next, next.member('CIVIL_SOCIETY', 1), second)),
    );
    expect(same.filter(({ __typename }) => __typename === 'Meeting')).toHaveLength(1);
    done(await turns(next, next.member('CIVIL_SOCIETY', 2), second));
    expect(await convenes(next)).toMatchObject({
      state: 'CONVENED',
      convocations: [{ ground: 'TWO_KEYS', agendaVersion: 2 }],
      elections: [{ state: 'NOMINATIONS' }, { state: 'NOMINATIONS' }],
    });
  });
});

describe('a committee that lost a co-chair', () => {
  let held: Plenary;
  let next: Plenary;
  let government: MemberVoice;
  beforeAll(async () => {
    held = await (await Plenary.planned()).held();
    government = held.member('GOVERNMENT', 3);
    const lost = held.member('CIVIL_SOCIETY', 3);
    const { committee } = await held.forum.anyone.reads('{ committee { coChairs { id college } } }');
    const { id: mandateId } = committee.coChairs.find((one: Json) => one.college === 'CIVIL_SOCIETY');
    done(await lost.does('resignMandate', { mandateId, lastOn: '2024-06-20' }));
    await held.goTo('2024-06-21');
    next = await held.another('2024-09-12');
  });
  afterAll(() => held?.forum.close());

  it('agrees by the one who is left and two members of the other college (C3-AGENDA)', async () => {
    await drafts(next, [election('CIVIL_SOCIETY')]);
    await next.call('CIVIL_SOCIETY');
    done(await turns(next, next.secretary, { key: 'SECRETARIAT' }));
    expect(await turns(next, next.member('GOVERNMENT', 1))).toBeRefusedBy('C3-AGENDA');
    done(await turns(next, government));
    done(await turns(next, next.member('CIVIL_SOCIETY', 1)));
    done(await turns(next, next.member('CIVIL_SOCIETY', 2)));
    const shown = await agendaOf(next, government);
    expect(shown.keys.filter(({ key }: Json) => key === 'COMMITTEE')).toEqual([
      { key: 'COMMITTEE', college: 'GOVERNMENT', byMember: false, turnedBy: { name: 'GOVERNMENT 3' } },
      { key: 'COMMITTEE', college: 'CIVIL_SOCIETY', byMember: true, turnedBy: { name: 'CIVIL_SOCIETY 1' } },
      { key: 'COMMITTEE', college: 'CIVIL_SOCIETY', byMember: true, turnedBy: { name: 'CIVIL_SOCIETY 2' } },
    ]);
  });

  it('agrees so to an urgency too (NOTICE)', async () => {
    await next.goTo('2024-09-05');
    const urgent = { meetingId: next.id, urgencyReason: 'The seat is vacant.' };
    for (const voice of [government, next.member('CIVIL_SOCIETY', 4)]) {
      done(await turns(next, voice, { key: 'URGENCY' }));
    }
    const missing = await next.secretary.does('conveneMeeting', urgent);
    expect(missing).toBeRefusedBy('NOTICE');
    expect(missing.violations[0].reason).toContain('a second member of the civil-society college');
    done(await turns(next, next.member('CIVIL_SOCIETY', 5), { key: 'URGENCY' }));
    expect(await next.secretary.does('conveneMeeting', urgent)).toBeDone();
  });

  it('agrees so to a move, which waits for each once others agreed (NOTICE, C3-AGENDA)', async () => {
    const agrees = (voice: Voice): Promise<Json> =>
      voice.does('agreeToMove', { meetingId: next.id, version: 1, forDay: '2024-09-09' });
    const needs = async (voice: Voice): Promise<Json[]> =>
      (await voice.reads('{ whatNeedsMe { act about rule { id } } }')).whatNeedsMe.filter(
        ({ act }: Json) => act === 'agreeToMove',
      );
    const mayAgree = async (voice: Voice): Promise<boolean> => {
      const { meeting } = await voice.reads(
        'query ($id: ID!) { meeting(id: $id) { permitted { action allowed } } }',
        { id: next.id },
      );
      return meeting.permitted.find(({ action }: Json) => action === 'agreeToMove').allowed;
    };
    const [one, another] = [next.member('CIVIL_SOCIETY', 1), next.member('CIVIL_SOCIETY', 2)];
    expect(await mayAgree(one)).toBe(true);
    expect(await mayAgree(next.member('GOVERNMENT', 1))).toBe(false);
    expect(await needs(one)).toEqual([]);
    done(await agrees(government));
    expect(await needs(one)).toEqual([
      { act: 'agreeToMove', about: '9 September 2024', rule: { id: 'NOTICE' } },
    ]);
    expect(await needs(next.member('GOVERNMENT', 1))).toEqual([]);
    done(await agrees(one));
    expect(await needs(one)).toEqual([]);
    expect(await agrees(one)).toBeRefusedBy('C3-AGENDA');
    const move = {
      meetingId: next.id,
      basedOnMove: 0,
      startsAt: '2024-09-09T12:00:00Z',
      place: 'Sénat',
      reason: 'La salle est requise.',
      urgencyReason: 'Le siège est vacant.',
    };
    expect(await next.secretary.does('moveMeeting', move)).toBeRefusedBy('NOTICE');
    expect(await needs(another)).toHaveLength(1);
    done(await agrees(another));
    expect(await needs(another)).toEqual([]);
    expect(await next.secretary.does('moveMeeting', move)).toBeDone();
  });
});

describe('a committee whose terms have ended with no successor', () => {
  let next: Plenary;
  beforeAll(async () => {
    const held = await (await Plenary.planned()).held();
    await held.goTo('2026-12-20');
    next = await held.another('2027-02-11');
    await drafts(next, COLLEGES.map(election));
    for (const college of COLLEGES) await next.call(college);
    done(await turns(next, next.secretary, { key: 'SECRETARIAT' }));
  });
  afterAll(() => next?.forum.close());

  it('has its keys as long as it acts, and leaves them to two members of each college afterwards (ACTING, C3-AGENDA)', async () => {
    expect(await turns(next, next.member('GOVERNMENT', 1))).toBeRefusedBy('C3-AGENDA');
    await next.goTo('2026-12-21');
    done(await turns(next, next.member('GOVERNMENT', 1)));
    // Who acted is one of two, like any other member.
    for (const place of [3, 1]) done(await turns(next, next.member('CIVIL_SOCIETY', place)));
    const shown = await agendaOf(next, next.member('GOVERNMENT', 3));
    expect(shown.keys.filter(({ key }: Json) => key === 'COMMITTEE')).toMatchObject([
      { college: 'GOVERNMENT', byMember: true, turnedBy: { name: 'GOVERNMENT 1' } },
      { college: 'GOVERNMENT', byMember: true, turnedBy: null },
      { college: 'CIVIL_SOCIETY', byMember: true, turnedBy: { name: 'CIVIL_SOCIETY 3' } },
      { college: 'CIVIL_SOCIETY', byMember: true, turnedBy: { name: 'CIVIL_SOCIETY 1' } },
    ]);
    expect(await convenes(next)).toBeRefusedBy('C3-AGENDA');
    done(await turns(next, next.member('GOVERNMENT', 2)));
    expect(await convenes(next)).toMatchObject({ convocations: [{ ground: 'TWO_KEYS' }] });
  });
});

describe('ten days of silence', () => {
  let held: Plenary;
  beforeAll(async () => {
    held = await (await Plenary.planned()).held();
    await held.goTo('2024-06-21');
    const { committee } = await held.forum.anyone.reads('{ committee { coChairs { id college } } }');
    const mandate = committee.coChairs.find((one: Json) => one.college === 'GOVERNMENT');
    const leaving = { mandateId: mandate.id, lastOn: '2024-12-31' };
    done(await held.member('GOVERNMENT', 3).does('resignMandate', leaving));
  });
  afterAll(() => held?.forum.close());

  it('let the secretariat convene on elections, and on nothing else (C3-AGENDA)', async () => {
    const plenary = await held.another('2024-09-12');
    await drafts(plenary, [OTHER_BUSINESS]);
    done(await turns(plenary, plenary.secretary, { key: 'SECRETARIAT' }));
    await plenary.goTo('2024-07-10');
    expect(await convenes(plenary)).toBeRefusedBy('C3-AGENDA');
    await drafts(plenary, [election('GOVERNMENT')]);
    await plenary.call('GOVERNMENT');
    expect(await convenes(plenary)).toBeRefusedBy('C3-AGENDA');
    done(await turns(plenary, plenary.secretary, { key: 'SECRETARIAT', version: 2 }));
    await plenary.goTo('2024-07-19');
    const early = await convenes(plenary);
    expect(early).toBeRefusedBy('C3-AGENDA');
    expect(early.violations[0].reason).toContain('from 20 July 2024 on');
    await plenary.goTo('2024-07-20');
    const { meeting } = await plenary.secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { permitted { action allowed } } }',
      { id: plenary.id },
    );
    expect(meeting.permitted).toContainEqual({ action: 'conveneMeeting', allowed: true });
    expect(await convenes(plenary)).toMatchObject({
      state: 'CONVENED',
      convocations: [{ number: 1, ground: 'SILENCE', agendaVersion: 2 }],
    });
    const letters = await plenary.forum.letters();
    expect(letters[0]?.letter.text).toContain('the second was not turned within ten days');
  });

  it('do for a second convocation on the same agenda (QUORUM)', async () => {
    const { meetings } = await held.forum.anyone.reads('{ meetings(first: 1) { nodes { id } } }');
    const [{ id: meetingId }] = meetings.nodes;
    await held.goTo('2024-09-12', '14:00');
    done(await held.secretary.does('declareNoQuorum', { meetingId }));
    const again = { meetingId, startsAt: '2024-09-18T12:00:00Z' };
    expect(
      await held.secretary.does(
        'conveneMeeting',
        again,
        '... on Meeting { convocations { number ground quorumRequired agendaVersion } }',
      ),
    ).toMatchObject({
      convocations: [
        { number: 1, ground: 'SILENCE', quorumRequired: true, agendaVersion: 2 },
        { number: 2, ground: 'SILENCE', quorumRequired: false, agendaVersion: 2 },
      ],
    });
  });
});

describe('the silence of the founding group', () => {
  let plenary: Plenary;
  beforeAll(async () => {
    plenary = await Plenary.planned({ on: '2024-07-04' });
  });
  afterAll(() => plenary?.forum.close());

  it('does not keep the first plenary from electing either (C3-AGENDA)', async () => {
    await drafts(plenary, COLLEGES.map(election));
    for (const college of COLLEGES) await plenary.call(college);
    done(await turns(plenary, plenary.secretary, { key: 'SECRETARIAT' }));
    expect(await turns(plenary, plenary.member('GOVERNMENT', 1))).toBeRefusedBy('C3-AGENDA');
    await plenary.goTo('2024-06-09');
    expect(await convenes(plenary)).toBeRefusedBy('C3-AGENDA');
    await plenary.goTo('2024-06-10');
    expect(await convenes(plenary)).toMatchObject({ convocations: [{ ground: 'SILENCE' }] });
  });
});

describe('a founding group without a member left', () => {
  it('leaves the first agenda to two members of each college, for elections only (C3-AGENDA)', async () => {
    const plenary = await Plenary.planned();
    await plenary.forum.database.query(`UPDATE founding_group_membership SET until_on = $1`, [
      plenary.forum.today,
    ]);
    await plenary.goTo('2024-06-01');
    await drafts(plenary, COLLEGES.map(election));
    for (const college of COLLEGES) await plenary.call(college);
    done(await turns(plenary, plenary.secretary, { key: 'SECRETARIAT' }));
    expect(await turns(plenary, plenary.founder)).toBeRefusedBy('C3-AGENDA');
    for (const college of COLLEGES) {
      for (const place of [1, 2]) done(await turns(plenary, plenary.member(college, place)));
    }
    expect(await convenes(plenary)).toMatchObject({ convocations: [{ ground: 'TWO_KEYS' }] });
    await plenary.forum.close();
  });
});
