import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json, MemberVoice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import {
  closed,
  decided,
  decisionOn,
  groupInSession,
  groupMeeting,
  inSession,
  morning,
  proposed,
} from '../support/working-groups.js';

const FIGURES = 'attendanceFigures { year body group { id } meetings present represented excused absent }';

describe('attendance', () => {
  let plenary: Plenary;
  let groupId: string;
  let meetingOfGroup: string;
  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);
  const read = async (query: string, variables: Json = {}): Promise<Json> =>
    plenary.forum.anyone.reads(query, variables);
  const attendance = async (id: string): Promise<Json> =>
    (
      await read(
        `query ($id: ID!) { meeting(id: $id) { attendance {
           mode recordedAt alternate { name } proxyHolder { id } member { id organisation { name } } } } }`,
        { id },
      )
    ).meeting.attendance;

  beforeAll(async () => {
    const first = await (await Plenary.planned()).held();
    await first.goTo('2024-11-20');
    plenary = await first.another('2024-12-12');
    groupId = await proposed(plenary);
    const [item] = await inSession(plenary, [decisionOn('WORKING_GROUP_SETUP', groupId)]);
    await decided(plenary, item ?? '');
    const record = (entry: Json): Promise<Json> =>
      plenary.secretary.does('recordAttendance', { meetingId: plenary.id, entries: [entry] });
    const lent = { meetingId: plenary.id, memberId: civil(3).memberId, holderId: civil(5).memberId };
    done(await record({ memberId: civil(3).memberId, mode: 'ABSENT' }));
    done(await plenary.secretary.does('giveProxy', lent));
    done(await record({ memberId: civil(3).memberId, mode: 'REPRESENTED' }));
    await plenary.alternateOf(civil(2));
    done(await record({ memberId: civil(2).memberId, mode: 'ONLINE', byAlternate: true }));
    done(await record({ memberId: government(4).memberId, mode: 'EXCUSED' }));
    expect(await attendance(plenary.id)).toBeNull();
    await closed(plenary);
  });
  afterAll(() => plenary?.forum.close());

  it('is read by anybody once the session is closed: present, represented by whom, excused, absent', async () => {
    const rows: Json[] = await attendance(plenary.id);
    expect(rows).toHaveLength(10);
    const of = (voice: MemberVoice): Json => rows.find(({ member }) => member.id === voice.memberId);
    expect(of(civil(1))).toMatchObject({ mode: 'IN_ROOM', alternate: null, proxyHolder: null });
    expect(of(civil(2))).toMatchObject({ mode: 'ONLINE', alternate: { name: 'Alternate' } });
    expect(of(civil(3))).toMatchObject({ mode: 'REPRESENTED', proxyHolder: { id: civil(5).memberId } });
    expect(of(civil(4))).toMatchObject({ mode: 'ABSENT', recordedAt: null });
    expect(of(government(4))).toMatchObject({ mode: 'EXCUSED' });
  });

  it('is of the members of the group, at a meeting of it', async () => {
    await plenary.goTo('2025-01-06');
    meetingOfGroup = await groupMeeting({ plenary, groupId }, '2025-02-03');
    await morning(plenary, '2025-01-29');
    await groupInSession(plenary, meetingOfGroup, '2025-02-03', [government(4)]);
    expect(await attendance(meetingOfGroup)).toBeNull();
    done(await government(4).does('closeSession', { meetingId: meetingOfGroup }));
    expect(await attendance(meetingOfGroup)).toMatchObject([
      { mode: 'ONLINE', member: { id: government(4).memberId } },
      { mode: 'ABSENT', recordedAt: null, member: { id: civil(4).memberId } },
    ]);
  });

  it('makes figures of a member, by body and year', async () => {
    const figures = async ({ memberId }: MemberVoice): Promise<Json> =>
      (await read(`query ($id: ID!) { member(id: $id) { ${FIGURES} } }`, { id: memberId })).member
        .attendanceFigures;
    const ofGroup = { year: 2025, body: 'WORKING_GROUP', group: { id: groupId }, meetings: 1 };
    const plenaries = { year: 2024, body: 'PLENARY', group: null, meetings: 2 };
    const none = { present: 0, represented: 0, excused: 0, absent: 0 };
    expect(await figures(government(4))).toEqual([
      { ...none, ...ofGroup, present: 1 },
      { ...none, ...plenaries, present: 1, excused: 1 },
    ]);
    expect(await figures(civil(4))).toEqual([
      { ...none, ...ofGroup, absent: 1 },
      { ...none, ...plenaries, present: 1, absent: 1 },
    ]);
    expect(await figures(civil(3))).toEqual([{ ...none, ...plenaries, present: 1, represented: 1 }]);
  });

  it('makes figures of an organisation, by the seat of it that attended most', async () => {
    const { organisationId } = civil(4);
    const { organisation } = await read(`query ($id: ID!) { organisation(id: $id) { ${FIGURES} } }`, {
      id: organisationId,
    });
    expect(organisation.attendanceFigures).toHaveLength(2);
    await plenary.forum.database.query(
      'UPDATE member_affiliation SET organisation_id = $1 WHERE member_id = $2',
      [organisationId, civil(5).memberId],
    );
    const { organisation: larger } = await read(`query ($id: ID!) { organisation(id: $id) { ${FIGURES} } }`, {
      id: organisationId,
    });
    expect(larger.attendanceFigures[1]).toMatchObject({ year: 2024, meetings: 2, present: 2, absent: 0 });
  });

  it('makes figures of a body: how often it met, each college, each member', async () => {
    const years = `query ($body: Body!, $groupId: ID) { yearsOfMeetings(body: $body, groupId: $groupId) {
      year meetings colleges { college seats present represented excused absent } } }`;
    expect((await read(years, { body: 'PLENARY' })).yearsOfMeetings).toEqual([
      {
        year: 2024,
        meetings: 2,
        colleges: [
          { college: 'GOVERNMENT', seats: 10, present: 9, represented: 0, excused: 1, absent: 0 },
          { college: 'CIVIL_SOCIETY', seats: 10, present: 8, represented: 1, excused: 0, absent: 1 },
        ],
      },
    ]);
    expect((await read(years, { body: 'WORKING_GROUP', groupId })).yearsOfMeetings).toMatchObject([
      { year: 2025, meetings: 1, colleges: [{ seats: 1 }, { seats: 1 }] },
    ]);
    for (const nobodys of ['', 'a group'])
      expect((await read(years, { body: 'WORKING_GROUP', groupId: nobodys })).yearsOfMeetings).toEqual([]);
    const page = async (first: number, after: string | null): Promise<Json> =>
      (
        await read(
          `query ($first: Int!, $after: String) {
             attendanceByMember(body: PLENARY, year: 2024, first: $first, after: $after) {
               nodes { member { number } meetings present } pageInfo { endCursor hasNextPage } } }`,
          { first, after },
        )
      ).attendanceByMember;
    const { nodes, pageInfo } = await page(6, null);
    const rest = await page(6, pageInfo.endCursor);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const numbers = [...nodes, ...rest.nodes].map(({ member }: Json) => member.number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(10);
    expect(nodes[3]).toMatchObject({ meetings: 2, present: 1 });
    // A group whose members had all left by its day met all the same.
    await plenary.forum.database.query('UPDATE group_member SET until_on = $1 WHERE group_id = $2', [
      '2025-02-02',
      groupId,
    ]);
    expect((await read(years, { body: 'WORKING_GROUP', groupId })).yearsOfMeetings).toEqual([
      { year: 2025, meetings: 1, colleges: [] },
    ]);
  });
});

