import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

const NOWHERE = '00000000-0000-4000-8000-000000000000';
const DISCUSSION = { kind: 'DISCUSSION', titleFr: 'Premier semestre', titleEn: 'First half-year' };
const ELECTION = {
  kind: 'ELECTION',
  titleFr: 'Coprésidence, acteurs publics',
  titleEn: 'Co-chair, government',
  office: 'CO_CHAIR',
  college: 'GOVERNMENT',
};

const reads = async ({ id }: Plenary, voice: Voice, fields: string): Promise<Json> =>
  (await voice.reads(`query ($id: ID!) { meeting(id: $id) { ${fields} } }`, { id })).meeting;
const drafts = ({ id }: Plenary, voice: Voice, items: readonly object[]): Promise<Json> =>
  voice.does('draftAgenda', { meetingId: id, items });
const turns = ({ id }: Plenary, voice: Voice, version: number, key = 'COMMITTEE'): Promise<Json> =>
  voice.does('turnKey', { meetingId: id, version, key });
const publishes = ({ id }: Plenary, voice: Voice, urgencyReason?: string): Promise<Json> =>
  voice.does(
    'publishAgenda',
    { meetingId: id, urgencyReason },
    '... on Meeting { publishedAgenda { version } }',
  );
const calls = ({ id, secretary }: Plenary): Promise<Json> =>
  secretary.does(
    'callElection',
    { meetingId: id, office: 'CO_CHAIR', college: 'GOVERNMENT' },
    '... on Election { id state }',
  );
const foreseen = async (plenary: Plenary, voice: Voice): Promise<Json> => {
  const { permitted } = await reads(
    plenary,
    voice,
    'permitted { action allowed violations { rule { id } } }',
  );
  return permitted.find((one: Json) => one.action === 'publishAgenda');
};

/** After a first plenary, the second one convened on a discussion; the government's co-chair leaves with the year. */
async function convened(settings: Record<string, unknown> = {}): Promise<Plenary> {
  const first = await (await Plenary.planned({ settings })).held();
  await first.goTo('2024-06-21');
  const { committee } = await first.forum.anyone.reads('{ committee { coChairs { id college } } }');
  const mandate = committee.coChairs.find((one: Json) => one.college === 'GOVERNMENT');
  const leaving = { mandateId: mandate.id, lastOn: '2024-12-31' };
  done(await first.member('GOVERNMENT', 3).does('resignMandate', leaving));
  const plenary = await first.another('2024-07-18');
  done(await drafts(plenary, plenary.secretary, [DISCUSSION]));
  await bothKeys(plenary, 1);
  done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
  return plenary;
}

const coChairs = (plenary: Plenary): [MemberVoice, MemberVoice] => [
  plenary.member('GOVERNMENT', 3),
  plenary.member('CIVIL_SOCIETY', 3),
];

async function bothKeys(plenary: Plenary, version: number): Promise<void> {
  done(await turns(plenary, plenary.secretary, version, 'SECRETARIAT'));
  for (const coChair of coChairs(plenary)) done(await turns(plenary, coChair, version));
}

