import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DailyTasks } from '@hemicycle/jobs';
import type { Message } from '@hemicycle/mail';
import type { Json, Voice } from '../support/forum.js';
import '../support/matchers.js';
import { done, Plenary } from '../support/plenary.js';

describe('what members are told of', () => {
  let plenary: Plenary;
  let election: string;
  let minutesId: string;
  let declining: Voice;

  beforeAll(async () => {
    plenary = await Plenary.planned();
    declining = plenary.member('GOVERNMENT', 5);
    await declining.reads(
      `mutation { setMailPreferences(input: { preferences: [
        { topic: RESULTS, delivery: NEVER }, { topic: MINUTES, delivery: NEVER }
      ] }) { optional { topic } } }`,
    );
  });
  afterAll(() => plenary.forum.close());

  /** Every letter about something, and the addresses to which it went, in order. */
  const about = async (subject: string): Promise<{ letters: Message[]; to: string[] }> => {
    const letters = (await plenary.forum.letters()).filter(({ letter }) => letter.subject.includes(subject));
    return { letters, to: letters.map(({ to }) => to).toSorted() };
  };
  const addresses = async (voices: readonly Voice[]): Promise<string[]> => {
    const rows = await plenary.forum.database.query<{ email: string }>(
      'SELECT email FROM person WHERE id = ANY ($1)',
      [voices.map(({ personId }) => personId)],
    );
    return rows.map(({ email }) => email).toSorted();
  };
  const morning = async (on: string): Promise<void> => {
    await plenary.goTo(on, '07:30');
    await plenary.forum.api.get(DailyTasks, { strict: false }).begin();
    await plenary.forum.settled();
  };

  it('an interest that whoever presides recorded in one’s name, at once, and how to deny it', async () => {
    const elections = await plenary.convened();
    election = elections.GOVERNMENT;
    await plenary.goTo('2024-06-20', '14:00');
    await plenary.everybodyPresent();
    const itemId = await plenary.ratificationItem();
    const own = plenary.member('CIVIL_SOCIETY', 2);
    const declare = (voice: Voice, memberId: string): Promise<Json> =>
      voice.does('declareInterest', { meetingId: plenary.id, itemId, memberId });
    done(await declare(own, own.memberId));
    expect((await about('interest is recorded')).letters).toEqual([]);
    done(await plenary.president().does('openSession', { meetingId: plenary.id }));
    const other = plenary.member('CIVIL_SOCIETY', 3);
    done(await declare(plenary.president(), other.memberId));
    const { letters, to } = await about('interest is recorded');
    expect(to).toEqual(await addresses([other]));
    expect(letters[0]?.letter.text).toContain('“Ratification of the rules of procedure”');
    expect(letters[0]?.letter.text).toContain(`/meetings/${plenary.id}`);
    // Nobody declines it.
    expect(letters[0]?.letter.text).not.toContain('unsubscribe');
    done(await other.does('denyInterest', { meetingId: plenary.id, itemId }));
  });

  it('the result of an election, once it is proclaimed and not before, without a figure', async () => {
    const candidate = plenary.member('GOVERNMENT', 3);
    const candidacy = await plenary.stands(candidate, election);
    await plenary.round(election, 'GOVERNMENT', [candidacy, candidacy, null]);
    expect((await about('Result of the election')).letters).toEqual([]);
    done(await plenary.secretary.does('proclaimResult', { electionId: election }));
    const { letters, to } = await about('Result of the election');
    const electors = [1, 2, 3, 4].map((place) => plenary.member('GOVERNMENT', place));
    expect(to).toEqual(await addresses(electors));
    for (const { letter } of letters) {
      expect(letter.text).toContain('was proclaimed: GOVERNMENT 3.');
      expect(letter.text).toContain(`/elections/${election}\n`);
      expect(letter.text).toContain('/unsubscribe?token=RESULTS.');
      // Neither who voted nor how many for whom.
      expect(letter.text).not.toContain('GOVERNMENT 1');
      expect(letter.text.split('unsubscribe')[0]).not.toMatch(/\b(votes?|ballots?|blank)\b/u);
    }
  });

  it('an election that failed, and why', async () => {
    const { meeting } = await plenary.secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { elections { id college } } }',
      { id: plenary.id },
    );
    const { id } = meeting.elections.find(({ college }: Json) => college === 'CIVIL_SOCIETY');
    const candidacy = await plenary.stands(plenary.member('CIVIL_SOCIETY', 1), id);
    expect(candidacy).toMatch(/-/);
    await plenary.round(id, 'CIVIL_SOCIETY', [null, null], plenary.member('GOVERNMENT', 3));
    done(await plenary.secretary.does('recordFailure', { electionId: id }));
    const { letters, to } = await about('Election without a winner');
    const electors = [1, 2, 3, 4, 5].map((place) => plenary.member('CIVIL_SOCIETY', place));
    expect(to).toEqual(await addresses(electors));
    expect(letters[0]?.letter.text).toContain('No valid vote was cast.');
  });

  it('minutes that published themselves, the morning after, once', async () => {
    const president = plenary.member('GOVERNMENT', 3);
    await plenary.ratifies(president);
    done(await plenary.closes(president));
    ({ id: minutesId } = done(
      await plenary.secretary.does(
        'draftMinutes',
        { meetingId: plenary.id, language: 'EN' },
        '... on Minutes { id }',
      ),
    ));
    await plenary.goTo('2024-06-21', '10:00');
    done(await plenary.secretary.does('circulateMinutes', { minutesId, version: 1 }));
    await morning('2024-06-28');
    expect((await about('Minutes published')).letters).toEqual([]);
    await morning('2024-06-29');
    const { letters, to } = await about('Minutes published');
    const others = [...plenary.members.GOVERNMENT.slice(0, 4), ...plenary.members.CIVIL_SOCIETY];
    expect(to).toEqual(await addresses(others));
    expect(letters[0]?.letter.subject).toBe('Minutes published: plenary no. 1, 20 June 2024');
    expect(letters[0]?.letter.text).toContain('Nobody commented in time.');
    expect(letters[0]?.letter.text).toContain(`/minutes/${minutesId}\n`);
    await morning('2024-06-30');
    expect((await about('Minutes published')).to).toEqual(to);
  });

  it('minutes that were corrected, and why', async () => {
    const correction = { minutesId, basedOnVersion: 1, sections: [], reason: 'A name was missing.' };
    done(await plenary.secretary.does('correctMinutes', correction));
    const { letters, to } = await about('Minutes corrected');
    expect(to).toHaveLength(9);
    expect(to).not.toContain((await addresses([declining]))[0]);
    expect(letters[0]?.letter.text).toContain('Reason: A name was missing.');
    expect(letters[0]?.letter.text).toContain(`/minutes/${minutesId}?edition=2`);
  });
});

