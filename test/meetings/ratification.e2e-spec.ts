import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COLLEGES, type College } from '@hemicycle/kernel';
import type { Json, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

const DECISION = `... on Decision { id state majority answers nextStates
  votes { member { number } holder { name } capacity choice }
  result { adopted explanation colleges { college votesFor votesAgainst abstentions silent explanation(language: FR) } } }`;

/** Elects nobody, so that the session can be closed: every election is recorded as failed. */
async function withoutCandidates(plenary: Plenary, elections: Record<College, string>): Promise<void> {
  for (const college of COLLEGES) {
    done(await plenary.president().does('orderPoll', { electionId: elections[college] }));
    done(await plenary.secretary.does('recordFailure', { electionId: elections[college] }));
  }
}

async function editionOn(plenary: Plenary, on: string): Promise<Json> {
  const { charter } = await plenary.forum.anyone.reads(
    'query ($on: Day!) { charter { rulesOfProcedure(on: $on) { number ratifiedOn inForceUntilOn } } }',
    { on },
  );
  return charter.rulesOfProcedure;
}

const answers = (voice: Voice, decisionId: string, memberId: string, choice: string): Promise<Json> =>
  voice.does('castDecisionVote', { decisionId, memberId, choice }, DECISION);

describe('the ratification of the rules of procedure', () => {
  let plenary: Plenary;
  let elections: Record<College, string>;
  let itemId: string;
  let decisionId: string;

  beforeAll(async () => {
    plenary = await Plenary.planned();
    elections = await plenary.convened();
    itemId = await plenary.ratificationItem();
  });
  afterAll(() => plenary?.forum.close());

  const put = (voice: Voice, item = itemId): Promise<Json> =>
    voice.does('putToVote', { meetingId: plenary.id, itemId: item }, DECISION);
  const foreseen = async (voice: Voice, action: string, of: 'meeting' | 'decision'): Promise<Json> => {
    const { found } = await voice.reads(
      `query ($id: ID!) { found: ${of}(id: $id) { permitted { action allowed violations { rule { id } } } } }`,
      { id: of === 'meeting' ? plenary.id : decisionId },
    );
    const answer = found.permitted.find((one: Json) => one.action === action);
    return { allowed: answer.allowed, rules: answer.violations.map((one: Json) => one.rule.id) };
  };

  it('is one item of an agenda, a decision', async () => {
    const item = { titleFr: 'x', titleEn: 'x', subject: 'RULES_RATIFICATION' };
    const meetingId = (await plenary.another('2024-09-20')).id;
    for (const items of [
      [{ ...item, kind: 'DISCUSSION' }],
      [1, 2].map(() => ({ ...item, kind: 'DECISION' })),
    ]) {
      expect(await plenary.secretary.does('draftAgenda', { meetingId, items })).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
  });

  it('is put to the vote in session (LIFE) by its president (PRESIDING), as the agenda says (C3-AGENDA)', async () => {
    expect(await put(plenary.president())).toBeRefusedBy('LIFE');
    await plenary.opened();
    expect(await put(plenary.forum.anyone)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await put(plenary.secretary)).toBeRefusedBy('PRESIDING');
    expect(await put(plenary.president(), plenary.id)).toBeRefusedBy('C3-AGENDA');
    expect(await foreseen(plenary.secretary, 'putToVote', 'meeting')).toEqual({
      allowed: false,
      rules: ['PRESIDING'],
    });
    expect(await foreseen(plenary.president(), 'putToVote', 'meeting')).toEqual({ allowed: true, rules: [] });
  });

  it('once, five orders at the same time (LIFE)', async () => {
    const orders = await Promise.all(Array.from({ length: 5 }, () => put(plenary.president())));
    const [ordered, ...more] = orders.filter(({ __typename }) => __typename === 'Decision');
    expect(more).toEqual([]);
    expect(ordered).toMatchObject({ state: 'ORDERED', majority: null, votes: null, result: null });
    for (const order of orders.filter((one) => one !== ordered)) expect(order).toBeRefusedBy('LIFE');
    decisionId = ordered?.id;
  });

  it('opened by the secretariat with a quorum in each college, tested there again (QUORUM)', async () => {
    const open = (voice: Voice): Promise<Json> => voice.does('openDecisionVote', { decisionId }, DECISION);
    const attendance = (mode: string): Promise<Json> =>
      plenary.secretary.does('recordAttendance', {
        meetingId: plenary.id,
        entries: plenary.members.CIVIL_SOCIETY.slice(2).map(({ memberId }) => ({ memberId, mode })),
      });
    expect(await open(plenary.president())).toMatchObject({ code: 'FORBIDDEN' });
    done(await attendance('ABSENT'));
    const missed = await open(plenary.secretary);
    expect(missed).toBeRefusedBy('QUORUM');
    expect(missed.violations[0].reason).toContain(
      'Civil society: 5 voting members; 1/2 of 5, rounded up, is 3; 2',
    );
    expect(await foreseen(plenary.secretary, 'openDecisionVote', 'decision')).toEqual({
      allowed: false,
      rules: ['QUORUM'],
    });
    done(await attendance('IN_ROOM'));
    const another = await plenary.forum.secretary('Another');
    const results = await Promise.all([open(plenary.secretary), open(another), open(plenary.secretary)]);
    expect(results.filter(({ __typename }) => __typename === 'Decision')).toMatchObject([
      { state: 'VOTING', majority: 'DOUBLE' },
    ]);
    for (const one of results.filter(({ __typename }) => __typename !== 'Decision'))
      expect(one).toBeRefusedBy('LIFE');
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { quorumChecks { college present } decisions { title } } }',
      { id: plenary.id },
    );
    expect(meeting.quorumChecks).toHaveLength(4);
    expect(meeting.decisions).toEqual([{ title: 'Ratification of the rules of procedure' }]);
  });

  it('answered by each for her own seat (QUORUM), again if she likes, and shown after the closing', async () => {
    const [ana, bea] = [plenary.member('GOVERNMENT', 1), plenary.member('GOVERNMENT', 2)];
    expect(await answers(ana, decisionId, bea.memberId, 'FOR')).toBeRefusedBy('QUORUM');
    expect(await answers(plenary.secretary, decisionId, ana.memberId, 'FOR')).toBeRefusedBy('QUORUM');
    expect(await foreseen(plenary.founder, 'castDecisionVote', 'decision')).toEqual({
      allowed: false,
      rules: ['QUORUM'],
    });
    expect(await answers(ana, decisionId, ana.memberId, 'AGAINST')).toMatchObject({ answers: 1 });
    expect(await answers(ana, decisionId, ana.memberId, 'FOR')).toMatchObject({
      answers: 1,
      votes: null,
      result: null,
    });
  });

  it('falls when a college is tied (TIE), by a double majority (DECISION)', async () => {
    for (const [voter, choice] of [
      [plenary.member('GOVERNMENT', 2), 'FOR'],
      [plenary.member('GOVERNMENT', 3), 'ABSTAIN'],
      [plenary.member('CIVIL_SOCIETY', 1), 'FOR'],
      [plenary.member('CIVIL_SOCIETY', 2), 'AGAINST'],
    ] as const) {
      done(await answers(voter, decisionId, voter.memberId, choice));
    }
    const close = (voice: Voice): Promise<Json> => voice.does('closeDecisionVote', { decisionId }, DECISION);
    expect(await close(plenary.president())).toMatchObject({ code: 'FORBIDDEN' });
    const closed = await close(plenary.secretary);
    expect(closed).toMatchObject({
      state: 'REJECTED',
      answers: 5,
      nextStates: [],
      result: {
        adopted: false,
        explanation:
          'Double majority, in each college: government, 2 for and 0 against, so more votes for than against; civil society, 1 for and 1 against, a tie without a casting vote. The decision is not adopted.',
        colleges: [
          { college: 'GOVERNMENT', votesFor: 2, votesAgainst: 0, abstentions: 1, silent: 2 },
          {
            college: 'CIVIL_SOCIETY',
            explanation: 'Société civile : 1 pour, 1 contre, 0 abstention, 3 sans réponse.',
          },
        ],
      },
    });
    expect(closed.votes).toHaveLength(10);
    expect(closed.votes[0]).toEqual({
      member: { number: 1 },
      holder: { name: 'GOVERNMENT 1' },
      capacity: 'MEMBER',
      choice: 'FOR',
    });
    expect(await close(plenary.secretary)).toBeRefusedBy('LIFE');
    const late = plenary.member('GOVERNMENT', 4);
    expect(await answers(late, decisionId, late.memberId, 'FOR')).toBeRefusedBy('LIFE');
    expect(await put(plenary.president())).toBeRefusedBy('LIFE');
  });

  it('rejected, leaves edition 0 in force from the next day (RULES-ADOPTION)', async () => {
    await withoutCandidates(plenary, elections);
    expect(await editionOn(plenary, '2024-06-21')).toMatchObject({ number: 1, inForceUntilOn: null });
    expect(await plenary.closes(plenary.president())).toMatchObject({ state: 'HELD' });
    expect(await editionOn(plenary, '2024-06-20')).toEqual({
      number: 1,
      ratifiedOn: null,
      inForceUntilOn: '2024-06-20',
    });
    expect(await editionOn(plenary, '2024-06-21')).toMatchObject({ number: 0, inForceUntilOn: null });
    // Edition 0 has no recorded elections: the next ones are secret.
    await plenary.goTo('2024-06-21');
    const next = await plenary.another('2024-12-12');
    await next.agenda(['GOVERNMENT']);
    const seat = { meetingId: next.id, office: 'CO_CHAIR', college: 'GOVERNMENT' };
    expect(await plenary.secretary.does('callElection', seat)).toBeDone();
  });
});