describe('an agenda changed after the convocation', () => {
  let plenary: Plenary;
  let electionId: string;
  beforeAll(async () => {
    plenary = await convened();
  });
  afterAll(() => plenary?.forum.close());

  it('is drafted by the secretariat, and the published version stands (C3-AGENDA)', async () => {
    await plenary.goTo('2024-07-05');
    expect(await publishes(plenary, plenary.secretary)).toBeRefusedBy('C3-AGENDA');
    expect(await turns(plenary, plenary.secretary, 1, 'URGENCY')).toBeRefusedBy('C3-AGENDA');
    const [coChair] = coChairs(plenary);
    expect(await drafts(plenary, coChair, [DISCUSSION])).toBeRefusedBy('C3-AGENDA');
    const { agenda } = await reads(plenary, plenary.secretary, 'agenda { items { id } }');
    done(await drafts(plenary, plenary.secretary, [ELECTION, { ...DISCUSSION, id: agenda.items[0].id }]));
    const fields =
      'agenda { version state keys { turnedAt } keysPutBack { version } changesSince(version: 1) { kind } } publishedAgenda { version state }';
    const standing = { version: 1, state: 'PUBLISHED' };
    for (const voice of [plenary.forum.anyone, plenary.member('GOVERNMENT', 1)]) {
      expect(await reads(plenary, voice, fields)).toMatchObject({
        agenda: { ...standing, keysPutBack: [] },
        publishedAgenda: standing,
      });
    }
    const seen = await reads(plenary, coChair, fields);
    expect(seen).toMatchObject({
      agenda: { version: 2, state: 'DRAFT', changesSince: [{ kind: 'ADDED' }] },
      publishedAgenda: standing,
    });
    expect(seen.agenda.keys.every(({ turnedAt }: Json) => turnedAt === null)).toBe(true);
    expect(seen.agenda.keysPutBack).toHaveLength(3);
  });

  it('may announce an election, called before it is published and open no sooner (LIFE)', async () => {
    expect(await publishes(plenary, plenary.secretary)).toBeRefusedBy('C3-ELECTED-AT-PLENARY');
    const called = await calls(plenary);
    expect(called).toMatchObject({ state: 'DRAFT' });
    electionId = called.id;
    const input = { electionId, statement: 'Me.' };
    expect(await plenary.member('GOVERNMENT', 1).does('standAsCandidate', input)).toBeRefusedBy('LIFE');
  });

  it('has both keys turned anew (C3-AGENDA), and is sent by the secretariat (C3-CONVOCATION)', async () => {
    const [government, civil] = coChairs(plenary);
    expect(await turns(plenary, government, 1)).toBeRefusedBy('C3-AGENDA');
    done(await turns(plenary, plenary.secretary, 2, 'SECRETARIAT'));
    done(await turns(plenary, government, 2));
    const refused = await publishes(plenary, plenary.secretary);
    expect(refused).toBeRefusedBy('C3-AGENDA');
    expect(refused.violations[0].reason).toContain('Until then, the published agenda stands');
    done(await turns(plenary, civil, 2));
    expect(await publishes(plenary, civil)).toBeRefusedBy('C3-CONVOCATION');
    expect(await publishes(plenary, plenary.forum.anyone)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await plenary.secretary.does('publishAgenda', { meetingId: NOWHERE })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await publishes(plenary, plenary.secretary, ' ')).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('five days before (C3-AGENDA), or by an urgency that the second key’s holders agree to (NOTICE)', async () => {
    await plenary.goTo('2024-07-14');
    const late = await publishes(plenary, plenary.secretary);
    expect(late).toBeRefusedBy('C3-AGENDA');
    expect(late.violations[0].reason).toContain('by 13 July 2024 at the latest');
    expect(await publishes(plenary, plenary.secretary, 'A seat is vacant.')).toBeRefusedBy('NOTICE');
    expect(await foreseen(plenary, plenary.secretary)).toMatchObject({
      allowed: false,
      violations: [{ rule: { id: 'C3-AGENDA' } }],
    });
    await plenary.goTo('2024-07-13');
    expect(await foreseen(plenary, plenary.secretary)).toMatchObject({ allowed: true });
  });

  it('once, five hands at once: it stands, and its nominations open with it (ELIGIBILITY)', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => publishes(plenary, plenary.secretary)));
    expect(results.filter(({ __typename }) => __typename === 'Meeting')).toHaveLength(1);
    expect(results.filter(({ __typename }) => __typename === 'RuleRefusal')).toHaveLength(4);
    expect(
      await reads(
        plenary,
        plenary.forum.anyone,
        `agenda { version state items { title } changesSince(version: 1) { kind after { title } } }
         convocations { agendaVersion } agendaPublications { version publishedAt noticeDays urgencyReason }
         elections { state nominationsOpenedAt }`,
      ),
    ).toEqual({
      agenda: {
        version: 2,
        state: 'PUBLISHED',
        items: [{ title: 'Co-chair, government' }, { title: 'First half-year' }],
        changesSince: [{ kind: 'ADDED', after: { title: 'Co-chair, government' } }],
      },
      convocations: [{ agendaVersion: 1 }],
      agendaPublications: [
        { version: 2, publishedAt: '2024-07-13T07:00:00.000Z', noticeDays: 5, urgencyReason: null },
      ],
      elections: [{ state: 'NOMINATIONS', nominationsOpenedAt: '2024-07-13T07:00:00.000Z' }],
    });
    await plenary.stands(plenary.member('GOVERNMENT', 1), electionId);
  });

  it('in a letter to each of those convened, which says what changed', async () => {
    const rows = await plenary.forum.database.query<{ person_id: string; parameters: Json }>(
      `SELECT person_id, parameters FROM outgoing_mail WHERE kind = 'agenda-changed'`,
    );
    expect(new Set(rows.map((row) => row.person_id)).size).toBe(10);
    expect(rows).toHaveLength(10);
    expect(rows[0]?.parameters.changesFr).toEqual(['ajouté : « Coprésidence, acteurs publics » (élection)']);
    const { letter } = (await plenary.forum.letters()).find(({ letter: { subject } }) =>
      subject.startsWith('Changed agenda: plenary no. 2, 18 July 2024'),
    ) ?? { letter: { text: '' } };
    expect(letter.text).toContain('- added: “Co-chair, government” (election)');
    expect(letter.text).toContain('1. Co-chair, government\n2. First half-year');
  });

  it('does not forget an election that is called: it is cancelled first (C3-AGENDA)', async () => {
    await plenary.goTo('2024-07-16');
    done(await drafts(plenary, plenary.secretary, [DISCUSSION]));
    await bothKeys(plenary, 3);
    for (const coChair of coChairs(plenary)) done(await turns(plenary, coChair, 3, 'URGENCY'));
    const urgency = 'The co-chair stays.';
    const forgotten = await publishes(plenary, plenary.secretary, urgency);
    expect(forgotten).toBeRefusedBy('C3-AGENDA');
    expect(forgotten.violations).toHaveLength(1);
    done(await plenary.secretary.does('cancelElection', { electionId, reason: urgency }));
    expect(await publishes(plenary, plenary.secretary, urgency)).toMatchObject({
      publishedAgenda: { version: 3 },
    });
    const { agenda, agendaPublications } = await reads(
      plenary,
      plenary.forum.anyone,
      'agenda { changesSince(version: 1) { kind } } agendaPublications { version noticeDays urgencyReason }',
    );
    expect(agendaPublications[1]).toEqual({ version: 3, noticeDays: 2, urgencyReason: urgency });
    expect(agenda.changesSince.map(({ kind }: Json) => kind).toSorted()).toEqual(['ADDED', 'REMOVED']);
  });

  it('never leaves the public with a version without its keys, whoever wins the race', async () => {
    const drafting = (): Promise<Json> => drafts(plenary, plenary.secretary, [ELECTION, DISCUSSION]);
    done(await drafts(plenary, plenary.secretary, [DISCUSSION, DISCUSSION]));
    await bothKeys(plenary, 4);
    for (const coChair of coChairs(plenary)) done(await turns(plenary, coChair, 4, 'URGENCY'));
    const results = await Promise.all([
      publishes(plenary, plenary.secretary, 'Late.'),
      drafting(),
      publishes(plenary, plenary.secretary, 'Late.'),
      drafting(),
    ]);
    for (const index of [1, 3]) expect(results[index]).toBeDone('Meeting');
    const published = [0, 2].filter((index) => results[index]?.__typename === 'Meeting');
    expect(published.length).toBeLessThanOrEqual(1);
    const { publishedAgenda } = await reads(
      plenary,
      plenary.forum.anyone,
      'publishedAgenda { version keys { turnedAt } changesSince(version: 5) { kind } }',
    );
    expect(publishedAgenda.version).toBe(published.length === 1 ? 4 : 3);
    expect(publishedAgenda.keys.every(({ turnedAt }: Json) => turnedAt !== null)).toBe(true);
    expect(publishedAgenda.changesSince).toBeNull();
  });

  it('is what the session takes up, a draft left over being none (LIFE), its call to be cancelled (POLL)', async () => {
    const draft = await calls(plenary);
    expect(draft).toMatchObject({ state: 'DRAFT' });
    await plenary.goTo('2024-07-18', '14:00');
    await plenary.everybodyPresent();
    const [government] = coChairs(plenary);
    done(await government.does('openSession', { meetingId: plenary.id }));
    const { agenda, publishedAgenda } = await reads(
      plenary,
      plenary.secretary,
      'agenda { version state } publishedAgenda { version }',
    );
    expect(agenda).toEqual({ ...publishedAgenda, state: 'PUBLISHED' });
    expect(await drafts(plenary, plenary.secretary, [DISCUSSION])).toBeRefusedBy('LIFE');
    expect(await turns(plenary, government, 6)).toBeRefusedBy('LIFE');
    expect(await publishes(plenary, plenary.secretary)).toBeRefusedBy('LIFE');
    expect(await plenary.closes(government)).toBeRefusedBy('POLL');
    const input = { electionId: draft.id, reason: 'Its agenda was never published.' };
    done(await plenary.secretary.does('cancelElection', input));
    expect(await calls(plenary)).toBeRefusedBy('C3-AGENDA');
    expect(await plenary.closes(government)).toMatchObject({ state: 'HELD' });
  });
});

