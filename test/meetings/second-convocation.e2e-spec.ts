import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COLLEGES, type College } from '@hemicycle/kernel';
import type { Json, Voice } from '../support/forum.js';
import { readCalendar, type ReadEvent } from '../support/icalendar.js';
import { PDF, sends } from '../support/papers.js';
import { done, Plenary } from '../support/plenary.js';

describe('a first plenary that misses its quorum', () => {
  let plenary: Plenary;
  let elections: Record<College, string>;
  const candidacies: Partial<Record<College, string>> = {};
  const convene = (startsAt: string): Promise<Json> =>
    plenary.secretary.does(
      'conveneMeeting',
      { meetingId: plenary.id, startsAt },
      '... on Meeting { state startsAt convocations { number quorumRequired agendaVersion noticeDays } }',
    );

  const inCalendar = async (): Promise<ReadEvent[]> =>
    readCalendar(await (await fetch(`${plenary.forum.url}/calendars/plenaries.ics?lang=en`)).text());

  beforeAll(async () => {
    plenary = await Plenary.planned();
    elections = await plenary.convened();
    candidacies.GOVERNMENT = await plenary.stands(plenary.member('GOVERNMENT', 3), elections.GOVERNMENT);
  });
  afterAll(() => plenary?.forum.close());

  it('does not take place, as whoever presides records (QUORUM)', async () => {
    await plenary.goTo('2024-06-20', '14:05');
    const present = [
      plenary.president(),
      plenary.member('GOVERNMENT', 3),
      plenary.member('CIVIL_SOCIETY', 1),
    ];
    done(
      await plenary.secretary.does('recordAttendance', {
        meetingId: plenary.id,
        entries: present.map(({ memberId }) => ({ memberId, mode: 'IN_ROOM' })),
      }),
    );
    expect(await plenary.president().does('openSession', { meetingId: plenary.id })).toBeRefusedBy('QUORUM');
    done(await plenary.president().does('declareNoQuorum', { meetingId: plenary.id }));
    expect(await plenary.president().does('openSession', { meetingId: plenary.id })).toBeRefusedBy('LIFE');
  });

  it('writes to nobody of its papers, which the convocation that follows lists (NOTICE)', async () => {
    const { forum, id: meetingId, secretary } = plenary;
    const { meeting } = await secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { agenda { items { id } } } }',
      { id: meetingId },
    );
    const itemId = meeting.agenda.items[0].id;
    const input = { meetingId, itemId, titleFr: 'Note', titleEn: 'Note', fileName: 'note.pdf' };
    done(await sends(forum.url, 'attach', secretary, input, PDF));
    expect(await forum.database.query(`SELECT FROM outgoing_mail WHERE kind = 'paper'`)).toEqual([]);
  });

  it('is marked in calendars, changed once more by the convocation that follows', async () => {
    const [event] = await inCalendar();
    expect(event).toMatchObject({
      sequence: 2,
      status: 'TENTATIVE',
      summary: 'Without quorum – Plenary no. 1',
      changedAt: plenary.forum.clock.now(),
    });
    expect(event?.description).toContain('The quorum was missed: the session did not take place.');
  });

  it('keeps its agenda: nobody drafts another (LIFE), and both keys stand', async () => {
    const items = [{ kind: 'DISCUSSION', titleFr: 'Autre chose', titleEn: 'Something else' }];
    expect(await plenary.secretary.does('draftAgenda', { meetingId: plenary.id, items })).toBeRefusedBy(
      'LIFE',
    );
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { agenda { version state keys { key turnedAt } } } }',
      { id: plenary.id },
    );
    expect(meeting.agenda).toMatchObject({ version: 1, state: 'PUBLISHED' });
    const turned = meeting.agenda.keys.filter(({ turnedAt }: Json) => turnedAt !== null);
    expect(turned.map(({ key }: Json) => key)).toEqual(['SECRETARIAT', 'COMMITTEE']);
  });

  it('keeps its nominations open', async () => {
    expect(await plenary.stateOf(elections.CIVIL_SOCIETY)).toBe('NOMINATIONS');
    const civil = plenary.member('CIVIL_SOCIETY', 3);
    candidacies.CIVIL_SOCIETY = await plenary.stands(civil, elections.CIVIL_SOCIETY);
  });

  it('is convened again five days ahead, urgent or not (NOTICE), without another turn of the keys', async () => {
    await plenary.goTo('2024-06-21');
    expect(await convene('2024-06-25T12:00:00Z')).toBeRefusedBy('NOTICE');
    const urgent = {
      meetingId: plenary.id,
      startsAt: '2024-06-25T12:00:00Z',
      urgencyReason: 'The summer is near.',
    };
    expect(await plenary.secretary.does('conveneMeeting', urgent)).toBeRefusedBy('NOTICE');
    expect(await convene('2024-06-26T12:00:00Z')).toMatchObject({
      state: 'CONVENED',
      startsAt: '2024-06-26T12:00:00.000Z',
      convocations: [
        { number: 1, quorumRequired: true, agendaVersion: 1, noticeDays: 20 },
        { number: 2, quorumRequired: false, agendaVersion: 1, noticeDays: 5 },
      ],
    });
    expect(await inCalendar()).toMatchObject([
      { sequence: 3, status: 'CONFIRMED', summary: 'Plenary no. 1' },
    ]);
  });

  it('says that no quorum is required, in a letter to each member', async () => {
    const rows = await plenary.forum.database.query<{ parameters: Json }>(
      `SELECT parameters FROM outgoing_mail WHERE kind = 'convocation' AND parameters->>'startsAt' = $1`,
      ['2024-06-26T12:00:00.000Z'],
    );
    expect(rows).toHaveLength(10);
    for (const { parameters } of rows) expect(parameters.again).toBe(true);
    const { letter } = (await plenary.forum.letters()).find(({ letter: { text } }) =>
      text.includes('no quorum is required'),
    ) ?? { letter: { text: '' } };
    expect(letter.text).toContain(
      'This second convocation is on the same agenda, since the quorum was missed',
    );
  });

  it('opens with whoever is there, votes and elects (QUORUM)', async () => {
    await plenary.goTo('2024-06-26', '14:00');
    const [president, other] = [plenary.president(), plenary.member('GOVERNMENT', 3)];
    const presence = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { quorum { met required } } }',
      { id: plenary.id },
    );
    expect(presence.meeting.quorum).toEqual({ met: false, required: false });
    const meetingId = plenary.id;
    const civil = plenary.member('CIVIL_SOCIETY', 1);
    const entries = [president, other, civil].map(({ memberId }) => ({ memberId, mode: 'IN_ROOM' }));
    // Whoever came the first time has not come yet.
    expect(await president.does('openSession', { meetingId })).toBeRefusedBy('PRESIDING');
    const attended = (voice: Voice): Promise<Json> =>
      voice.reads(
        `query ($id: ID!) { meeting(id: $id) {
           attendance { mode } attendanceWithoutQuorum { mode member { number } } } }`,
        { id: meetingId },
      );
    const before = entries.map(({ mode }, place) => ({
      mode,
      member: { number: [president, other, civil][place]?.number },
    }));
    expect((await attended(civil)).meeting).toEqual({ attendance: [], attendanceWithoutQuorum: before });
    expect((await attended(plenary.forum.anyone)).meeting).toEqual({
      attendance: null,
      attendanceWithoutQuorum: null,
    });
    done(await plenary.secretary.does('recordAttendance', { meetingId, entries: entries.slice(0, 2) }));
    expect((await attended(civil)).meeting.attendance).toHaveLength(2);
    done(await plenary.secretary.does('recordAttendance', { meetingId, entries }));
    expect(await president.does('declareNoQuorum', { meetingId })).toBeRefusedBy('QUORUM');
    done(await president.does('openSession', { meetingId }));
    const itemId = await plenary.ratificationItem();
    const decision = done(await president.does('putToVote', { meetingId, itemId }, '... on Decision { id }'));
    const opens = (): Promise<Json> =>
      plenary.secretary.does('openDecisionVote', { decisionId: decision.id });
    const recorded = { meetingId, itemId, memberId: civil.memberId };
    done(await president.does('declareInterest', recorded));
    // No quorum is required; a double majority without one of its two sides is none, nor a rejection.
    expect(await opens()).toBeRefusedBy('DECISION');
    done(await civil.does('denyInterest', { meetingId, itemId }));
    done(await opens());
    for (const voter of [president, civil]) {
      const answer = { decisionId: decision.id, memberId: voter.memberId, choice: 'FOR' };
      done(await voter.does('castDecisionVote', answer));
    }
    expect(
      await plenary.secretary.does(
        'closeDecisionVote',
        { decisionId: decision.id },
        '... on Decision { state }',
      ),
    ).toMatchObject({ state: 'ADOPTED' });
    for (const college of COLLEGES) {
      await plenary.round(
        elections[college],
        college,
        [candidacies[college] ?? null],
        college === 'GOVERNMENT' ? president : other,
      );
      done(await plenary.secretary.does('proclaimResult', { electionId: elections[college] }));
    }
    expect(await plenary.closes(other)).toMatchObject({ state: 'HELD' });
    const { committee } = await plenary.forum.anyone.reads('{ committee { coChairs { fromOn } } }');
    expect(committee.coChairs).toEqual([{ fromOn: '2024-06-26' }, { fromOn: '2024-06-26' }]);
    const { meeting } = await attended(plenary.forum.anyone);
    expect(meeting.attendance).toHaveLength(10);
    expect(meeting.attendanceWithoutQuorum).toEqual(before);
  });
});
