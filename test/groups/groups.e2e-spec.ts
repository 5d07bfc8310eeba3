import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@hemicycle/kernel';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { closed, decided, decisionOn, inSession, proposed } from '../support/working-groups.js';

const GROUP = `id theme(language: FR) english: theme(language: EN) commitments state nextStates proposedBy { name }
  proposedOn setUpOn closedOn vacantColleges
  facilitators { id college fromOn endedOn endReason holder { number } decision { reference } }
  facilitatorProposals { id withGroup member { number } }
  members { fromOn untilOn member { number college } }
  decisions { reference state subject }`;

describe('the life of a working group', () => {
  let plenary: Plenary;
  let groupId: string;
  let closingItem: string;

  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);
  const group = async (id = groupId): Promise<Json> =>
    (await plenary.forum.anyone.reads(`query ($id: ID!) { workingGroup(id: $id) { ${GROUP} } }`, { id }))
      .workingGroup;
  const foreseen = async (voice: Voice, action: string): Promise<Json> => {
    const { workingGroup } = await voice.reads(
      'query ($id: ID!) { workingGroup(id: $id) { permitted { action allowed violations { rule { id } } } } }',
      { id: groupId },
    );
    const answer = workingGroup.permitted.find((one: Json) => one.action === action);
    return { allowed: answer.allowed, rules: answer.violations.map((one: Json) => one.rule.id) };
  };
  const joins = (voice: Voice): Promise<Json> => voice.does('joinWorkingGroup', { groupId });
  const leaves = (voice: Voice): Promise<Json> => voice.does('leaveWorkingGroup', { groupId });
  const facilitator = async (college: string): Promise<Json> =>
    (await group()).facilitators.findLast((one: Json) => one.college === college);

  beforeAll(async () => {
    plenary = await (await Plenary.planned()).held();
    await plenary.goTo('2024-11-20');
    plenary = await plenary.another('2024-12-12');
  });
  afterAll(() => plenary?.forum.close());

  it('begins with a proposal of the secretariat or the committee, with a facilitator of each college (WORKING-GROUP-SETUP)', async () => {
    const proposing = (voice: Voice, more: Json = {}): Promise<Json> =>
      voice.does(
        'proposeWorkingGroup',
        {
          themeFr: 'Justice ouverte',
          themeEn: 'Open justice',
          commitments: [12, 3],
          facilitatorIds: [government(4).memberId, civil(4).memberId],
          ...more,
        },
        '... on WorkingGroup { id }',
      );
    expect(await proposing(plenary.forum.anyone)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await proposing(government(1))).toMatchObject({ code: 'FORBIDDEN' });
    for (const wrong of [
      { commitments: [] },
      { commitments: [0] },
      { commitments: [3, 3] },
      { themeFr: ' ' },
      { facilitatorIds: [government(4).memberId, government(4).memberId] },
    ]) {
      expect(await proposing(plenary.secretary, wrong)).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    expect(await proposing(plenary.secretary, { facilitatorIds: [newId()] })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await proposing(plenary.secretary, { facilitatorIds: [government(4).memberId] })).toBeRefusedBy(
      'WORKING-GROUP-SETUP',
    );
    expect(
      await proposing(plenary.secretary, {
        facilitatorIds: [government(4).memberId, government(5).memberId],
      }),
    ).toBeRefusedBy('WORKING-GROUP-SETUP');
    groupId = done(await proposing(government(3))).id;
    expect(await group()).toEqual({
      id: groupId,
      theme: 'Justice ouverte',
      english: 'Open justice',
      commitments: [3, 12],
      state: 'PROPOSED',
      nextStates: ['SET_UP'],
      proposedBy: { name: 'GOVERNMENT 3' },
      proposedOn: '2024-11-20',
      setUpOn: null,
      closedOn: null,
      vacantColleges: [],
      facilitators: [],
      facilitatorProposals: [
        { id: expect.any(String), withGroup: true, member: { number: government(4).number } },
        { id: expect.any(String), withGroup: true, member: { number: civil(4).number } },
      ],
      members: [],
      decisions: [],
    });
    expect(await joins(civil(1))).toBeRefusedBy('LIFE');
    expect(await foreseen(civil(1), 'joinWorkingGroup')).toEqual({ allowed: false, rules: ['LIFE'] });
    expect(await foreseen(plenary.secretary, 'joinWorkingGroup')).toEqual({ allowed: false, rules: [] });
  });

  it('is not closed before it was set up, nor set up by a consensus, nor under the presidency of its facilitators (LIFE, DECISION, PRESIDING)', async () => {
    const presided = await proposed(plenary, [government(3), civil(4)]);
    const { facilitatorProposals } = await group();
    for (const [subject, objectId] of [
      ['WORKING_GROUP_SETUP', newId()],
      ['WORKING_GROUP_CLOSURE', government(1).memberId],
      ['FACILITATOR_NAMING', facilitatorProposals[0].id],
    ] as const) {
      const items = [decisionOn(subject, objectId)];
      expect(await plenary.secretary.does('draftAgenda', { meetingId: plenary.id, items })).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
    const [closing, settingUp, presidedItem] = await inSession(plenary, [
      decisionOn('WORKING_GROUP_CLOSURE', groupId),
      decisionOn('WORKING_GROUP_SETUP', groupId),
      decisionOn('WORKING_GROUP_SETUP', presided),
    ]);
    closingItem = closing ?? '';
    const puts = (itemId: string, voice: Voice = government(3)): Promise<Json> =>
      voice.does('putToVote', { meetingId: plenary.id, itemId });
    expect(await puts(closingItem)).toBeRefusedBy('LIFE');
    expect(
      await government(3).does('recordConsensus', {
        meetingId: plenary.id,
        itemId: settingUp,
        wordingFr: 'Le groupe est constitué.',
      }),
    ).toBeRefusedBy('DECISION');
    expect(await puts(presidedItem ?? '')).toBeRefusedBy('PRESIDING');
    expect(await decided(plenary, settingUp ?? '')).toMatchObject({
      state: 'ADOPTED',
      effect:
        'The working group “Open justice” is set up from 12 December 2024 for commitments 3 and 12 of the action plan; the mandates of its facilitators, GOVERNMENT 4 (government) and CIVIL_SOCIETY 4 (civil society), begin on that day.',
      workingGroup: { id: groupId, state: 'SET_UP' },
    });
    expect(await group()).toMatchObject({
      state: 'SET_UP',
      setUpOn: '2024-12-12',
      vacantColleges: [],
      facilitators: [
        { college: 'GOVERNMENT', fromOn: '2024-12-12', endedOn: null, decision: { reference: '2024-2' } },
        {
          college: 'CIVIL_SOCIETY',
          fromOn: '2024-12-12',
          endedOn: null,
          holder: { number: civil(4).number },
        },
      ],
      members: [
        { fromOn: '2024-12-12', untilOn: null, member: { number: government(4).number } },
        { fromOn: '2024-12-12', untilOn: null, member: { number: civil(4).number } },
      ],
      decisions: [{ reference: '2024-2', state: 'ADOPTED', subject: 'WORKING_GROUP_SETUP' }],
    });
    const { me } = await civil(4).reads('{ me { roles } }');
    expect(me.roles).toContain('FACILITATOR');
    const { committee } = await plenary.forum.anyone.reads(
      '{ committee { coChairs { id } members { id } } }',
    );
    expect(committee).toMatchObject({ coChairs: [{}, {}], members: [] });
    await closed(plenary);
  });

  it('is joined and left by members of both colleges, once each (LIFE)', async () => {
    const joined = await Promise.all(Array.from({ length: 5 }, () => joins(civil(1))));
    expect(joined.filter(({ __typename }) => __typename === 'WorkingGroup')).toHaveLength(1);
    for (const one of joined.filter(({ __typename }) => __typename !== 'WorkingGroup')) {
      expect(one).toBeRefusedBy('LIFE');
    }
    done(await joins(government(1)));
    expect(await leaves(government(2))).toBeRefusedBy('LIFE');
    expect(await joins(plenary.forum.anyone)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await plenary.secretary.does('joinWorkingGroup', { groupId })).toMatchObject({
      code: 'FORBIDDEN',
    });
    // Whoever leaves and comes back on the same day was never away.
    done(await leaves(government(1)));
    expect(await leaves(government(1))).toBeRefusedBy('LIFE');
    done(await joins(government(1)));
    await plenary.goTo('2024-12-20');
    done(await leaves(government(1)));
    const { members } = await group();
    expect(members.filter((one: Json) => one.member.number === government(1).number)).toEqual([
      {
        fromOn: '2024-12-12',
        untilOn: '2024-12-20',
        member: { number: government(1).number, college: 'GOVERNMENT' },
      },
    ]);
    expect(await leaves(civil(4))).toBeRefusedBy('WORKING-GROUP-SETUP');
    expect(await foreseen(civil(4), 'leaveWorkingGroup')).toEqual({
      allowed: false,
      rules: ['WORKING-GROUP-SETUP'],
    });
  });

  it('states needs by its facilitators, for which members are appointed directly (C3-ADMISSION, LIFE)', async () => {
    const states = (voice: Voice, more: Json = { groupId }): Promise<Json> =>
      voice.does(
        'stateNeed',
        { statementFr: 'Un greffier.', statementEn: 'A court clerk.', ...more },
        '... on Need { id statedBy { name } workingGroup { id } }',
      );
    expect(await states(civil(1))).toBeRefusedBy('C3-ADMISSION');
    expect(await states(plenary.secretary)).toBeRefusedBy('C3-ADMISSION');
    expect(await states(civil(4), {})).toBeRefusedBy('C3-ADMISSION');
    expect(await states(civil(4), { groupId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
    const other = await proposed(plenary);
    expect(await states(civil(4), { groupId: other })).toBeRefusedBy('LIFE');
    const need = done(await states(civil(4)));
    expect(need).toMatchObject({ statedBy: { name: 'CIVIL_SOCIETY 4' }, workingGroup: { id: groupId } });
    const { workingGroup } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { workingGroup(id: $id) { needs { id statement(language: EN) } } }',
      { id: groupId },
    );
    expect(workingGroup.needs).toEqual([{ id: need.id, statement: 'A court clerk.' }]);
    const appointed = await plenary.secretary.does('appointDirectly', {
      needId: need.id,
      organisationId: civil(1).organisationId,
      name: 'Clerk',
      email: 'clerk@example.org',
      language: 'FR',
    });
    expect(appointed).toBeDone('Member');
  });

  it('has a seat vacant when a facilitator resigns or leaves the forum, until a plenary names another', async () => {
    const mine = await facilitator('GOVERNMENT');
    const resigns = (voice: Voice): Promise<Json> => voice.does('resignFacilitation', { mandateId: mine.id });
    expect(await resigns(civil(4))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await resigns(government(4))).toBeDone('Facilitator');
    expect(await resigns(government(4))).toBeRefusedBy('LIFE');
    done(
      await plenary.secretary.does('endMembership', {
        memberId: civil(4).memberId,
        reason: 'DIED',
        lastOn: '2024-12-20',
      }),
    );
    await plenary.goTo('2024-12-21');
    expect(await group()).toMatchObject({
      vacantColleges: ['GOVERNMENT', 'CIVIL_SOCIETY'],
      facilitators: [
        { endedOn: '2024-12-20', endReason: 'RESIGNED' },
        { endedOn: '2024-12-20', endReason: 'DIED' },
      ],
    });
    const names = (voice: Voice, { memberId }: MemberVoice, replacesId?: string): Promise<Json> =>
      voice.does('proposeFacilitator', { groupId, memberId, replacesId });
    expect(await names(civil(1), civil(2))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await names(plenary.secretary, civil(4))).toBeRefusedBy('WORKING-GROUP-SETUP');
    expect(await names(plenary.secretary, civil(2), newId())).toMatchObject({ code: 'NOT_FOUND' });
    done(await names(civil(3), civil(2)));
    done(await names(plenary.secretary, government(2)));

    await plenary.goTo('2025-05-20');
    plenary = await plenary.another('2025-06-12');
    const later = (await group()).facilitatorProposals.filter((one: Json) => !one.withGroup);
    const [second, first] = await inSession(
      plenary,
      later.map(({ id }: Json) => decisionOn('FACILITATOR_NAMING', id)),
    );
    expect(await decided(plenary, first ?? '')).toMatchObject({
      effect: 'CIVIL_SOCIETY 2 is named a facilitator of the working group “Open justice” from 12 June 2025.',
    });
    // Somebody else’s seat is not taken by a proposal for a vacant one.
    expect(await names(plenary.secretary, civil(1))).toBeRefusedBy('WORKING-GROUP-SETUP');
    expect(await names(plenary.secretary, civil(2))).toBeRefusedBy('WORKING-GROUP-SETUP');
    expect(await decided(plenary, second ?? '', 'AGAINST')).toMatchObject({
      state: 'REJECTED',
      effect: null,
    });
    expect(await group()).toMatchObject({ vacantColleges: ['GOVERNMENT'] });
    const held = await facilitator('CIVIL_SOCIETY');
    expect(held).toMatchObject({ fromOn: '2025-06-12', holder: { number: civil(2).number } });
    done(await names(plenary.secretary, civil(1), held.id));
    await closed(plenary);
  });

  it('is closed by a plenary, whose decision also ends its facilitators’ mandates; it stays readable', async () => {
    await plenary.goTo('2025-11-20');
    plenary = await plenary.another('2025-12-11');
    const [replacing] = (await group()).facilitatorProposals.filter(
      (one: Json) => one.member.number === civil(1).number,
    );
    const [replacement, closure] = await inSession(plenary, [
      decisionOn('FACILITATOR_NAMING', replacing.id),
      decisionOn('WORKING_GROUP_CLOSURE', groupId),
    ]);
    done(await decided(plenary, replacement ?? ''));
    expect(await facilitator('CIVIL_SOCIETY')).toMatchObject({ holder: { number: civil(1).number } });
    expect(await decided(plenary, closure ?? '')).toMatchObject({
      effect: 'The working group “Open justice” is closed on 11 December 2025; what it did stays public.',
      workingGroup: { state: 'CLOSED' },
    });
    const { facilitators, members, ...rest } = await group();
    expect(rest).toMatchObject({ state: 'CLOSED', nextStates: [], closedOn: '2025-12-11' });
    expect(
      facilitators.map(({ holder, endedOn, endReason }: Json) => [holder.number, endedOn, endReason]),
    ).toEqual([
      [government(4).number, '2024-12-20', 'RESIGNED'],
      [civil(4).number, '2024-12-20', 'DIED'],
      [civil(2).number, '2025-12-10', 'REPLACED'],
      [civil(1).number, '2025-12-11', 'GROUP_CLOSED'],
    ]);
    expect(members.every(({ untilOn }: Json) => untilOn !== null)).toBe(true);
    expect(await joins(government(2))).toBeRefusedBy('LIFE');
    const { workingGroups } = await plenary.forum.anyone.reads(
      '{ workingGroups(state: CLOSED) { nodes { id } } }',
    );
    expect(workingGroups.nodes).toEqual([{ id: groupId }]);
    const { decisions } = await plenary.forum.anyone.reads(
      '{ decisions(subject: WORKING_GROUP_CLOSURE) { nodes { workingGroup { id } } } }',
    );
    expect(decisions.nodes).toEqual([{ workingGroup: { id: groupId } }]);
  });
});
