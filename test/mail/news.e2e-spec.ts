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
    const readers = [plenary.member('GOVERNMENT', 2), plenary.member('CIVIL_SOCIETY', 3)];
    await plenary.forum.database.query(`UPDATE person SET language = 'fr' WHERE id = ANY ($1)`, [
      readers.map(({ personId }) => personId),
    ]);
    await declining.reads(
      `mutation { setMailPreferences(input: { preferences: [
        { topic: RESULTS, delivery: NEVER }, { topic: MINUTES, delivery: NEVER }
      ] }) { optional { topic } } }`,
    );
  });
  afterAll(() => plenary.forum.close());

  /** Every letter about something, in each language, and the addresses to which they went, in order. */
  const about = async (
    subject: string,
    frenchSubject: string,
  ): Promise<{ letters: Message[]; french: Message[]; to: string[] }> => {
    const all = await plenary.forum.letters();
    const of = (words: string): Message[] => all.filter(({ letter }) => letter.subject.includes(words));
    const [letters, french] = [of(subject), of(frenchSubject)];
    return { letters, french, to: [...letters, ...french].map(({ to }) => to).toSorted() };
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
    expect((await about('interest is recorded', 'ntérêt')).to).toEqual([]);
    done(await plenary.president().does('openSession', { meetingId: plenary.id }));
    const others = [plenary.member('CIVIL_SOCIETY', 3), plenary.member('CIVIL_SOCIETY', 4)];
    for (const { memberId } of others) done(await declare(plenary.president(), memberId));
    const { letters, french, to } = await about('interest is recorded', 'ntérêt');
    expect(to).toEqual(await addresses(others));
    expect(french).toHaveLength(1);
    expect(french[0]?.letter.text).toContain(
      'La personne qui préside la séance plénière n° 1 a enregistré que vous avez un intérêt dans le point « Ratification des règles de fonctionnement »',
    );
    expect(letters[0]?.letter.text).toContain('“Ratification of the rules of procedure”');
    expect(letters[0]?.letter.text).toContain(`/meetings/${plenary.id}`);
    // Nobody declines it.
    expect(letters[0]?.letter.text).not.toContain('unsubscribe');
    for (const other of others) done(await other.does('denyInterest', { meetingId: plenary.id, itemId }));
  });

  it('the result of an election, once it is proclaimed and not before, without a figure', async () => {
    const candidate = plenary.member('GOVERNMENT', 3);
    const candidacy = await plenary.stands(candidate, election);
    await plenary.round(election, 'GOVERNMENT', [candidacy, candidacy, null]);
    expect((await about('Result of the election', 'Résultat du scrutin')).to).toEqual([]);
    done(await plenary.secretary.does('proclaimResult', { electionId: election }));
    const { letters, french, to } = await about('Result of the election', 'Résultat du scrutin');
    const electors = [1, 2, 3, 4].map((place) => plenary.member('GOVERNMENT', place));
    expect(to).toEqual(await addresses(electors));
    expect(french).toHaveLength(1);
    expect(french[0]?.letter.text).toContain('a été proclamé : GOVERNMENT 3.');
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
    const { letters, french, to } = await about('Election without a winner', 'Scrutin sans élu');
    const electors = [1, 2, 3, 4, 5].map((place) => plenary.member('CIVIL_SOCIETY', place));
    expect(to).toEqual(await addresses(electors));
    expect(letters[0]?.letter.text).toContain('No valid vote was cast.');
    expect(french).toHaveLength(1);
    expect(french[0]?.letter.text).toContain('n’a donné aucun élu.\n\nAucun suffrage n’a été exprimé.');
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
    expect((await about('Minutes published', 'Compte rendu publié')).to).toEqual([]);
    await morning('2024-06-29');
    const { letters, french, to } = await about('Minutes published', 'Compte rendu publié');
    const others = [...plenary.members.GOVERNMENT.slice(0, 4), ...plenary.members.CIVIL_SOCIETY];
    expect(to).toEqual(await addresses(others));
    expect(letters[0]?.letter.subject).toBe('Minutes published: plenary no. 1, 20 June 2024');
    expect(letters[0]?.letter.text).toContain('Nobody commented in time.');
    expect(letters[0]?.letter.text).toContain(`/minutes/${minutesId}\n`);
    expect(french).toHaveLength(2);
    expect(french[0]?.letter.subject).toBe('Compte rendu publié : séance plénière n° 1 du 20 juin 2024');
    expect(french[0]?.letter.text).toContain('Personne n’a présenté d’observation dans le délai.');
    await morning('2024-06-30');
    expect((await about('Minutes published', 'Compte rendu publié')).to).toEqual(to);
  });

  it('minutes that were corrected, and why', async () => {
    const correction = { minutesId, basedOnVersion: 1, sections: [], reason: 'A name was missing.' };
    done(await plenary.secretary.does('correctMinutes', correction));
    const { letters, french, to } = await about('Minutes corrected', 'Compte rendu rectifié');
    expect(to).toHaveLength(9);
    expect(to).not.toContain((await addresses([declining]))[0]);
    expect(letters[0]?.letter.text).toContain('Reason: A name was missing.');
    expect(letters[0]?.letter.text).toContain(`/minutes/${minutesId}?edition=2`);
    expect(french).toHaveLength(2);
    expect(french[0]?.letter.text).toContain('est rectifié : la version 2 est publiée.\n\nMotif : A name');
  });
});