describe('a new version', () => {
  it('is not published for nothing (C3-AGENDA), nor too late for anybody to stand (ELIGIBILITY)', async () => {
    const plenary = await convened({ nominationsCloseDaysBefore: 4 });
    await plenary.goTo('2024-07-10');
    const { agenda } = await reads(plenary, plenary.secretary, 'agenda { items { id } }');
    done(await drafts(plenary, plenary.secretary, [{ ...DISCUSSION, id: agenda.items[0].id }]));
    await bothKeys(plenary, 2);
    const idle = await publishes(plenary, plenary.secretary);
    expect(idle).toBeRefusedBy('C3-AGENDA');
    expect(idle.violations[0].reason).toContain('there is nothing to publish');
    await plenary.goTo('2024-07-14');
    done(await drafts(plenary, plenary.secretary, [DISCUSSION, ELECTION]));
    done(await calls(plenary));
    await bothKeys(plenary, 3);
    for (const coChair of coChairs(plenary)) done(await turns(plenary, coChair, 3, 'URGENCY'));
    await plenary.goTo('2024-07-15');
    const refused = await publishes(plenary, plenary.secretary, 'A seat is vacant.');
    expect(refused).toBeRefusedBy('ELIGIBILITY');
    expect(refused.violations[0].reason).toContain('close on 14 July 2024');
    await plenary.goTo('2024-07-14', '18:00');
    expect(await publishes(plenary, plenary.secretary, 'A seat is vacant.')).toBeDone('Meeting');
    await plenary.forum.close();
  });
});

