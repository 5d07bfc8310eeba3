import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DailyTasks } from '@hemicycle/jobs';
import { ConveneGroups } from '@hemicycle/meetings';
import { newId } from '@hemicycle/kernel';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { done, type Plenary } from '../support/plenary.js';
import {
  closed,
  decided,
  decisionOn,
  groupInSession,
  groupMeeting,
  inSession,
  morning,
  RECOMMENDATION,
  withGroup,
} from '../support/working-groups.js';

const MEETING = `id body number state on group { id } agenda { state items { id kind } keys { key } }
  convocations { number ground noticeDays quorumRequired urgencyReason } convocationLeavesOn
  convocationStop { reason stoppedBy { name } } quorum { required colleges { members } } quorumChecks { checkedAt }
  president { member { number } } onlineLink`;

describe('the meetings of a working group', () => {
  let plenary: Plenary;
  let groupId: string;

  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);
  const planned = (on: string, items?: readonly Json[]): Promise<string> =>
    groupMeeting({ plenary, groupId }, on, items);
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

  beforeAll(async () => {
    ({ plenary, groupId } = await withGroup());
    await plenary.goTo('2025-01-06');
  });
  afterAll(() => plenary?.forum.close());

  it('are planned by its facilitators, and by nobody else (C3-CONVOCATION)', async () => {
    const input = {
      body: 'WORKING_GROUP',
      groupId,
      startsAt: '2025-02-03T13:00:00.000Z',
      place: 'Palais d’Iéna',
    };
    for (const other of [plenary.secretary, government(1), government(3)]) {
      expect(await other.does('planMeeting', input)).toBeRefusedBy('C3-CONVOCATION');
    }
    expect(await plenary.forum.anyone.does('planMeeting', input)).toMatchObject({ code: 'UNAUTHENTICATED' });
    const facilitator = civil(4);
    expect(
      await facilitator.does('planMeeting', { ...input, startsAt: '2025-01-05T13:00:00.000Z' }),
    ).toBeRefusedBy('NOTICE');
    expect(await facilitator.does('planMeeting', { ...input, groupId: null })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(await facilitator.does('planMeeting', { ...input, body: 'PLENARY' })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(await facilitator.does('planMeeting', { ...input, groupId: newId() })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await facilitator.does('planMeeting', { ...input, body: 'PLENARY', groupId: null })).toBeRefusedBy(
      'C3-CONVOCATION',
    );
    const meeting = done(await facilitator.does('planMeeting', input, `... on Meeting { ${MEETING} }`));
    expect(meeting).toMatchObject({
      body: 'WORKING_GROUP',
      number: 1,
      state: 'PLANNED',
      group: { id: groupId },
      convocationLeavesOn: '2025-01-27',
      quorum: { required: false, colleges: [{ members: 2 }, { members: 2 }] },
    });
    expect(
      await plenary.secretary.does('cancelMeeting', { meetingId: meeting.id, reason: 'No' }),
    ).toBeRefusedBy('C3-CONVOCATION');
    expect(
      await facilitator.does('cancelMeeting', { meetingId: meeting.id, reason: 'Another day suits more.' }),
    ).toBeDone();
  });

  it('have an agenda that their facilitators set, without keys, elections or acts of the plenary (C3-AGENDA, C3-ELECTED-AT-PLENARY)', async () => {
    const meetingId = await planned('2025-02-04', []);
    const draft = (voice: Voice, item: Json = RECOMMENDATION): Promise<Json> =>
      voice.does('draftAgenda', { meetingId, items: [item] });
    expect(await draft(plenary.secretary)).toBeRefusedBy('C3-AGENDA');
    expect(await draft(civil(1))).toBeRefusedBy('C3-AGENDA');
    expect(
      await draft(civil(4), {
        kind: 'ELECTION',
        titleFr: 'Élection',
        titleEn: 'Election',
        office: 'CO_CHAIR',
        college: 'GOVERNMENT',
      }),
    ).toBeRefusedBy('C3-ELECTED-AT-PLENARY');
    expect(await draft(civil(4), decisionOn('WORKING_GROUP_CLOSURE', groupId))).toBeRefusedBy('C3-AGENDA');
    expect(await draft(civil(4))).toBeDone();
    expect(
      await plenary.secretary.does('turnKey', { meetingId, version: 1, key: 'SECRETARIAT' }),
    ).toBeRefusedBy('C3-AGENDA');
    expect(
      await plenary.secretary.does('callElection', { meetingId, office: 'CO_CHAIR', college: 'GOVERNMENT' }),
    ).toBeRefusedBy('C3-ELECTED-AT-PLENARY');
    expect((await read(meetingId)).agenda).toEqual({
      state: 'DRAFT',
      items: [{ id: expect.any(String), kind: 'DECISION' }],
      keys: [],
    });
    // Whoever may take part sees it grow; the public, once it is published.
    expect((await read(meetingId, government(5))).agenda).not.toBeNull();
    expect((await read(meetingId, plenary.forum.anyone)).agenda).toBeNull();
    done(await civil(4).does('cancelMeeting', { meetingId, reason: 'Withdrawn.' }));
  });

  it('are convened by themselves, from seven days before on, once; the group’s members are written to (C3-CONVOCATION)', async () => {
    const meetingId = await planned('2025-02-10');
    await morning(plenary, '2025-02-02');
    expect((await read(meetingId)).state).toBe('PLANNED');
    const before = (await letters('convocation')).length;
    await plenary.goTo('2025-02-03', '08:00');
    // Several processes, several jobs of the day.
    await plenary.forum.api.get(DailyTasks, { strict: false }).begin();
    const task = plenary.forum.api.get(ConveneGroups, { strict: false });
    await Promise.all(Array.from({ length: 4 }, () => task.run()));
    await plenary.forum.settled();
    expect(await read(meetingId)).toMatchObject({
      state: 'CONVENED',
      convocationLeavesOn: null,
      convocations: [
        { number: 1, ground: 'FACILITATORS', noticeDays: 7, quorumRequired: false, urgencyReason: null },
      ],
    });
    const sent = (await letters('convocation')).slice(before);
    expect(sent.map(({ name }) => name).toSorted()).toEqual([
      'CIVIL_SOCIETY 1',
      'CIVIL_SOCIETY 4',
      'GOVERNMENT 1',
      'GOVERNMENT 4',
    ]);
    expect(sent[0]?.words).toMatchObject({ groupEn: 'Open justice', meetingNumber: 3 });
    const [trail] = await plenary.forum.database.query<{ actor_id: string | null }>(
      `SELECT actor_id FROM audit_row WHERE command = 'conveneMeeting' AND subject_id = $1`,
      [meetingId],
    );
    expect(trail).toEqual({ actor_id: null });
  });

  it('are convened some moments after an agenda is set late, not when the notice is too short, save by urgency (NOTICE)', async () => {
    await plenary.goTo('2025-02-17', '10:00');
    const late = await planned('2025-02-22');
    await plenary.forum.settled();
    expect((await read(late)).convocations).toMatchObject([{ noticeDays: 5 }]);
    const tooLate = await planned('2025-02-21');
    await plenary.forum.settled();
    await morning(plenary, '2025-02-18');
    expect((await read(tooLate)).state).toBe('PLANNED');
    expect(await foreseen(civil(4), tooLate, 'conveneMeeting')).toEqual({
      allowed: false,
      rules: ['NOTICE'],
    });
    expect(await civil(4).does('conveneMeeting', { meetingId: tooLate })).toBeRefusedBy('NOTICE');
    const urgent = { meetingId: tooLate, urgencyReason: 'The decree is consulted on until Friday.' };
    expect(await civil(1).does('conveneMeeting', urgent)).toBeRefusedBy('C3-CONVOCATION');
    expect(await civil(4).does('conveneMeeting', urgent)).toBeDone();
    const noAgenda = await planned('2025-03-01', []);
    expect(await civil(4).does('conveneMeeting', { meetingId: noAgenda })).toBeRefusedBy('C3-AGENDA');
    for (const meetingId of [late, tooLate, noAgenda]) {
      done(await civil(4).does('cancelMeeting', { meetingId, reason: 'Not needed.' }));
    }
    expect((await letters('meeting-cancelled')).length).toBe(8);
  });

  it('are stopped by the secretariat with a reason, and let leave again (C3-CONVOCATION, LIFE)', async () => {
    const meetingId = await planned('2025-03-10');
    const stop = (voice: Voice): Promise<Json> =>
      voice.does('stopConvocation', { meetingId, reason: 'The room is taken that day.' });
    const letLeave = (voice: Voice): Promise<Json> => voice.does('letConvocationLeave', { meetingId });
    expect(await letLeave(plenary.secretary)).toBeRefusedBy('LIFE');
    expect(await stop(civil(4))).toBeRefusedBy('C3-CONVOCATION');
    expect(
      await plenary.secretary.does('stopConvocation', { meetingId: plenary.id, reason: 'No' }),
    ).toBeRefusedBy('C3-CONVOCATION');
    expect(await stop(plenary.secretary)).toBeDone();
    expect(await stop(plenary.secretary)).toBeRefusedBy('LIFE');
    expect((await read(meetingId)).convocationStop).toEqual({
      reason: 'The room is taken that day.',
      stoppedBy: { name: 'Secretary' },
    });
    expect((await read(meetingId, plenary.forum.anyone)).convocationStop).toBeNull();
    expect((await letters('convocation-stopped')).map(({ name }) => name)).toEqual([
      'CIVIL_SOCIETY 4',
      'GOVERNMENT 4',
    ]);
    await morning(plenary, '2025-03-04');
    expect((await read(meetingId)).state).toBe('PLANNED');
    for (const voice of [civil(4), plenary.secretary]) {
      expect(await voice.does('conveneMeeting', { meetingId })).toBeRefusedBy('C3-CONVOCATION');
    }
    expect(await letLeave(civil(4))).toBeRefusedBy('C3-CONVOCATION');
    expect(await letLeave(plenary.secretary)).toBeDone();
    await plenary.forum.settled();
    expect((await read(meetingId)).state).toBe('CONVENED');
    expect(await stop(plenary.secretary)).toBeRefusedBy('LIFE');
    done(await civil(4).does('cancelMeeting', { meetingId, reason: 'Not needed.' }));
  });

  it('leave or are stopped, never both, however close', async () => {
    for (const day of ['2025-03-12', '2025-03-13', '2025-03-14', '2025-03-15']) {
      await plenary.goTo('2025-03-04', '10:00');
      const meetingId = await planned(day);
      await plenary.forum.settled();
      await plenary.goTo('2025-03-09', '10:00');
      const task = plenary.forum.api.get(ConveneGroups, { strict: false });
      await plenary.goTo(
        day.replace(/\d\d$/, (one) => String(Number(one) - 6).padStart(2, '0')),
        '10:00',
      );
      const [stopped] = await Promise.all([
        plenary.secretary.does('stopConvocation', { meetingId, reason: 'Wait.' }),
        task.run(),
        task.run(),
      ]);
      const { state, convocations, convocationStop } = await read(meetingId);
      const wasStopped = stopped.__typename === 'Meeting';
      expect({ state, convocations: convocations.length, stop: convocationStop !== null }).toEqual({
        state: wasStopped ? 'PLANNED' : 'CONVENED',
        convocations: wasStopped ? 0 : 1,
        stop: wasStopped,
      });
      done(await civil(4).does('cancelMeeting', { meetingId, reason: 'Not needed.' }));
    }
  });

  it('have numbers of their own that follow each other, two facilitators planning at once', async () => {
    await plenary.goTo('2025-03-16');
    const before = (await read(await planned('2025-05-01', []))).number;
    const input = {
      body: 'WORKING_GROUP',
      groupId,
      startsAt: '2025-05-05T13:00:00.000Z',
      place: 'Palais d’Iéna',
    };
    const results = await Promise.all(
      [government(4), civil(4), government(4), civil(4)].map((voice) =>
        voice.does('planMeeting', input, '... on Meeting { id number }'),
      ),
    );
    expect(results.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
      [1, 2, 3, 4].map((more) => before + more),
    );
    const next = await plenary.another('2025-06-05');
    expect((await read(next.id, plenary.secretary)).number).toBe(3);
    const { workingGroup } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { workingGroup(id: $id) { meetings(first: 2) { nodes { id number } pageInfo { hasNextPage } } } }',
      { id: groupId },
    );
    expect(workingGroup.meetings.nodes).toHaveLength(2);
    expect(workingGroup.meetings.pageInfo.hasNextPage).toBe(true);
  });

  it('are attended by the group’s members, presided over by a facilitator, and adopt recommendations of both colleges', async () => {
    await plenary.goTo('2025-03-16');
    const meetingId = await planned('2025-03-24');
    await morning(plenary, '2025-03-17');
    await plenary.goTo('2025-03-24', '14:00');
    const record = (voice: Voice, ...members: MemberVoice[]): Promise<Json> =>
      voice.does('recordAttendance', {
        meetingId,
        entries: members.map(({ memberId }) => ({ memberId, mode: 'IN_ROOM' })),
      });
    expect(await record(government(4), government(5))).toBeRefusedBy('QUORUM');
    expect(await record(government(1), government(1))).toMatchObject({ code: 'FORBIDDEN' });
    // The attendance of a plenary is the secretariat's alone.
    const plenaries = await plenary.forum.anyone.reads(
      '{ meetings(body: PLENARY, first: 1) { nodes { id } } }',
    );
    const [{ id: plenaryId }] = plenaries.meetings.nodes;
    expect(
      await government(4).does('recordAttendance', {
        meetingId: plenaryId,
        entries: [{ memberId: government(4).memberId, mode: 'EXCUSED' }],
      }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(await foreseen(government(4), plenaryId, 'recordAttendance')).toEqual({
      allowed: false,
      rules: [],
    });
    // Without a facilitator there, the order of plenaries: here the longest-serving of the group's members.
    expect(await record(civil(4), government(1), civil(1))).toBeDone();
    expect(await civil(4).does('openSession', { meetingId })).toBeRefusedBy('PRESIDING');
    expect(await foreseen(government(1), meetingId, 'openSession')).toEqual({ allowed: true, rules: [] });
    expect(await record(plenary.secretary, civil(4))).toBeDone();
    expect(await government(1).does('openSession', { meetingId })).toBeRefusedBy('PRESIDING');
    expect(await civil(4).does('declareNoQuorum', { meetingId })).toBeRefusedBy('QUORUM');
    expect(await civil(4).does('openSession', { meetingId })).toBeDone();
    const meeting = await read(meetingId);
    expect(meeting).toMatchObject({ state: 'IN_SESSION', quorumChecks: [] });

    const [{ id: itemId }] = meeting.agenda.items;
    const wording = { meetingId, itemId, wordingFr: 'Publier les jeux de données.', objections: [] };
    expect(await civil(1).does('recordConsensus', wording)).toBeRefusedBy('PRESIDING');
    const decision = done(
      await civil(4).does(
        'recordConsensus',
        wording,
        '... on Decision { state reference meeting { group { id } } }',
      ),
    );
    expect(decision).toMatchObject({ state: 'ADOPTED', meeting: { group: { id: groupId } } });
    expect(await civil(4).does('closeSession', { meetingId })).toBeDone();
    expect((await read(meetingId)).state).toBe('HELD');
  });

  it('take recorded votes with a quorum of the group in each college (QUORUM)', async () => {
    await plenary.goTo('2025-03-25');
    const meetingId = await planned('2025-04-07');
    await morning(plenary, '2025-03-31');
    await groupInSession(plenary, meetingId, '2025-04-07', [government(4)]);
    const [{ id: itemId }] = (await read(meetingId)).agenda.items;
    const put = done(await government(4).does('putToVote', { meetingId, itemId }, '... on Decision { id }'));
    const decisionId = put.id;
    expect(await plenary.secretary.does('openDecisionVote', { decisionId })).toBeRefusedBy('QUORUM');
    const entries = [{ memberId: civil(1).memberId, mode: 'ONLINE' }];
    done(await government(4).does('recordAttendance', { meetingId, entries }));
    expect(await plenary.secretary.does('openDecisionVote', { decisionId })).toBeDone();
    for (const voter of [government(4), civil(1)]) {
      done(await voter.does('castDecisionVote', { decisionId, memberId: voter.memberId, choice: 'FOR' }));
    }
    expect(
      done(await plenary.secretary.does('closeDecisionVote', { decisionId }, '... on Decision { state }'))
        .state,
    ).toBe('ADOPTED');
    done(await government(4).does('closeSession', { meetingId }));
  });

  it('are never taken for plenaries', async () => {
    const { meetings } = await plenary.forum.anyone.reads(
      '{ meetings(body: PLENARY, first: 4) { nodes { body group { id } itemsLeft { title } } } }',
    );
    expect(meetings.nodes).toHaveLength(3);
    expect(meetings.nodes[0].itemsLeft[0].title).toContain('plenary no. 2');
    const { observance } = await plenary.forum.anyone.reads('{ observance { plenariesHeld } }');
    expect(observance.plenariesHeld).toBe(0);
  });

  it('have minutes that a facilitator drafts and circulates to the group, in every output (MINUTES)', async () => {
    const { workingGroup } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { workingGroup(id: $id) { meetings { nodes { id number state } } } }',
      { id: groupId },
    );
    const held = workingGroup.meetings.nodes.filter(({ state }: Json) => state === 'HELD');
    const [{ id: meetingId, number }] = held;
    const draft = (voice: Voice): Promise<Json> =>
      voice.does('draftMinutes', { meetingId, language: 'EN' }, '... on Minutes { id }');
    expect(await draft(civil(1))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await foreseen(civil(1), meetingId, 'draftMinutes')).toEqual({ allowed: false, rules: [] });
    expect(await foreseen(civil(4), meetingId, 'draftMinutes')).toEqual({ allowed: true, rules: [] });
    const notHeld = await planned('2025-12-01', []);
    expect(await civil(4).does('draftMinutes', { meetingId: notHeld, language: 'EN' })).toBeRefusedBy(
      'MINUTES-AFTER-MEETING',
    );
    done(await civil(4).does('cancelMeeting', { meetingId: notHeld, reason: 'Not needed.' }));
    const { id: minutesId } = done(await draft(civil(4)));
    const reads = (voice: Voice): Promise<Json> =>
      voice.reads(
        'query ($id: ID!) { minutes(id: $id) { state permitted { action allowed } meeting { group { id } } } }',
        { id: minutesId },
      );
    expect((await reads(government(1))).minutes).toBeNull();
    expect((await reads(government(4))).minutes).toMatchObject({
      state: 'DRAFT',
      meeting: { group: { id: groupId } },
      permitted: expect.arrayContaining([{ action: 'circulateMinutes', allowed: true }]),
    });
    const saved = { minutesId, basedOnVersion: 1, sections: [{ key: 'opening', text: 'Welcome.' }] };
    expect(await government(5).does('saveMinutes', saved)).toMatchObject({ code: 'FORBIDDEN' });
    done(await government(4).does('saveMinutes', saved));
    done(await civil(4).does('circulateMinutes', { minutesId, version: 2 }));
    const circulated = await letters('minutes-circulated');
    expect(
      circulated
        .map(({ name }) => name)
        .slice(-4)
        .toSorted(),
    ).toEqual(['CIVIL_SOCIETY 1', 'CIVIL_SOCIETY 4', 'GOVERNMENT 1', 'GOVERNMENT 4']);
    const comment = { minutesId, section: 'opening', text: 'I was there too.' };
    expect(await government(5).does('commentMinutes', comment)).toBeRefusedBy('MINUTES');
    await plenary.goTo('2025-04-16');
    const file = async (format: string): Promise<string> => {
      const response = await fetch(`${plenary.forum.url}/minutes/${minutesId}.${format}`);
      expect(response.status).toBe(200);
      return response.text();
    };
    const markdown = await file('md');
    expect(markdown).toContain(`# Minutes of meeting no. ${number} of the working group “Open justice”`);
    expect(markdown).toContain('A working group’s meeting opens without a quorum');
    expect(markdown).toContain('Recommendation 2025-');
    expect(markdown).not.toContain('GOVERNMENT 5');
    expect(await file('xml')).toContain(`/akn/fr/doc/minutes/2025-04-07/${groupId}-${number}`);
    expect((await file('pdf')).startsWith('%PDF')).toBe(true);
    const next = await planned('2025-12-08', []);
    const { meeting } = await civil(4).reads(
      'query ($id: ID!) { meeting(id: $id) { itemsLeft { title } } }',
      {
        id: next,
      },
    );
    expect(meeting.itemsLeft[0].title).toBe(
      `Take note of the minutes of meeting no. ${number} of the working group “Open justice” of 7 April 2025`,
    );
    done(await civil(4).does('cancelMeeting', { meetingId: next, reason: 'Not needed.' }));
  });

  it('change their agenda after the convocation, by their facilitators (C3-AGENDA)', async () => {
    await plenary.goTo('2025-04-17');
    const meetingId = await planned('2025-04-30');
    await morning(plenary, '2025-04-23');
    const publish = (voice: Voice, urgencyReason: string | null = null): Promise<Json> =>
      voice.does('publishAgenda', { meetingId, urgencyReason });
    expect(await publish(civil(4))).toBeRefusedBy('C3-AGENDA');
    const items = [RECOMMENDATION, { kind: 'DISCUSSION', titleFr: 'Calendrier', titleEn: 'Timetable' }];
    done(await civil(4).does('draftAgenda', { meetingId, items }));
    expect(await publish(plenary.secretary)).toBeRefusedBy('C3-AGENDA');
    await plenary.goTo('2025-04-26');
    expect(await publish(civil(4))).toBeRefusedBy('C3-AGENDA');
    expect(await publish(civil(4), 'The ministry answered today.')).toBeDone();
    expect((await letters('agenda-changed')).map(({ name }) => name)).toHaveLength(4);
    done(await civil(4).does('cancelMeeting', { meetingId, reason: 'Not needed.' }));
  });

  it('are planned by the secretariat while nobody facilitates (WORKING-GROUP-SETUP), and are cancelled when the group is closed', async () => {
    await plenary.goTo('2025-04-27');
    const { workingGroup } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { workingGroup(id: $id) { facilitators { id college } } }',
      { id: groupId },
    );
    for (const { id: mandateId, college } of workingGroup.facilitators) {
      done(await plenary.member(college, 4).does('resignFacilitation', { mandateId }));
    }
    await plenary.goTo('2025-04-28');
    const input = {
      body: 'WORKING_GROUP',
      groupId,
      startsAt: '2025-07-03T13:00:00.000Z',
      place: 'Palais d’Iéna',
    };
    expect(await government(4).does('planMeeting', input)).toBeRefusedBy('WORKING-GROUP-SETUP');
    const { id: meetingId } = done(
      await plenary.secretary.does('planMeeting', input, '... on Meeting { id }'),
    );
    done(await plenary.secretary.does('draftAgenda', { meetingId, items: [RECOMMENDATION] }));
    done(await plenary.secretary.does('conveneMeeting', { meetingId }));
    const { meetings } = await plenary.forum.anyone.reads(
      '{ meetings(body: PLENARY, first: 1) { nodes { id } } }',
    );
    const next = Object.assign(Object.create(plenary) as Plenary, {
      id: meetings.nodes[0].id,
      on: '2025-06-05',
    });
    await plenary.goTo('2025-05-01');
    const [item] = await inSession(next, [decisionOn('WORKING_GROUP_CLOSURE', groupId)]);
    await decided(next, item ?? '');
    await closed(next);
    expect((await read(meetingId)).state).toBe('CANCELLED');
    expect(await plenary.secretary.does('planMeeting', input)).toBeRefusedBy('LIFE');
  });
});