describe('elections that end before any poll', () => {
  let plenary: Plenary;
  let elections: Readonly<Record<'GOVERNMENT' | 'CIVIL_SOCIETY', string>>;

  beforeAll(async () => {
    plenary = await Plenary.planned();
    elections = await plenary.called();
  });
  afterAll(() => plenary.forum.close());

  const lettersAbout = async (subject: string): Promise<{ texts: string[]; to: string[] }> => {
    const letters = (await plenary.forum.letters()).filter(({ letter }) => letter.subject.includes(subject));
    return { texts: letters.map(({ letter }) => letter.text), to: letters.map(({ to }) => to).toSorted() };
  };
  const addressesOf = async (college: 'GOVERNMENT' | 'CIVIL_SOCIETY'): Promise<string[]> => {
    const rows = await plenary.forum.database.query<{ email: string }>(
      'SELECT email FROM person WHERE id = ANY ($1)',
      [plenary.members[college].map(({ personId }) => personId)],
    );
    return rows.map(({ email }) => email).toSorted();
  };
  const cancel = (electionId: string): Promise<Json> =>
    plenary.secretary.does('cancelElection', { electionId, reason: 'Called by mistake.' });

  it('are told to nobody when they are cancelled unannounced', async () => {
    done(await cancel(elections.CIVIL_SOCIETY));
    expect((await lettersAbout('Election cancelled')).to).toEqual([]);
    elections = { ...elections, CIVIL_SOCIETY: await plenary.call('CIVIL_SOCIETY') };
    await plenary.keys();
    done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
  });

  it('are told to their electors when they are cancelled afterwards', async () => {
    const [reader] = plenary.members.CIVIL_SOCIETY;
    await plenary.forum.database.query(`UPDATE person SET language = 'fr' WHERE id = $1`, [reader?.personId]);
    done(await cancel(elections.CIVIL_SOCIETY));
    const { texts, to } = await lettersAbout('Election cancelled');
    const french = await lettersAbout('Scrutin annulé');
    expect([...to, ...french.to].toSorted()).toEqual(await addressesOf('CIVIL_SOCIETY'));
    expect(texts[0]).toContain('was cancelled.\n\nReason: Called by mistake.');
    expect(french.texts).toHaveLength(1);
    expect(french.texts[0]).toContain('a été annulé.\n\nMotif : Called by mistake.');
  });

  it('are told to their electors when nobody stood', async () => {
    const electionId = elections.GOVERNMENT;
    await plenary.opened();
    done(await plenary.president().does('orderPoll', { electionId }));
    done(await plenary.secretary.does('recordFailure', { electionId }));
    const { texts, to } = await lettersAbout('Election without a winner');
    expect(to).toEqual(await addressesOf('GOVERNMENT'));
    expect(texts[0]).toContain('There was no candidate.');
    expect(texts[0]).toContain(`The page of the election: `);
  });
});

describe('minutes that are corrected before the morning of their publication', () => {
  let plenary: Plenary;

  beforeAll(async () => {
    plenary = await (await Plenary.planned({ settings: { minutesCommentDays: 1 } })).held();
  });
  afterAll(() => plenary.forum.close());

  it('are told of as published, then as corrected, and not again', async () => {
    const draft = { meetingId: plenary.id, language: 'EN' };
    const { id: minutesId } = done(
      await plenary.secretary.does('draftMinutes', draft, '... on Minutes { id }'),
    );
    done(await plenary.secretary.does('circulateMinutes', { minutesId, version: 1 }));
    await plenary.goTo('2024-06-22', '06:00');
    const correction = { minutesId, basedOnVersion: 1, sections: [], reason: 'A name was missing.' };
    done(await plenary.secretary.does('correctMinutes', correction));
    await plenary.goTo('2024-06-22', '08:00');
    await plenary.forum.api.get(DailyTasks, { strict: false }).begin();
    await plenary.forum.settled();
    const [reader] = plenary.members.GOVERNMENT;
    const [row] = await plenary.forum.database.query<{ email: string }>(
      'SELECT email FROM person WHERE id = $1',
      [reader?.personId],
    );
    const told = (await plenary.forum.letters())
      .filter(
        ({ to, letter }) => to === row?.email && /^Minutes (?:published|corrected)/u.test(letter.subject),
      )
      .map(({ letter }) => letter.subject.split(':')[0]);
    // The latest first.
    expect(told).toEqual(['Minutes corrected', 'Minutes published']);
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
    // The co-chair elected in the session presided over its end.
    done(await plenary.member('GOVERNMENT', 3).does('decideOnComments', { minutesId, decisions }));
    expect(await told()).toHaveLength(10);
    expect((await told())[0]).toContain('Whoever presided over the meeting decided on each comment.');
    await plenary.goTo('2024-06-22', '08:00');
    await plenary.forum.api.get(DailyTasks, { strict: false }).begin();
    expect(await told()).toHaveLength(10);
  });
});
