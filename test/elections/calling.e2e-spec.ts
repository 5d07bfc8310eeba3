import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe('calling an election, and convening the plenary that elects', () => {
  let plenary: Plenary;
  beforeAll(async () => {
    plenary = await Plenary.planned();
  });
  afterAll(() => plenary?.forum.close());

  const seat = (college = 'GOVERNMENT', office = 'CO_CHAIR'): Record<string, unknown> => ({
    meetingId: plenary.id,
    office,
    college,
  });
  const convenes = (input: object = {}): Promise<Json> =>
    plenary.secretary.does(
      'conveneMeeting',
      { meetingId: plenary.id, ...input },
      '... on Meeting { state elections { college state nominationsOpenedAt } }',
    );

  it('is for the secretariat, and for a plenary that exists', async () => {
    const { secretary, forum } = plenary;
    expect(await forum.anyone.does('callElection', seat())).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await plenary.member('GOVERNMENT', 1).does('callElection', seat())).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await secretary.does('callElection', { ...seat(), meetingId: NOWHERE })).toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const [field, value] of [
      ['meetingId', 'not an id'],
      ['college', 'NEITHER'],
    ] as const) {
      expect(await secretary.does('callElection', { ...seat(), [field]: value })).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
  });

  it('needs both elections announced and called before the first plenary is convened (C3-FIRST-PLENARY)', async () => {
    await plenary.agenda([]);
    await plenary.keys([plenary.founder], 1);
    expect(await convenes()).toBeRefusedBy('C3-FIRST-PLENARY');
    await plenary.agenda(['GOVERNMENT']);
    await plenary.keys([plenary.founder], 2);
    const announced = await convenes();
    expect(announced).toBeRefusedBy('C3-FIRST-PLENARY');
    expect(announced).toBeRefusedBy('C3-ELECTED-AT-PLENARY');
    await plenary.call('GOVERNMENT');
    await plenary.call('CIVIL_SOCIETY');
    const called = await convenes();
    expect(called).toBeRefusedBy('C3-FIRST-PLENARY');
    expect(called).toBeRefusedBy('C3-AGENDA');
    await plenary.agenda();
    expect(await convenes()).toBeRefusedBy('C3-AGENDA');
  });

  it('happens once for a seat (C3-COCHAIRS)', async () => {
    expect(await plenary.secretary.does('callElection', seat())).toBeRefusedBy('C3-COCHAIRS');
  });

  it('opens no nomination before the convocation (LIFE)', async () => {
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { elections { id state method editionNumber } } }',
      { id: plenary.id },
    );
    expect(meeting.elections).toMatchObject([
      { state: 'DRAFT', method: null, editionNumber: null },
      { state: 'DRAFT', method: null, editionNumber: null },
    ]);
    const input = { electionId: meeting.elections[0].id, statement: 'Me.' };
    expect(await plenary.member('GOVERNMENT', 1).does('standAsCandidate', input)).toBeRefusedBy('LIFE');
  });

  it('convenes by the secretariat alone (C3-CONVOCATION), with notice (NOTICE), and says so beforehand', async () => {
    await plenary.keys([plenary.founder], 3);
    const meetingId = plenary.id;
    expect(await plenary.founder.does('conveneMeeting', { meetingId })).toBeRefusedBy('C3-CONVOCATION');
    expect(await plenary.forum.anyone.does('conveneMeeting', { meetingId })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(await plenary.secretary.does('conveneMeeting', { meetingId: NOWHERE })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await plenary.goTo('2024-06-06');
    expect(await convenes()).toBeRefusedBy('NOTICE');
    await plenary.goTo('2024-06-05');
    const { meeting } = await plenary.secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { permitted { action allowed violations { rule { id } } } } }',
      { id: meetingId },
    );
    const byName = new Map<string, Json>(meeting.permitted.map((one: Json) => [one.action, one]));
    expect(byName.get('conveneMeeting')).toEqual({ action: 'conveneMeeting', allowed: true, violations: [] });
    expect(byName.get('closeSession')).toMatchObject({ allowed: false });
    expect(byName.get('cancelMeeting')).toMatchObject({ allowed: true });
    const asked = `query ($id: ID!) { meeting(id: $id) { permitted { allowed violations { reason } } } }`;
    const ofThePublic = (): Promise<Json> => plenary.forum.anyone.reads(asked, { id: meetingId });
    expect((await ofThePublic()).meeting.permitted).toEqual(
      meeting.permitted.map(() => ({ allowed: false, violations: [] })),
    );
    // What nobody may do is not looked into: the meeting itself is all that is read.
    expect(await plenary.forum.statements(ofThePublic)).toHaveLength(1);
  });

  it('opens the nominations of every election, and writes to every member', async () => {
    const convened = done(await convenes());
    const opened = { state: 'NOMINATIONS', nominationsOpenedAt: '2024-06-05T07:00:00.000Z' };
    expect(convened).toMatchObject({
      state: 'CONVENED',
      elections: [
        { college: 'GOVERNMENT', ...opened },
        { college: 'CIVIL_SOCIETY', ...opened },
      ],
    });
    expect(await plenary.forum.letters()).toHaveLength(10);
    expect(await convenes()).toBeRefusedBy('LIFE');
  });

  it('may be called again once cancelled, with a reason, and its nominations are open at once', async () => {
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { elections { id } } }',
      { id: plenary.id },
    );
    const [{ id: electionId }] = meeting.elections;
    const { secretary } = plenary;
    expect(await secretary.does('cancelElection', { electionId, reason: '  ' })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const fields = '... on Election { state conclusion { by { name } reason failure } }';
    expect(
      await secretary.does('cancelElection', { electionId, reason: 'A mistake.' }, fields),
    ).toMatchObject({
      state: 'CANCELLED',
      conclusion: { by: { name: 'Secretary' }, reason: 'A mistake.', failure: null },
    });
    expect(await secretary.does('cancelElection', { electionId, reason: 'Again.' })).toBeRefusedBy('LIFE');
    const again = '... on Election { state editionNumber }';
    expect(await secretary.does('callElection', seat(), again)).toMatchObject({
      state: 'NOMINATIONS',
      editionNumber: 1,
    });
  });

  it('is cancelled with its meeting, so that another plenary may elect', async () => {
    const { secretary } = plenary;
    const input = { meetingId: plenary.id, reason: 'The room is flooded.' };
    done(await secretary.does('cancelMeeting', input));
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { elections { state conclusion { reason } } } }',
      { id: plenary.id },
    );
    expect(meeting.elections).toEqual([
      { state: 'CANCELLED', conclusion: { reason: 'A mistake.' } },
      { state: 'CANCELLED', conclusion: { reason: 'The room is flooded.' } },
      { state: 'CANCELLED', conclusion: { reason: 'The room is flooded.' } },
    ]);
    expect(await secretary.does('callElection', seat())).toBeRefusedBy('LIFE');
    const other = await plenary.another('2024-07-04');
    expect(await other.convened()).toEqual({
      GOVERNMENT: expect.any(String),
      CIVIL_SOCIETY: expect.any(String),
    });
  });
});

describe('an election that the rules of procedure do not allow', () => {
  it('is not called by a method that the forum does not count (METHOD)', async () => {
    const plenary = await Plenary.planned({ members: 1, settings: { coChairMethod: 'APPROVAL' } });
    const input = { meetingId: plenary.id, office: 'CO_CHAIR', college: 'CIVIL_SOCIETY' };
    expect(await plenary.secretary.does('callElection', input)).toBeRefusedBy('METHOD');
    await plenary.forum.close();
  });

  it('waits until each college can fill its seats (C3-COMMITTEE)', async () => {
    const plenary = await Plenary.planned({ members: 2 });
    await plenary.called();
    await plenary.keys();
    const refused = await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id });
    expect(refused).toBeRefusedBy('C3-COMMITTEE');
    await plenary.forum.close();
  });
});