describe('minutes that the president decided on', () => {
  let plenary: Plenary;

  beforeAll(async () => {
    plenary = await (await Plenary.planned({ settings: { minutesCommentDays: 1 } })).held();
  });
  afterAll(() => plenary.forum.close());

  it('are told of at once, and not again in the morning', async () => {
    const draft = { meetingId: plenary.id, language: 'EN' };
    const { id: minutesId } = done(
      await plenary.secretary.does('draftMinutes', draft, '... on Minutes { id }'),
    );
    done(await plenary.secretary.does('circulateMinutes', { minutesId, version: 1 }));
    const comment = { minutesId, text: 'A comment.' };
    done(await plenary.member('CIVIL_SOCIETY', 2).does('commentMinutes', comment));
    await plenary.goTo('2024-06-22', '06:00');
    const { minutes } = await plenary.secretary.reads(
      'query ($id: ID!) { minutes(id: $id) { comments { id } } }',
      { id: minutesId },
    );
    const told = async (): Promise<string[]> =>
      (await plenary.forum.letters())
        .filter(({ letter }) => letter.subject.startsWith('Minutes published'))
        .map(({ letter }) => letter.text);
    const decisions = [{ commentId: minutes.comments[0].id, takenIn: false, reason: 'No.' }];
    done(await plenary.president().does('decideOnComments', { minutesId, decisions }));
    expect(await told()).toHaveLength(10);
    expect((await told())[0]).toContain('Whoever presided over the meeting decided on each comment.');
    await plenary.goTo('2024-06-22', '08:00');
    await plenary.forum.api.get(DailyTasks, { strict: false }).begin();
    expect(await told()).toHaveLength(10);
  });
});
