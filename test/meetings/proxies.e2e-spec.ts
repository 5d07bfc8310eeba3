import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { College } from '@hemicycle/kernel';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

describe('a proxy', () => {
  let plenary: Plenary;
  let elections: Record<College, string>;
  let decisionId: string;
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);
  const gives = (voice: Voice, giver: MemberVoice, holder: MemberVoice): Promise<Json> =>
    voice.does('giveProxy', { meetingId: plenary.id, memberId: giver.memberId, holderId: holder.memberId });
  const withdraws = (voice: Voice, giver: MemberVoice): Promise<Json> =>
    voice.does('withdrawProxy', { meetingId: plenary.id, memberId: giver.memberId });
  const attends = (mode: string, ...members: readonly MemberVoice[]): Promise<Json> =>
    plenary.secretary.does('recordAttendance', {
      meetingId: plenary.id,
      entries: members.map(({ memberId }) => ({ memberId, mode })),
    });
  const answers = (voice: Voice, { memberId }: MemberVoice, choice: string): Promise<Json> =>
    voice.does('castDecisionVote', { decisionId, memberId, choice });
  const read = async (voice: Voice, fields: string): Promise<Json> =>
    (await voice.reads(`query ($id: ID!) { meeting(id: $id) { ${fields} } }`, { id: plenary.id })).meeting;

  beforeAll(async () => {
    plenary = await Plenary.planned();
  });
  afterAll(() => plenary?.forum.close());

  it('is for a meeting that is convened (LIFE)', async () => {
    expect(await gives(civil(5), civil(5), civil(1))).toBeRefusedBy('LIFE');
    elections = await plenary.convened();
  });

  it('is given by the member, or recorded by the secretariat, within the college (PROXY)', async () => {
    expect(await gives(plenary.forum.anyone, civil(5), civil(1))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await gives(civil(4), civil(5), civil(1))).toBeRefusedBy('PROXY');
    expect(await gives(civil(5), civil(5), civil(5))).toBeRefusedBy('PROXY');
    expect(await gives(civil(5), civil(5), plenary.member('GOVERNMENT', 1))).toBeRefusedBy('PROXY');
    expect(await gives(civil(5), civil(5), civil(1))).toBeDone('Meeting');
    expect(await gives(civil(5), civil(5), civil(2))).toBeRefusedBy('PROXY');
    const { permitted } = await read(civil(5), 'permitted { action allowed violations { rule { id } } }');
    expect(permitted).toContainEqual({
      action: 'giveProxy',
      allowed: false,
      violations: [{ rule: { id: 'PROXY' } }],
    });
    expect(permitted).toContainEqual({ action: 'withdrawProxy', allowed: true, violations: [] });
  });

  it('is one a holder, ten givers at once (PROXY)', async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        gives(plenary.secretary, plenary.member('GOVERNMENT', 2 + (i % 4)), plenary.member('GOVERNMENT', 1)),
      ),
    );
    expect(results.filter(({ __typename }) => __typename === 'Meeting')).toHaveLength(1);
    for (const one of results.filter(({ __typename }) => __typename !== 'Meeting'))
      expect(one).toBeRefusedBy('PROXY');
    const { proxies } = await read(plenary.secretary, 'proxies { giver { number } endedAt }');
    const given = proxies.find(({ giver }: Json) => giver.number <= 5);
    const giver = plenary.member('GOVERNMENT', given.giver.number);
    expect(await withdraws(civil(1), giver)).toBeRefusedBy('PROXY');
    expect(await withdraws(giver, giver)).toBeDone('Meeting');
    expect(await withdraws(giver, giver)).toBeRefusedBy('PROXY');
  });

  it('makes a seat represented, which counts for the quorum while its holder is there (QUORUM)', async () => {
    await plenary.goTo('2024-06-20', '14:00');
    const government = plenary.members.GOVERNMENT;
    done(await attends('IN_ROOM', ...government, civil(1), civil(2)));
    expect(await attends('REPRESENTED', civil(4))).toBeRefusedBy('PROXY');
    const open = (): Promise<Json> => plenary.president().does('openSession', { meetingId: plenary.id });
    expect(await open()).toBeRefusedBy('QUORUM');
    done(await attends('REPRESENTED', civil(5)));
    done(await attends('ABSENT', civil(1)));
    done(await attends('IN_ROOM', civil(3)));
    expect(await open()).toBeRefusedBy('QUORUM');
    done(await attends('ONLINE', civil(1)));
    const { quorum, attendance } = await read(
      civil(2),
      'quorum { met colleges { college present } } attendance { mode member { number } }',
    );
    expect(quorum).toMatchObject({ met: true, colleges: [{ present: 5 }, { present: 4 }] });
    expect(attendance).toContainEqual({ mode: 'REPRESENTED', member: { number: civil(5).number } });
    expect(await open()).toBeDone('Meeting');
    expect(await read(plenary.forum.anyone, 'proxies { id }')).toEqual({ proxies: null });
  });

  it('is voted by its holder in a recorded vote', async () => {
    decisionId = await plenary.ratificationOpened();
    expect(await answers(civil(2), civil(5), 'FOR')).toBeRefusedBy('QUORUM');
    expect(await answers(civil(1), civil(5), 'FOR')).toBeDone('Decision');
    expect(await answers(civil(1), civil(1), 'AGAINST')).toBeDone('Decision');
  });

  it('lapses when its giver arrives, whose vote is hers again (PROXY)', async () => {
    expect(await answers(civil(5), civil(5), 'AGAINST')).toBeRefusedBy('QUORUM');
    done(await attends('IN_ROOM', civil(5)));
    expect(await answers(civil(1), civil(5), 'FOR')).toBeRefusedBy('PROXY');
    expect(await answers(civil(5), civil(5), 'AGAINST')).toBeDone('Decision');
    expect(await gives(civil(5), civil(5), civil(2))).toBeRefusedBy('PROXY');
    const { proxies } = await read(civil(5), 'proxies { giver { number } holder { number } ending }');
    expect(proxies).toContainEqual({
      giver: { number: civil(5).number },
      holder: { number: civil(1).number },
      ending: 'LAPSED',
    });
    const closed = await plenary.secretary.does(
      'closeDecisionVote',
      { decisionId },
      '... on Decision { votes { member { number } capacity choice holder { name } } }',
    );
    expect(closed.votes).toContainEqual({
      member: { number: civil(5).number },
      capacity: 'MEMBER',
      choice: 'AGAINST',
      holder: { name: 'CIVIL_SOCIETY 5' },
    });
  });

  it('is never used in an election: a seat on the register votes for itself (PROXY)', async () => {
    done(await attends('ABSENT', civil(4)));
    done(await gives(civil(4), civil(4), civil(3)));
    done(await attends('REPRESENTED', civil(4)));
    const candidacy = await plenary.stands(civil(2), elections.CIVIL_SOCIETY);
    await plenary.vote(elections.CIVIL_SOCIETY);
    await plenary.ballots(elections.CIVIL_SOCIETY, 'CIVIL_SOCIETY', [null, null, candidacy]);
    expect(await plenary.cast(civil(3), elections.CIVIL_SOCIETY, candidacy)).toMatchObject({ number: 2 });
    expect(await plenary.cast(civil(4), elections.CIVIL_SOCIETY, candidacy)).toMatchObject({ number: 1 });
    expect(await plenary.election(elections.CIVIL_SOCIETY, 'rounds { ballots }')).toEqual({
      rounds: [{ ballots: 4 }],
    });
  });
});