describe('whoever leaves a session', () => {
  let plenary: Plenary;
  let minutesId: string;
  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);
  const MINUTES = '... on Minutes { id version { number sections { facts } } }';
  /** Somebody is recorded a minute after whatever was done before. */
  const record = async ({ memberId }: MemberVoice, mode: string): Promise<Json> => {
    plenary.forum.clock.pass(60_000);
    return plenary.secretary.does('recordAttendance', {
      meetingId: plenary.id,
      entries: [{ memberId, mode }],
    });
  };
  const ask = async (fields: string): Promise<Json> =>
    (await plenary.secretary.reads(`query ($id: ID!) { meeting(id: $id) { ${fields} } }`, { id: plenary.id }))
      .meeting;
  const rowOf = async ({ memberId }: MemberVoice): Promise<Json> => {
    const { attendance } = await ask('attendance { mode leftEarly proxyHolder { id } member { id } }');
    return attendance.find(({ member }: Json) => member.id === memberId);
  };
  const figuresOf = async ({ memberId }: MemberVoice): Promise<Json> =>
    (
      await plenary.forum.anyone.reads(`query ($id: ID!) { member(id: $id) { ${FIGURES} } }`, {
        id: memberId,
      })
    ).member.attendanceFigures[0];

  beforeAll(async () => {
    const first = await (await Plenary.planned()).held();
    await first.goTo('2024-11-20');
    plenary = await first.another('2024-12-12');
    const items = [{ kind: 'INFORMATION', titleFr: 'Bilan', titleEn: 'Review' }];
    done(await plenary.secretary.does('draftAgenda', { meetingId: plenary.id, items }));
    await plenary.keys([government(3), civil(3)]);
    done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
    const proxy = { meetingId: plenary.id, memberId: civil(4).memberId, holderId: civil(2).memberId };
    done(await plenary.secretary.does('giveProxy', proxy));
    await plenary.goTo(plenary.on, '14:00');
    for (const place of [1, 2, 3, 5]) {
      for (const voice of [government(place), civil(place)]) done(await record(voice, 'IN_ROOM'));
    }
    done(await record(civil(4), 'REPRESENTED'));
    done(await government(3).does('openSession', { meetingId: plenary.id }));
    done(await record(government(4), 'ONLINE'));
    done(await record(government(1), 'ABSENT'));
    done(await record(government(2), 'EXCUSED'));
    done(await record(government(2), 'ONLINE'));
    done(await record(civil(1), 'ABSENT'));
    const lent = { meetingId: plenary.id, memberId: civil(1).memberId, holderId: civil(5).memberId };
    done(await plenary.secretary.does('giveProxy', lent));
    done(await record(civil(1), 'REPRESENTED'));
    expect(await rowOf(government(1))).toMatchObject({ mode: 'ABSENT', leftEarly: false });
    plenary.forum.clock.pass(60_000);
    await closed(plenary);
  });
  afterAll(() => plenary?.forum.close());

  it('was there, and left before the end', async () => {
    expect(await rowOf(government(1))).toMatchObject({ mode: 'IN_ROOM', leftEarly: true });
    expect(await rowOf(government(2))).toMatchObject({ mode: 'ONLINE', leftEarly: false });
    expect(await rowOf(civil(1))).toMatchObject({
      mode: 'IN_ROOM',
      leftEarly: true,
      proxyHolder: { id: civil(5).memberId },
    });
    expect(await figuresOf(government(1))).toMatchObject({ year: 2024, meetings: 2, present: 2, absent: 0 });
  });

  it('stands so in the minutes, under the quorum that counted her', async () => {
    const { id, version } = done(
      await plenary.secretary.does('draftMinutes', { meetingId: plenary.id, language: 'EN' }, MINUTES),
    );
    minutesId = id;
    const [{ facts }] = version.sections;
    expect(facts).toMatch(/Present in the room:\n {2}- GOVERNMENT 1 \(.*\), left before the end\n/);
    expect(facts).toMatch(/- CIVIL\\_SOCIETY 1 \(.*\), left before the end, proxy to CIVIL\\_SOCIETY 5\n/);
    expect(facts).toContain('Government: 4 present or represented of 5, 3 needed; met');
  });

  it('is recorded otherwise after the closing, which changes the draft and not what was found', async () => {
    const { quorum } = await ask('quorum { met colleges { college present } }');
    done(await record(government(4), 'EXCUSED'));
    done(await record(civil(4), 'IN_ROOM'));
    expect(await rowOf(government(4))).toMatchObject({ mode: 'EXCUSED', leftEarly: false });
    expect(await rowOf(civil(4))).toMatchObject({ mode: 'IN_ROOM', leftEarly: false });
    expect(await figuresOf(government(4))).toMatchObject({ present: 1, excused: 1 });
    expect((await ask('quorum { met colleges { college present } }')).quorum).toEqual(quorum);
    const { minutes } = await plenary.secretary.reads(
      'query ($id: ID!) { minutes(id: $id) { version { number sections { facts } } } }',
      { id: minutesId },
    );
    expect(minutes.version.number).toBe(3);
    expect(minutes.version.sections[0].facts).toMatch(/Excused:\n {2}- GOVERNMENT 4 \(/);
    expect(minutes.version.sections[0].facts).toContain('Government: 4 present or represented of 5');
    expect(await record(government(4), 'REPRESENTED')).toBeRefusedBy('PROXY');
    const entries = [{ memberId: civil(2).memberId, mode: 'ABSENT' }];
    const byAMember = await civil(2).does('recordAttendance', { meetingId: plenary.id, entries });
    expect(byAMember).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is told absent by no correction, where the quorum counted her: she was there, and left', async () => {
    const { attendance } = await ask('attendance { found member { id } }');
    const found = ({ memberId }: MemberVoice): Json =>
      attendance.find(({ member }: Json) => member.id === memberId).found;
    // The last one came once it was tested: nothing but her attendance says that she was there.
    expect([government(1), civil(1), civil(4), government(4)].map(found)).toEqual([
      'PRESENT',
      'PRESENT',
      'REPRESENTED',
      null,
    ]);
    for (const mode of ['ABSENT', 'EXCUSED']) {
      expect(await record(government(1), mode)).toBeRefusedBy('MINUTES');
    }
    expect(await record(civil(1), 'REPRESENTED')).toBeRefusedBy('MINUTES');
    expect(await record(civil(4), 'ABSENT')).toBeRefusedBy('MINUTES');
    expect(await rowOf(government(1))).toMatchObject({ mode: 'IN_ROOM', leftEarly: true });
  });

  it('is recorded no more once the members have the minutes', async () => {
    const stale = await plenary.secretary.does('circulateMinutes', { minutesId, version: 1 });
    expect(stale).toMatchObject({ code: 'CONFLICT' });
    done(await plenary.secretary.does('circulateMinutes', { minutesId, version: 3 }));
    expect(await record(government(1), 'IN_ROOM')).toBeRefusedBy('MINUTES');
    const { permitted } = await ask('permitted { action violations { rule { id } } }');
    expect(permitted.find(({ action }: Json) => action === 'recordAttendance')).toMatchObject({
      violations: [{ rule: { id: 'MINUTES' } }],
    });
  });
});
