import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomes, times } from '../support/at-once.js';
import { committeeInSession, committeeMeeting, withCommittee } from '../support/committee.js';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { readCalendar, type ReadEvent } from '../support/icalendar.js';
import { done, type Plenary } from '../support/plenary.js';
import { decisionOn, morning, RECOMMENDATION } from '../support/working-groups.js';

const MEETING = `id body number state on group { id } agenda { version state items { id kind } keys { key } }
  convocations { number ground noticeDays quorumRequired urgencyReason } convocationLeavesOn
  quorum { required met colleges { members needed } } quorumChecks { college }
  president { member { number } } attendance { member { number } mode }`;

describe('the meetings of the management committee', () => {
  let plenary: Plenary;

  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);
  const read = async (id: string, voice: Voice = government(4)): Promise<Json> =>
    (await voice.reads(`query ($id: ID!) { meeting(id: $id) { ${MEETING} } }`, { id })).meeting;
  const foreseen = async (voice: Voice, id: string, action: string): Promise<Json> => {
    const { meeting } = await voice.reads(
      'query ($id: ID!) { meeting(id: $id) { permitted { action allowed violations { rule { id } } } } }',
      { id },
    );
    const answer = meeting.permitted.find((one: Json) => one.action === action);
    return { allowed: answer.allowed, rules: answer.violations.map((one: Json) => one.rule.id) };
  };
  const letters = (kind: string): Promise<{ name: string; words: Json }[]> =>
    plenary.forum.database.query(
      `SELECT p.name, o.parameters AS words FROM outgoing_mail o JOIN person p ON p.id = o.person_id
       WHERE kind = $1 ORDER BY enqueued_at, p.name`,
      [kind],
    );
  const lettersSince = async (kind: string, before: number): Promise<string[]> =>
    (await letters(kind))
      .slice(before)
      .map(({ name }) => name)
      .toSorted();
  const waits = async (voice: Voice): Promise<string[]> =>
    (await voice.reads('{ whatNeedsMe { act rule { id } meetingName dueOn } }')).whatNeedsMe
      .filter(({ meetingName }: Json) => meetingName?.includes('committee'))
      .map(({ act, rule }: Json) => `${act} ${rule.id}`);
  const cancelled = async (...ids: string[]): Promise<void> => {
    for (const meetingId of ids) {
      done(await plenary.secretary.does('cancelMeeting', { meetingId, reason: 'Not needed.' }));
    }
  };
  const convene = (voice: Voice, meetingId: string, more: object = {}): Promise<Json> =>
    voice.does('conveneMeeting', { meetingId, ...more });
  const COMMITTEE = ['CIVIL_SOCIETY 3', 'CIVIL_SOCIETY 4', 'GOVERNMENT 3', 'GOVERNMENT 4'];

  beforeAll(async () => {
    plenary = await withCommittee();
    await plenary.goTo('2024-09-02');
  });
  afterAll(() => plenary?.forum.close());

  it('are planned by the secretariat or a co-chair, and by nobody else (C3-CONVOCATION)', async () => {
    const input = {
      body: 'MANAGEMENT_COMMITTEE',
      startsAt: '2024-10-01T08:00:00.000Z',
      place: 'Palais d’Iéna',
    };
    for (const other of [government(4), government(1)]) {
      expect(await other.does('planMeeting', input)).toBeRefusedBy('C3-CONVOCATION');
    }
    expect(await plenary.forum.anyone.does('planMeeting', input)).toMatchObject({ code: 'UNAUTHENTICATED' });
    const past = { ...input, startsAt: '2024-09-01T08:00:00.000Z' };
    expect(await government(3).does('planMeeting', past)).toBeRefusedBy('NOTICE');
    const planned: Json[] = [];
    for (const [hour, voice] of [plenary.secretary, government(3)].entries()) {
      const own = { ...input, startsAt: `2024-10-01T0${8 + hour}:00:00.000Z` };
      planned.push(done(await voice.does('planMeeting', own, `... on Meeting { ${MEETING} }`)));
    }
    expect(planned).toMatchObject(
      [1, 2].map((number) => ({
        body: 'MANAGEMENT_COMMITTEE',
        number,
        state: 'PLANNED',
        group: null,
        convocationLeavesOn: null,
        quorum: { required: true, colleges: [{ members: 2 }, { members: 2 }] },
      })),
    );
    const { committee } = await government(3).reads(
      '{ committee { meetings { nodes { number } } permitted { action allowed } } }',
    );
    expect(committee).toEqual({
      meetings: { nodes: [{ number: 2 }, { number: 1 }] },
      permitted: [{ action: 'planMeeting', allowed: true }],
    });
    const [first, second] = planned.map(({ id }) => id);
    const cancel = (voice: Voice, meetingId: string): Promise<Json> =>
      voice.does('cancelMeeting', { meetingId, reason: 'Another day suits more.' });
    expect(await cancel(civil(4), first)).toBeRefusedBy('C3-CONVOCATION');
    expect(await cancel(civil(3), first)).toBeDone();
    expect(await cancel(plenary.secretary, second)).toBeDone();
  });

  it('have an agenda that the co-chairs set, without keys, elections or acts of the plenary (C3-AGENDA, C3-ELECTED-AT-PLENARY)', async () => {
    const meetingId = await committeeMeeting(plenary, '2024-10-02', []);
    expect(await waits(government(3))).toEqual(['draftAgenda C3-AGENDA']);
    expect(await waits(government(4))).toEqual([]);
    const draft = (voice: Voice, item: Json = RECOMMENDATION): Promise<Json> =>
      voice.does('draftAgenda', { meetingId, items: [item] });
    for (const other of [plenary.secretary, government(4)]) {
      expect(await draft(other)).toBeRefusedBy('C3-AGENDA');
    }
    const seat = { office: 'CO_CHAIR', college: 'GOVERNMENT' };
    const election = { kind: 'ELECTION', titleFr: 'Élection', titleEn: 'Election', ...seat };
    expect(await draft(government(3), election)).toBeRefusedBy('C3-ELECTED-AT-PLENARY');
    const { committee } = await plenary.forum.anyone.reads('{ committee { members { id } } }');
    const removal = decisionOn('COMMITTEE_REMOVAL', committee.members[0].id);
    expect(await draft(government(3), removal)).toBeRefusedBy('C3-AGENDA');
    const results = { kind: 'DISCUSSION', titleFr: 'Bilan', titleEn: 'Results', presentsResults: true };
    expect(await draft(government(3), results)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await draft(government(3))).toBeDone();
    expect(
      await plenary.secretary.does('turnKey', { meetingId, version: 1, key: 'SECRETARIAT' }),
    ).toBeRefusedBy('C3-AGENDA');
    expect(await plenary.secretary.does('callElection', { meetingId, ...seat })).toBeRefusedBy(
      'C3-ELECTED-AT-PLENARY',
    );
    // Whoever serves on it, and the secretariat, see it before it is sent.
    for (const voice of [government(4), plenary.secretary]) {
      expect((await read(meetingId, voice)).agenda).toMatchObject({ state: 'DRAFT', keys: [] });
    }
    for (const voice of [government(1), plenary.forum.anyone]) {
      expect((await read(meetingId, voice)).agenda).toBeNull();
    }
    await cancelled(meetingId);
  });

  it('have their agenda changed by two co-chairs at once, nothing being lost (C3-AGENDA)', async () => {
    const meetingId = await committeeMeeting(plenary, '2024-10-03');
    const change = (index: number): Promise<Json> =>
      (index % 2 === 0 ? government(3) : civil(3)).does('draftAgenda', {
        meetingId,
        basedOnVersion: 1,
        items: [{ kind: 'DISCUSSION', titleFr: `Point ${index}`, titleEn: `Item ${index}` }],
      });
    expect(outcomes(await times(4, change)).toSorted()).toEqual([
      'CONFLICT',
      'CONFLICT',
      'CONFLICT',
      'Meeting',
    ]);
    expect((await read(meetingId)).agenda).toMatchObject({ version: 2, items: [{ kind: 'DISCUSSION' }] });
    await cancelled(meetingId);
  });

  it('have numbers of their own that follow each other, both co-chairs and the secretariat planning at once', async () => {
    const input = {
      body: 'MANAGEMENT_COMMITTEE',
      startsAt: '2024-10-04T08:00:00.000Z',
      place: 'Palais d’Iéna',
    };
    const voices = [government(3), civil(3), plenary.secretary];
    const planned = await times(6, (index) =>
      (voices[index % 3] as Voice).does('planMeeting', input, '... on Meeting { id number }'),
    );
    expect(planned.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([5, 6, 7, 8, 9, 10]);
    await cancelled(...planned.map(({ id }) => id));
  });

  it('are convened by the secretariat alone, five days ahead or by urgency (C3-CONVOCATION, NOTICE)', async () => {
    const empty = await committeeMeeting(plenary, '2024-10-07', []);
    expect(await convene(plenary.secretary, empty)).toBeRefusedBy('C3-AGENDA');
    const meetingId = await committeeMeeting(plenary, '2024-10-08');
    await morning(plenary, '2024-10-02');
    expect((await read(meetingId)).state).toBe('PLANNED');
    expect(await convene(government(3), meetingId)).toBeRefusedBy('C3-CONVOCATION');
    expect(await plenary.secretary.does('stopConvocation', { meetingId, reason: 'No' })).toBeRefusedBy(
      'C3-CONVOCATION',
    );
    expect(await waits(plenary.secretary)).toContain('conveneMeeting NOTICE');
    await plenary.goTo('2024-10-04');
    expect(await convene(plenary.secretary, meetingId)).toBeRefusedBy('NOTICE');
    expect(await foreseen(plenary.secretary, meetingId, 'conveneMeeting')).toEqual({
      allowed: false,
      rules: ['NOTICE'],
    });
    const before = (await letters('convocation')).length;
    const urgencyReason = 'The decree is consulted on until Friday.';
    expect(await convene(plenary.secretary, meetingId, { urgencyReason })).toBeDone();
    expect(await lettersSince('convocation', before)).toEqual(COMMITTEE);
    const words = (await letters('convocation'))[before]?.words;
    expect(words).toMatchObject({ body: 'MANAGEMENT_COMMITTEE', ground: 'CO_CHAIRS', urgencyReason });
    expect((await read(meetingId)).convocations).toEqual([
      { number: 1, ground: 'CO_CHAIRS', noticeDays: 4, quorumRequired: true, urgencyReason },
    ]);
    const told = (await letters('meeting-cancelled')).length;
    await cancelled(meetingId, empty);
    expect(await lettersSince('meeting-cancelled', told)).toEqual(COMMITTEE);
  });

  it('change their agenda after the convocation: the co-chairs set it, the secretariat sends it (C3-AGENDA, C3-CONVOCATION)', async () => {
    await plenary.goTo('2024-10-09');
    const meetingId = await committeeMeeting(plenary, '2024-10-20');
    done(await convene(plenary.secretary, meetingId));
    const items = [RECOMMENDATION, { kind: 'DISCUSSION', titleFr: 'Calendrier', titleEn: 'Timetable' }];
    done(await civil(3).does('draftAgenda', { meetingId, items }));
    expect(await waits(plenary.secretary)).toContain('publishAgenda C3-AGENDA');
    expect(await civil(3).does('publishAgenda', { meetingId })).toBeRefusedBy('C3-CONVOCATION');
    expect(await plenary.secretary.does('publishAgenda', { meetingId })).toBeDone();
    expect(await lettersSince('agenda-changed', 0)).toEqual(COMMITTEE);
    await cancelled(meetingId);
  });

  it('open with a quorum of the committee in each college, else a second convocation needs none (QUORUM)', async () => {
    await plenary.goTo('2024-10-21');
    const meetingId = await committeeMeeting(plenary, '2024-10-28');
    done(await convene(plenary.secretary, meetingId));
    await plenary.goTo('2024-10-28', '10:00');
    const record = (voice: Voice, entry: Json): Promise<Json> =>
      voice.does('recordAttendance', { meetingId, entries: [{ mode: 'IN_ROOM', ...entry }] });
    expect(await record(plenary.secretary, { memberId: civil(1).memberId })).toBeRefusedBy('QUORUM');
    expect(await record(civil(4), { memberId: civil(4).memberId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await foreseen(civil(4), meetingId, 'recordAttendance')).toEqual({ allowed: false, rules: [] });
    await plenary.alternateOf(civil(4));
    const inHerPlace = { memberId: civil(4).memberId, byAlternate: true };
    expect(await record(plenary.secretary, inHerPlace)).toBeRefusedBy('ALTERNATE');
    expect(await record(civil(3), { memberId: civil(3).memberId })).toBeDone();
    expect(await civil(3).does('openSession', { meetingId })).toBeRefusedBy('QUORUM');
    expect(await civil(3).does('declareNoQuorum', { meetingId })).toBeDone();
    const startsAt = '2024-11-04T09:00:00.000Z';
    await plenary.goTo('2024-10-31');
    expect(await convene(plenary.secretary, meetingId, { startsAt, urgencyReason: 'Now.' })).toBeRefusedBy(
      'NOTICE',
    );
    await plenary.goTo('2024-10-29');
    expect(await convene(plenary.secretary, meetingId, { startsAt })).toBeDone();
    expect((await read(meetingId)).convocations[1]).toMatchObject({ quorumRequired: false, noticeDays: 6 });
    await plenary.goTo('2024-11-04', '10:00');
    expect(await record(civil(3), { memberId: civil(3).memberId })).toBeDone();
    expect(await civil(3).does('openSession', { meetingId })).toBeDone();
    const [{ id: itemId }] = (await read(meetingId)).agenda.items;
    const consensus = { meetingId, itemId, wordingFr: 'Oui.', objections: [] };
    expect(await civil(3).does('recordConsensus', consensus)).toBeRefusedBy('DECISION');
    const { id: decisionId } = done(
      await civil(3).does('putToVote', { meetingId, itemId }, '... on Decision { id }'),
    );
    expect(await plenary.secretary.does('openDecisionVote', { decisionId })).toBeRefusedBy('DECISION');
    expect(await civil(3).does('closeSession', { meetingId })).toBeDone();
  });

  let held: string;

  it('are attended by those who serve, presided over by a co-chair, and adopt what changes nothing', async () => {
    await plenary.goTo('2024-11-05');
    held = await committeeMeeting(plenary, '2024-11-18');
    done(await convene(plenary.secretary, held));
    const give = (voice: MemberVoice, holder: MemberVoice): Promise<Json> =>
      voice.does('giveProxy', { meetingId: held, memberId: voice.memberId, holderId: holder.memberId });
    expect(await give(government(4), government(5))).toBeRefusedBy('PROXY');
    expect(await give(government(4), government(3))).toBeDone();
    await plenary.goTo('2024-11-18', '10:00');
    const entries = [
      { memberId: government(4).memberId, mode: 'REPRESENTED' },
      { memberId: civil(4).memberId, mode: 'ONLINE' },
    ];
    // A co-chair keeps the attendance too.
    expect(await government(3).does('recordAttendance', { meetingId: held, entries })).toBeDone();
    expect(await foreseen(civil(4), held, 'openSession')).toEqual({ allowed: false, rules: ['QUORUM'] });
    await committeeInSession(plenary, held, '2024-11-18', [government(3), civil(4)]);
    const meeting = await read(held);
    expect(meeting).toMatchObject({
      state: 'IN_SESSION',
      president: { member: { number: government(3).number } },
      quorumChecks: [{ college: 'GOVERNMENT' }, { college: 'CIVIL_SOCIETY' }],
    });
    const [{ id: itemId }] = meeting.agenda.items;
    const consensus = {
      meetingId: held,
      itemId,
      wordingFr: 'Le comité propose deux thèmes.',
      objections: [],
    };
    expect(await civil(4).does('recordConsensus', consensus)).toBeRefusedBy('PRESIDING');
    expect(
      done(
        await government(3).does('recordConsensus', consensus, '... on Decision { state reference effect }'),
      ),
    ).toMatchObject({ state: 'ADOPTED', reference: expect.stringMatching(/^2024-/), effect: null });
    expect(await government(3).does('closeSession', { meetingId: held })).toBeDone();
    const { attendance } = await read(held, plenary.forum.anyone);
    expect(attendance.map(({ mode }: Json) => mode).toSorted()).toEqual([
      'ABSENT',
      'ONLINE',
      'ONLINE',
      'REPRESENTED',
    ]);
  });

  it('count for no cadence of the forum (C3-PLENARY-CADENCE, OGP-1.1)', async () => {
    const { observance, meetings, yearsOfMeetings } = await plenary.forum.anyone.reads(
      `{ observance { plenariesHeld obligations { rule { id } subject doneOn } }
         meetings(body: PLENARY) { nodes { id } }
         yearsOfMeetings(body: MANAGEMENT_COMMITTEE) { year meetings colleges { seats present } } }`,
    );
    expect(observance.plenariesHeld).toBe(1);
    const cadence = ['C3-PLENARY-CADENCE', 'OGP-1.1'];
    const met = observance.obligations.filter(({ rule }: Json) => cadence.includes(rule.id));
    expect(met.map(({ doneOn }: Json) => doneOn)).not.toContain('2024-11-18');
    expect(meetings.nodes).toHaveLength(1);
    expect(yearsOfMeetings).toEqual([
      {
        year: 2024,
        meetings: 2,
        colleges: [
          { seats: 4, present: 1 },
          { seats: 4, present: 2 },
        ],
      },
    ]);
  });

  it('have minutes, due as others are, that a co-chair or the secretariat sends to the committee (MINUTES)', async () => {
    await plenary.goTo('2024-11-28');
    const due = async (): Promise<string[]> =>
      (
        await plenary.forum.anyone.reads('{ observance { obligations { subject dueOn doneOn } } }')
      ).observance.obligations
        .filter(({ subject }: Json) => subject.includes('meeting 15 of the management committee'))
        .map(({ dueOn, doneOn }: Json) => `${dueOn} ${doneOn ?? '-'}`);
    expect((await read(held)).number).toBe(15);
    expect(await due()).toEqual(['2024-12-03 -', '2024-12-11 -']);
    for (const voice of [plenary.secretary, government(3), civil(3)]) {
      expect(await waits(voice)).toContain('draftMinutes MINUTES');
    }
    expect(await waits(civil(4))).toEqual([]);
    await morning(plenary, '2024-12-01');
    const reminded = (await letters('reminder')).filter(({ words }) =>
      words.subjectEn.includes('meeting 15 of the management committee'),
    );
    expect([...new Set(reminded.map(({ name }) => name))].toSorted()).toEqual([
      'CIVIL_SOCIETY 3',
      'GOVERNMENT 3',
      'Secretary',
    ]);
    const draft = (voice: Voice): Promise<Json> =>
      voice.does('draftMinutes', { meetingId: held, language: 'EN' }, '... on Minutes { id }');
    expect(await draft(civil(4))).toMatchObject({ code: 'FORBIDDEN' });
    const { id: minutesId } = done(await draft(civil(3)));
    const before = (await letters('minutes-circulated')).length;
    done(await civil(3).does('circulateMinutes', { minutesId, version: 1 }));
    expect(await lettersSince('minutes-circulated', before)).toEqual(COMMITTEE);
    const comment = { minutesId, section: 'opening', text: 'I was there too.' };
    expect(await government(1).does('commentMinutes', comment)).toBeRefusedBy('MINUTES');
    const own = async (voice: Voice): Promise<ReadEvent[]> => {
      const { makePersonalCalendar } = await voice.reads('mutation { makePersonalCalendar { address } }');
      const { pathname } = new URL(makePersonalCalendar.address);
      return readCalendar(await (await fetch(`${plenary.forum.url}${pathname}?lang=en`)).text());
    };
    const ends = async (voice: Voice): Promise<number> =>
      (await own(voice)).filter(({ uid }) => uid === minutesId).length;
    expect([await ends(civil(4)), await ends(civil(1))]).toEqual([1, 0]);
    const told = (await letters('minutes-published')).length;
    await morning(plenary, '2024-12-09');
    expect(await lettersSince('minutes-published', told)).toEqual(COMMITTEE);
    expect(await due()).toEqual(['2024-12-11 2024-12-09', '2024-12-03 2024-12-01']);
    const file = async (format: string): Promise<string> =>
      (await fetch(`${plenary.forum.url}/minutes/${minutesId}.${format}`)).text();
    const markdown = await file('md');
    expect(markdown).toContain('# Minutes of meeting no. 15 of the management committee, 18 November 2024');
    expect(markdown).toContain('Recommendation 2024-');
    expect(markdown).not.toContain('GOVERNMENT 1');
    expect(await file('xml')).toContain('/akn/fr/doc/minutes/2024-11-18/committee-15');
  });

  it('stand in calendars: the committee’s own, that of all meetings, not that of plenaries', async () => {
    const events = async (name: string): Promise<ReadEvent[]> =>
      readCalendar(await (await fetch(`${plenary.forum.url}/calendars/${name}.ics?lang=en`)).text());
    const [own, all, plenaries] = [await events('committee'), await events('all'), await events('plenaries')];
    expect(own.find(({ uid }) => uid === held)).toMatchObject({
      status: 'CONFIRMED',
      summary: 'Meeting no. 15 of the management committee',
      startsAt: new Date('2024-11-18T09:00:00.000Z'),
    });
    expect(own.some(({ uid }) => uid === plenary.id)).toBe(false);
    expect(all.some(({ uid }) => uid === held)).toBe(true);
    expect(plenaries.map(({ uid }) => uid)).toEqual([plenary.id]);
  });

  it('are of whoever acts, after a term with no successor, for six months (ACTING)', async () => {
    await plenary.goTo('2026-06-10');
    const meetingId = await committeeMeeting(plenary, '2026-07-01');
    await plenary.goTo('2026-06-21');
    const acting = async (on: string): Promise<Json> =>
      (
        await plenary.forum.anyone.reads(
          'query ($on: Day) { committee(on: $on) { coChairs { id } acting { office } } }',
          { on },
        )
      ).committee;
    expect(await acting('2026-06-20')).toMatchObject({ coChairs: [{}, {}], acting: [] });
    const four = ['CO_CHAIR', 'CO_CHAIR', 'COMMITTEE_MEMBER', 'COMMITTEE_MEMBER'];
    for (const on of ['2026-06-21', '2026-12-20']) {
      expect(await acting(on)).toEqual({ coChairs: [], acting: four.map((office) => ({ office })) });
    }
    expect((await acting('2026-12-21')).acting).toEqual([]);
    const draft = (voice: Voice): Promise<Json> =>
      voice.does('draftAgenda', { meetingId, items: [RECOMMENDATION] });
    expect(await draft(plenary.secretary)).toBeRefusedBy('C3-AGENDA');
    expect(await draft(civil(3))).toBeDone();
    expect((await read(meetingId, civil(4))).agenda.version).toBe(2);
    expect(await convene(plenary.secretary, meetingId)).toBeDone();
    await committeeInSession(plenary, meetingId, '2026-07-01', [government(3), civil(4)]);
    done(await government(3).does('closeSession', { meetingId }));
    expect(
      await civil(3).does('draftMinutes', { meetingId, language: 'FR' }, '... on Minutes { id }'),
    ).toBeDone();
  });

  it('are nobody’s once nobody acts: nobody is convened (C3-COMMITTEE), and the secretariat alone plans (C3-CONVOCATION)', async () => {
    await plenary.goTo('2026-12-21');
    const input = {
      body: 'MANAGEMENT_COMMITTEE',
      startsAt: '2027-01-11T09:00:00.000Z',
      place: 'Palais d’Iéna',
    };
    expect(await government(3).does('planMeeting', input)).toBeRefusedBy('C3-CONVOCATION');
    const { id: meetingId } = done(
      await plenary.secretary.does('planMeeting', input, '... on Meeting { id }'),
    );
    done(await plenary.secretary.does('draftAgenda', { meetingId, items: [RECOMMENDATION] }));
    expect(await convene(plenary.secretary, meetingId)).toBeRefusedBy('C3-COMMITTEE');
  });
});
