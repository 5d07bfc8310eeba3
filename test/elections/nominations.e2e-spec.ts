import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, Plenary } from '../support/plenary.js';

describe('standing in an election', () => {
  let plenary: Plenary;
  let electionId: string;
  beforeAll(async () => {
    plenary = await Plenary.planned();
    electionId = (await plenary.convened()).GOVERNMENT;
  });
  afterAll(() => plenary?.forum.close());

  const standing = (statement = 'I stand.'): Record<string, unknown> => ({ electionId, statement });

  it('is for whoever signed in, in an election that exists, with a statement', async () => {
    const member = plenary.member('GOVERNMENT', 1);
    expect(await plenary.forum.anyone.does('standAsCandidate', standing())).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const nowhere = { ...standing(), electionId: '00000000-0000-4000-8000-000000000000' };
    expect(await member.does('standAsCandidate', nowhere)).toMatchObject({ code: 'NOT_FOUND' });
    for (const statement of ['', '   ', 'A\0B', 'x'.repeat(5_001)]) {
      expect(await member.does('standAsCandidate', standing(statement))).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
  });

  it('is for a member of the seat’s college (ELIGIBILITY)', async () => {
    expect(await plenary.member('CIVIL_SOCIETY', 1).does('standAsCandidate', standing())).toBeRefusedBy(
      'ELIGIBILITY',
    );
    expect(await plenary.founder.does('standAsCandidate', standing())).toBeRefusedBy('ELIGIBILITY');
  });

  it('is never for an alternate (ELIGIBILITY)', async () => {
    const alternate = await plenary.alternateOf(plenary.member('GOVERNMENT', 5));
    const refused = await alternate.does('standAsCandidate', standing());
    expect(refused).toBeRefusedBy('ELIGIBILITY');
    expect(refused.violations[0].reason).toContain('alternate');
  });

  it('is done once, with a statement that everybody reads (ELIGIBILITY)', async () => {
    const member = plenary.member('GOVERNMENT', 2);
    expect(await plenary.foreseen(member, electionId, 'standAsCandidate')).toEqual({
      allowed: true,
      rules: [],
    });
    const fields = '... on Candidacy { statement withdrawnAt member { number } }';
    expect(await member.does('standAsCandidate', standing('  For an open state.\n'), fields)).toMatchObject({
      statement: 'For an open state.',
      withdrawnAt: null,
      member: { number: 2 },
    });
    expect(await member.does('standAsCandidate', standing())).toBeRefusedBy('ELIGIBILITY');
    expect(await plenary.foreseen(member, electionId, 'standAsCandidate')).toEqual({
      allowed: false,
      rules: ['ELIGIBILITY'],
    });
    const { candidacies } = await plenary.election(electionId, 'candidacies { statement }');
    expect(candidacies).toEqual([{ statement: 'For an open state.' }]);
  });

  it('happens once, ten times at once', async () => {
    const member = plenary.member('GOVERNMENT', 4);
    // Candidacies are shown in the order of their instants.
    plenary.forum.clock.pass(60_000);
    const results = await Promise.all(
      Array.from({ length: 10 }, () => member.does('standAsCandidate', standing())),
    );
    expect(results.filter(({ __typename }) => __typename === 'Candidacy')).toHaveLength(1);
    const { candidacies } = await plenary.election(electionId, 'candidacies { member { number } }');
    expect(candidacies).toEqual([{ member: { number: 2 } }, { member: { number: 4 } }]);
  });

  it('may be taken back by whoever stands, and taken up again (ELIGIBILITY)', async () => {
    const member = plenary.member('GOVERNMENT', 2);
    const { candidacies } = await plenary.election(electionId, 'candidacies { id }');
    const [{ id: candidacyId }, { id: others }] = candidacies;
    expect(await member.does('withdrawCandidacy', { candidacyId: others })).toBeRefusedBy('ELIGIBILITY');
    expect(
      await member.does('withdrawCandidacy', { candidacyId: '00000000-0000-4000-8000-000000000000' }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(await plenary.foreseen(member, electionId, 'withdrawCandidacy')).toEqual({
      allowed: true,
      rules: [],
    });
    expect(
      await member.does('withdrawCandidacy', { candidacyId }, '... on Candidacy { withdrawnAt }'),
    ).toMatchObject({ withdrawnAt: expect.any(String) });
    expect(await member.does('withdrawCandidacy', { candidacyId })).toBeRefusedBy('ELIGIBILITY');
    expect(await plenary.stands(member, electionId)).not.toBe(candidacyId);
  });

  it('ends when the president takes the item up (ELIGIBILITY)', async () => {
    await plenary.opened();
    const candidacyId = await plenary.stands(plenary.member('GOVERNMENT', 3), electionId);
    done(await plenary.president().does('orderPoll', { electionId }));
    expect(await plenary.president().does('standAsCandidate', standing())).toBeRefusedBy('ELIGIBILITY');
    expect(await plenary.member('GOVERNMENT', 3).does('withdrawCandidacy', { candidacyId })).toBeRefusedBy(
      'ELIGIBILITY',
    );
  });

  it('leaves no one on the ballot who lost her seat before the poll opened (ELIGIBILITY)', async () => {
    const { memberId } = plenary.member('GOVERNMENT', 4);
    const input = { memberId, reason: 'LEFT_ORGANISATION', lastOn: '2024-06-20' };
    done(await plenary.secretary.does('endMembership', input));
    await plenary.goTo('2024-06-21');
    done(await plenary.secretary.does('openVoting', { electionId }));
    const { rounds, register } = await plenary.election(
      electionId,
      'register { number } rounds { candidates { member { number } } }',
    );
    expect(rounds).toEqual([{ candidates: [{ member: { number: 2 } }, { member: { number: 3 } }] }]);
    expect(register).toEqual([1, 2, 3, 5].map((number) => ({ number })));
  });
});

describe('nominations that close some days before the session', () => {
  it('close then (ELIGIBILITY)', async () => {
    const plenary = await Plenary.planned({ settings: { nominationsCloseDaysBefore: 7 } });
    const { GOVERNMENT: electionId } = await plenary.convened();
    await plenary.goTo('2024-06-13', '23:59');
    const candidacyId = await plenary.stands(plenary.member('GOVERNMENT', 1), electionId);
    await plenary.goTo('2024-06-14', '00:00');
    const late = { electionId, statement: 'I stand.' };
    expect(await plenary.member('GOVERNMENT', 2).does('standAsCandidate', late)).toBeRefusedBy('ELIGIBILITY');
    expect(await plenary.member('GOVERNMENT', 1).does('withdrawCandidacy', { candidacyId })).toBeRefusedBy(
      'ELIGIBILITY',
    );
    done(await plenary.secretary.does('cancelElection', { electionId, reason: 'A mistake.' }));
    const again = { meetingId: plenary.id, office: 'CO_CHAIR', college: 'GOVERNMENT' };
    expect(await plenary.secretary.does('callElection', again)).toBeRefusedBy('ELIGIBILITY');
    await plenary.forum.close();
  });
});

describe('an election that an elector wants secret', () => {
  it('takes no vote by name (SECRECY, CNIL-1-08), whoever asks being of its electors (REGISTER)', async () => {
    const plenary = await Plenary.planned();
    const { GOVERNMENT: electionId } = await plenary.convened();
    await plenary.stands(plenary.member('GOVERNMENT', 2), electionId);
    expect(await plenary.member('CIVIL_SOCIETY', 1).does('askForSecrecy', { electionId })).toBeRefusedBy(
      'REGISTER',
    );
    expect(await plenary.secretary.does('askForSecrecy', { electionId })).toBeRefusedBy('REGISTER');
    await plenary.opened();
    done(await plenary.president().does('orderPoll', { electionId }));
    const asked = await plenary
      .member('GOVERNMENT', 4)
      .does('askForSecrecy', { electionId }, '... on Election { secrecyAskedAt }');
    expect(asked).toMatchObject({ secrecyAskedAt: '2024-06-20T12:00:00.000Z' });
    expect(await plenary.member('GOVERNMENT', 5).does('askForSecrecy', { electionId })).toBeRefusedBy(
      'SECRECY',
    );
    // Secret from now on: it opens sealed, once there is a key.
    expect(await plenary.secretary.does('openVoting', { electionId })).toBeRefusedBy('CNIL-1-08');
    const reason = 'An elector asked for secrecy.';
    done(await plenary.secretary.does('cancelElection', { electionId, reason }));
    expect(await plenary.stateOf(await plenary.call('GOVERNMENT'))).toBe('NOMINATIONS');
    await plenary.forum.close();
  });
});