describe('a first plenary that ratifies', () => {
  let plenary: Plenary;
  let elections: Record<College, string>;
  afterAll(() => plenary?.forum.close());

  it('counts every answer acknowledged while the vote closes, and no other', async () => {
    plenary = await Plenary.planned({ members: 8 });
    elections = await plenary.convened();
    await plenary.opened();
    const decisionId = await plenary.ratificationOpened();
    const voters = COLLEGES.flatMap((college) => plenary.members[college]);
    const first = voters.filter((_, place) => place % 2 === 0);
    for (const voter of first) done(await answers(voter, decisionId, voter.memberId, 'FOR'));
    const [closed, ...cast] = await Promise.all([
      plenary.secretary.does('closeDecisionVote', { decisionId }),
      ...voters
        .filter((_, place) => place % 2 === 1)
        .map((voter) => answers(voter, decisionId, voter.memberId, 'FOR')),
    ]);
    expect(closed).toBeDone('Decision');
    const acknowledged = cast.filter(({ __typename }) => __typename === 'Decision').length;
    for (const one of cast.filter(({ __typename }) => __typename !== 'Decision'))
      expect(one).toBeRefusedBy('LIFE');
    const { decision } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { decision(id: $id) { state answers votes { choice } } }',
      { id: decisionId },
    );
    expect(decision).toMatchObject({ state: 'ADOPTED', answers: first.length + acknowledged });
    expect(decision.votes.filter(({ choice }: Json) => choice !== null)).toHaveLength(
      first.length + acknowledged,
    );
    await withoutCandidates(plenary, elections);
    done(await plenary.closes(plenary.president()));
    expect(await editionOn(plenary, '2025-06-21')).toEqual({
      number: 1,
      ratifiedOn: '2024-06-20',
      inForceUntilOn: null,
    });
  });

  it('is the only one to: a later plenary ratifies nothing (RULES-ADOPTION)', async () => {
    await plenary.goTo('2024-06-21');
    const itemId = await plenary.ratificationItem();
    const { meeting } = await plenary
      .president()
      .reads(
        'query ($id: ID!, $item: ID!) { meeting(id: $id) { item(id: $item) { permitted { action violations { rule { id } } } } } }',
        { id: plenary.id, item: itemId },
      );
    const rules = meeting.item.permitted
      .find(({ action }: Json) => action === 'putToVote')
      .violations.map(({ rule }: Json) => rule.id);
    expect(rules).toContain('RULES-ADOPTION');
    const input = { meetingId: plenary.id, itemId };
    expect(await plenary.president().does('putToVote', input)).toBeRefusedBy('RULES-ADOPTION');
  });
});

describe('a first plenary that puts its ratification to the vote and opens none', () => {
  let plenary: Plenary;
  afterAll(() => plenary?.forum.close());

  it('carries it over: edition 0 applies from the next day (QUORUM, RULES-ADOPTION)', async () => {
    plenary = await Plenary.planned({ members: 3, settings: { decisionMajority: 'SIMPLE' } });
    const elections = await plenary.convened();
    await plenary.opened();
    const input = { meetingId: plenary.id, itemId: await plenary.ratificationItem() };
    const { id } = done(await plenary.president().does('putToVote', input, '... on Decision { id }'));
    await withoutCandidates(plenary, elections);
    done(await plenary.closes(plenary.president()));
    const { decision } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { decision(id: $id) { state } }',
      {
        id,
      },
    );
    expect(decision.state).toBe('CARRIED_OVER');
    expect(await editionOn(plenary, '2024-06-21')).toMatchObject({ number: 0 });
    expect(await plenary.secretary.does('openDecisionVote', { decisionId: id })).toBeRefusedBy('LIFE');
  });
});