describe('a second convocation', () => {
  it('keeps the agenda that was published, whatever was drafted since (QUORUM)', async () => {
    const plenary = await convened();
    await plenary.goTo('2024-07-10');
    done(await drafts(plenary, plenary.secretary, [DISCUSSION, ELECTION]));
    await plenary.goTo('2024-07-18', '14:00');
    done(await plenary.secretary.does('declareNoQuorum', { meetingId: plenary.id }));
    expect(await drafts(plenary, plenary.secretary, [DISCUSSION])).toBeRefusedBy('LIFE');
    const again = { meetingId: plenary.id, startsAt: '2024-07-24T12:00:00Z' };
    done(await plenary.secretary.does('conveneMeeting', again));
    expect(
      await reads(plenary, plenary.secretary, 'agenda { version } convocations { agendaVersion }'),
    ).toEqual({ agenda: { version: 1 }, convocations: [{ agendaVersion: 1 }, { agendaVersion: 1 }] });
    expect(await drafts(plenary, plenary.secretary, [DISCUSSION])).toBeRefusedBy('QUORUM');
    expect(await turns(plenary, plenary.secretary, 2, 'SECRETARIAT')).toBeRefusedBy('QUORUM');
    expect(await publishes(plenary, plenary.secretary)).toBeRefusedBy('QUORUM');
    expect(await calls(plenary)).toBeRefusedBy('C3-AGENDA');
    await plenary.forum.close();
  });
});
