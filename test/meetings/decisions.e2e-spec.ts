import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@hemicycle/kernel';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

const DECISION = `... on Decision { id state way reference takenOn title wording(language: FR) english: wording(language: EN)
  effect majority objections { member { number } words } recusals { member { number } declaredBy { name } }
  votes { member { number } capacity choice }
  result { adopted colleges { college votesFor silent recused explanation } } }`;

const priorities = { kind: 'DECISION', titleFr: 'Sujets prioritaires', titleEn: 'Priority subjects' };
const hours = { kind: 'DECISION', titleFr: 'Horaires des réunions', titleEn: 'Hours of the meetings' };
const talk = { kind: 'DISCUSSION', titleFr: 'Bilan à mi-parcours', titleEn: 'Mid-term review' };

/** With items of its own, keyed by both co-chairs and convened; gives the items by French title. */
async function convened(plenary: Plenary, items: readonly Json[]): Promise<Map<string, string>> {
  const drafted = await plenary.secretary.does('draftAgenda', { meetingId: plenary.id, items });
  done(drafted);
  await plenary.keys([plenary.member('GOVERNMENT', 3), plenary.member('CIVIL_SOCIETY', 3)]);
  done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
  const { meeting } = await plenary.forum.anyone.reads(
    'query ($id: ID!) { meeting(id: $id) { publishedAgenda { items { id title(language: FR) } } } }',
    { id: plenary.id },
  );
  return new Map(meeting.publishedAgenda.items.map((item: Json) => [item.title, item.id]));
}

async function draftsRules(plenary: Plenary, settings: Json): Promise<string> {
  const draft = await plenary.secretary.does(
    'draftRulesOfProcedure',
    { settings },
    '... on RulesOfProcedure { id }',
  );
  return done(draft).id;
}

describe('the decisions of a plenary', () => {
  let plenary: Plenary;
  let items: Map<string, string>;
  let draftId: string;
  let mandateId: string;
  let editionDecision: string;
  let consensusId: string;

  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);
  const item = (title: string): string => items.get(title) ?? '';
  const on = (title: string): Json => ({ meetingId: plenary.id, itemId: item(title) });
  const declares = (voice: Voice, title: string, { memberId }: MemberVoice): Promise<Json> =>
    voice.does('declareInterest', { ...on(title), memberId });
  const agrees = (voice: Voice, title: string, more: Json = {}): Promise<Json> =>
    voice.does('recordConsensus', { ...on(title), wordingFr: 'Le climat d’abord.', ...more }, DECISION);
  const puts = (voice: Voice, title: string, more: Json = {}): Promise<Json> =>
    voice.does('putToVote', { ...on(title), ...more }, DECISION);
  const answers = (
    voter: Voice,
    decisionId: string,
    { memberId }: MemberVoice,
    choice = 'FOR',
  ): Promise<Json> => voter.does('castDecisionVote', { decisionId, memberId, choice });
  const foreseen = async (voice: Voice, title: string, action: string): Promise<Json> => {
    const { meeting } = await voice.reads(
      'query ($id: ID!, $item: ID!) { meeting(id: $id) { item(id: $item) { permitted { action allowed violations { rule { id } } } } } }',
      { id: plenary.id, item: item(title) },
    );
    const answer = meeting.item.permitted.find((one: Json) => one.action === action);
    return { allowed: answer.allowed, rules: answer.violations.map((one: Json) => one.rule.id) };
  };

  beforeAll(async () => {
    plenary = await (await Plenary.planned()).held();
    await plenary.goTo('2024-11-20');
    plenary = await plenary.another('2024-12-12');
    draftId = await draftsRules(plenary, { decisionMajority: 'SIMPLE', recordedElectionsAllowed: true });
    const { committee } = await plenary.forum.anyone.reads('{ committee { coChairs { id college } } }');
    mandateId = committee.coChairs.find((one: Json) => one.college === 'GOVERNMENT').id;
  });
  afterAll(() => plenary?.forum.close());

  const adoption = (objectId: string | null = draftId): Json => ({
    kind: 'DECISION',
    titleFr: 'Adoption de l’édition 2',
    titleEn: 'Adoption of edition 2',
    subject: 'RULES_EDITION',
    objectId,
  });
  const removal = (objectId: string = mandateId): Json => ({
    kind: 'DECISION',
    titleFr: 'Fin de mandat',
    titleEn: 'End of a mandate',
    subject: 'COMMITTEE_REMOVAL',
    objectId,
  });

  it('are on an agenda that names what they would change', async () => {
    for (const wrong of [
      [adoption(null)],
      [adoption(mandateId)],
      [removal(newId())],
      [adoption(), adoption()],
      [{ ...priorities, objectId: draftId }],
      [{ ...adoption(), kind: 'DISCUSSION' }],
    ]) {
      expect(
        await plenary.secretary.does('draftAgenda', { meetingId: plenary.id, items: wrong }),
      ).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    items = await convened(plenary, [priorities, hours, adoption(), removal(), talk]);
    expect(items.size).toBe(5);
  });

  it('are not taken part in by whoever declared an interest, herself beforehand (RECUSAL)', async () => {
    const title = priorities.titleFr;
    expect(await declares(plenary.forum.anyone, title, civil(1))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await declares(civil(2), title, civil(1))).toBeRefusedBy('RECUSAL');
    expect(await declares(government(3), title, civil(1))).toBeRefusedBy('RECUSAL');
    expect(
      await civil(1).does('declareInterest', {
        meetingId: plenary.id,
        itemId: newId(),
        memberId: civil(1).memberId,
      }),
    ).toBeRefusedBy('C3-AGENDA');
    expect(await foreseen(civil(1), title, 'declareInterest')).toEqual({ allowed: true, rules: [] });
    const declared = await Promise.all(Array.from({ length: 5 }, () => declares(civil(1), title, civil(1))));
    expect(declared.filter(({ __typename }) => __typename === 'Meeting')).toHaveLength(1);
    for (const one of declared.filter(({ __typename }) => __typename !== 'Meeting')) {
      expect(one).toBeRefusedBy('LIFE');
    }
    expect(await foreseen(civil(1), title, 'declareInterest')).toEqual({ allowed: false, rules: ['LIFE'] });
  });

  it('are by consensus, as whoever presides finds (DECISION, PRESIDING, LIFE)', async () => {
    const title = priorities.titleFr;
    expect(await agrees(government(3), title)).toBeRefusedBy('LIFE');
    await plenary.goTo('2024-12-12', '14:00');
    await plenary.everybodyPresent();
    done(
      await plenary.secretary.does('recordAttendance', {
        meetingId: plenary.id,
        entries: [{ memberId: civil(5).memberId, mode: 'EXCUSED' }],
      }),
    );
    done(await government(3).does('openSession', { meetingId: plenary.id }));
    expect(await agrees(plenary.secretary, title)).toBeRefusedBy('PRESIDING');
    expect(await foreseen(plenary.secretary, title, 'recordConsensus')).toEqual({
      allowed: false,
      rules: ['PRESIDING'],
    });
    expect(await agrees(government(3), talk.titleFr)).toBeRefusedBy('C3-AGENDA');
    // What changes the rules or a mandate is voted on: nobody decides it by a word of her own.
    expect(await agrees(government(3), 'Adoption de l’édition 2')).toBeRefusedBy('DECISION');
    expect(await agrees(civil(3), 'Fin de mandat')).toBeRefusedBy('DECISION');
    const objecting = (voice: MemberVoice): Json => ({
      objections: [{ memberId: voice.memberId, words: 'Pas sans calendrier.' }],
    });
    expect(await agrees(government(3), title, objecting(civil(5)))).toBeRefusedBy('DECISION');
    expect(await agrees(government(3), title, objecting(civil(1)))).toBeRefusedBy('RECUSAL');
    const decision = await agrees(government(3), title, {
      objections: [{ memberId: civil(2).memberId, words: 'Pas sans calendrier.' }, { words: 'Too early.' }],
    });
    expect(decision).toMatchObject({
      state: 'ADOPTED',
      way: 'CONSENSUS',
      reference: '2024-2',
      takenOn: '2024-12-12',
      wording: 'Le climat d’abord.',
      english: 'Le climat d’abord.',
      effect: null,
      majority: null,
      votes: null,
      result: null,
      objections: [
        { member: { number: civil(2).number }, words: 'Pas sans calendrier.' },
        { member: null, words: 'Too early.' },
      ],
      recusals: [{ member: { number: civil(1).number }, declaredBy: { name: 'CIVIL_SOCIETY 1' } }],
    });
    consensusId = decision.id;
    expect(await puts(government(3), title)).toBeRefusedBy('LIFE');
    expect(await declares(civil(2), title, civil(2))).toBeRefusedBy('LIFE');
  });

  it('put to the vote, keep the wording voted on, and are voted on without those recused (RECUSAL, QUORUM)', async () => {
    const title = 'Adoption de l’édition 2';
    expect(await declares(government(3), title, civil(5))).toBeRefusedBy('RECUSAL');
    expect(await declares(government(3), title, civil(2))).toBeDone('Meeting');
    // Her proxy is of no use either: she takes no part, be it for others.
    done(
      await civil(5).does('giveProxy', {
        meetingId: plenary.id,
        memberId: civil(5).memberId,
        holderId: civil(2).memberId,
      }),
    );
    done(
      await plenary.secretary.does('recordAttendance', {
        meetingId: plenary.id,
        entries: [{ memberId: civil(5).memberId, mode: 'REPRESENTED' }],
      }),
    );
    const put = await puts(government(3), title, {
      wordingFr: 'L’édition 2 des règles de fonctionnement est adoptée.',
      wordingEn: 'Edition 2 of the rules of procedure is adopted.',
    });
    expect(put).toMatchObject({
      state: 'ORDERED',
      way: 'VOTE',
      reference: null,
      english: 'Edition 2 of the rules of procedure is adopted.',
    });
    editionDecision = put.id;
    done(await plenary.secretary.does('openDecisionVote', { decisionId: editionDecision }));
    expect(await declares(civil(3), title, civil(3))).toBeRefusedBy('LIFE');
    expect(await answers(civil(2), editionDecision, civil(2))).toBeRefusedBy('RECUSAL');
    expect(await answers(civil(2), editionDecision, civil(5))).toBeRefusedBy('QUORUM');
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { quorumChecks { college present members needed recused } } }',
      { id: plenary.id },
    );
    expect(meeting.quorumChecks.at(-1)).toEqual({
      college: 'CIVIL_SOCIETY',
      present: 3,
      members: 4,
      needed: 2,
      recused: 1,
    });
  });

  it('adopt an edition, in force from that day, though another draft was written meanwhile (RULES-ADOPTION)', async () => {
    const next = await draftsRules(plenary, { plenaryNoticeDays: 20 });
    for (const voter of [government(1), government(2), civil(1)]) {
      done(await answers(voter, editionDecision, voter));
    }
    const closed = done(
      await plenary.secretary.does('closeDecisionVote', { decisionId: editionDecision }, DECISION),
    );
    expect(closed).toMatchObject({
      state: 'ADOPTED',
      reference: '2024-3',
      majority: 'DOUBLE',
      effect: 'Edition 2 of the rules of procedure is in force from 12 December 2024.',
      result: {
        colleges: [
          { college: 'GOVERNMENT', votesFor: 2, silent: 3, recused: 0 },
          {
            votesFor: 1,
            silent: 2,
            recused: 1,
            explanation:
              'Civil society: 1 for, 0 against, 0 abstentions, 2 without an answer, 1 recused and not counted.',
          },
        ],
      },
    });
    expect(closed.votes.map(({ member }: Json) => member.number)).not.toContain(civil(2).number);
    const { charter } = await plenary.forum.anyone.reads(`{ charter {
      draft { id number decision { reference } }
      rulesOfProcedure { number state adoptedBy inForceFromOn settings { decisionMajority } decision { reference edition { number } } }
      before: rulesOfProcedure(on: "2024-12-11") { number decision { reference } } } }`);
    expect(charter).toEqual({
      draft: { id: next, number: 3, decision: null },
      rulesOfProcedure: {
        number: 2,
        state: 'ADOPTED',
        adoptedBy: 'PLENARY',
        inForceFromOn: '2024-12-12',
        settings: { decisionMajority: 'SIMPLE' },
        decision: { reference: '2024-3', edition: { number: 2 } },
      },
      before: { number: 1, decision: { reference: '2024-1' } },
    });
  });

  it('remove a co-chair, who does not preside over it, and leave the seat vacant (VACANCY, PRESIDING)', async () => {
    const title = 'Fin de mandat';
    expect(await puts(government(3), title)).toBeRefusedBy('PRESIDING');
    const excused = { memberId: government(5).memberId, mode: 'EXCUSED' };
    done(await plenary.secretary.does('recordAttendance', { meetingId: plenary.id, entries: [excused] }));
    expect(await declares(government(5), title, government(5))).toBeDone('Meeting');
    const { id } = done(await puts(civil(3), title));
    done(await plenary.secretary.does('openDecisionVote', { decisionId: id }));
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { quorumChecks { college present members needed recused } } }',
      { id: plenary.id },
    );
    // An interest declared from home does not make half of the members fewer (QUORUM).
    expect(meeting.quorumChecks.at(-2)).toEqual({
      college: 'GOVERNMENT',
      present: 4,
      members: 5,
      needed: 3,
      recused: 0,
    });
    // By the edition adopted a moment ago, a simple majority is enough.
    for (const voter of [civil(1), civil(2), civil(4)]) done(await answers(voter, id, voter));
    done(await answers(government(3), id, government(3), 'AGAINST'));
    expect(await plenary.secretary.does('closeDecisionVote', { decisionId: id }, DECISION)).toMatchObject({
      state: 'ADOPTED',
      majority: 'SIMPLE',
      reference: '2024-4',
      effect:
        'The mandate of GOVERNMENT 3, co-chair (government actors), ended on 12 December 2024; the seat is vacant.',
      // Whoever declared an interest from home would not have voted anyway.
      result: {
        colleges: [
          { college: 'GOVERNMENT', recused: 0 },
          { college: 'CIVIL_SOCIETY', recused: 0 },
        ],
      },
    });
    const { committee, member } = await plenary.forum.anyone.reads(
      `query ($id: ID!) {
        committee { coChairs { college } vacantSeats { office college } }
        member(id: $id) { mandates { untilOn endReason decision { reference mandate { id } } } } }`,
      { id: government(3).memberId },
    );
    expect(committee.coChairs).toEqual([{ college: 'CIVIL_SOCIETY' }]);
    expect(committee.vacantSeats).toContainEqual({ office: 'CO_CHAIR', college: 'GOVERNMENT' });
    expect(member.mandates).toEqual([
      {
        untilOn: '2024-12-11',
        endReason: 'REMOVED',
        decision: { reference: '2024-4', mandate: { id: mandateId } },
      },
    ]);
    // She does not preside over the session any more.
    expect(await agrees(government(3), hours.titleFr)).toBeRefusedBy('PRESIDING');
  });

  it('are taken part in by whoever denies the interest that the president recorded for her (RECUSAL)', async () => {
    const title = hours.titleFr;
    const denies = (voice: Voice): Promise<Json> => voice.does('denyInterest', on(title));
    expect(await denies(civil(2))).toBeRefusedBy('RECUSAL');
    expect(await declares(civil(3), title, civil(2))).toBeDone('Meeting');
    expect(await denies(civil(1))).toBeRefusedBy('RECUSAL');
    expect(await foreseen(civil(2), title, 'denyInterest')).toEqual({ allowed: true, rules: [] });
    const denied = await Promise.all(Array.from({ length: 4 }, () => denies(civil(2))));
    expect(denied.filter(({ __typename }) => __typename === 'Meeting')).toHaveLength(1);
    for (const one of denied.filter(({ __typename }) => __typename !== 'Meeting')) {
      expect(one).toBeRefusedBy('RECUSAL');
    }
    expect(await declares(civil(3), title, civil(2))).toBeRefusedBy('RECUSAL');
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!, $item: ID!) { meeting(id: $id) { item(id: $item) { recusals { member { number } } } } }',
      { id: plenary.id, item: item(title) },
    );
    expect(meeting.item.recusals).toEqual([]);
    // Whoever denied it by mistake says so herself, once, and that holds.
    const again = await Promise.all(Array.from({ length: 4 }, () => declares(civil(2), title, civil(2))));
    expect(again.filter(({ __typename }) => __typename === 'Meeting')).toHaveLength(1);
    for (const one of again.filter(({ __typename }) => __typename !== 'Meeting')) {
      expect(one).toBeRefusedBy('LIFE');
    }
    expect(await denies(civil(2))).toBeRefusedBy('RECUSAL');
    const rows = await plenary.forum.database.query<{ number: number; denied: boolean }>(
      `SELECT r.number, n.number IS NOT NULL AS denied FROM recusal r
       LEFT JOIN recusal_denial n USING (meeting_id, item_id, member_id, number)
       WHERE r.item_id = $1 AND r.member_id = $2 ORDER BY r.number`,
      [item(title), civil(2).memberId],
    );
    expect(rows).toEqual([
      { number: 1, denied: true },
      { number: 2, denied: false },
    ]);
    // What one declared oneself holds.
    expect(await declares(civil(1), title, civil(1))).toBeDone('Meeting');
    expect(await denies(civil(1))).toBeRefusedBy('RECUSAL');
  });

  it('leave an item to the next session, by whoever presides over it (PRESIDING, LIFE, C3-AGENDA)', async () => {
    const postpones = (voice: Voice, itemId: string): Promise<Json> =>
      voice.does(
        'postponeItem',
        { meetingId: plenary.id, itemId, reason: 'Faute de temps' },
        '... on Meeting { postponements { itemId reason } }',
      );
    expect(await postpones(plenary.secretary, item(talk.titleFr))).toBeRefusedBy('PRESIDING');
    expect(await postpones(civil(3), item(priorities.titleFr))).toBeRefusedBy('LIFE');
    expect(await postpones(civil(3), newId())).toBeRefusedBy('C3-AGENDA');
    const left = await Promise.all(Array.from({ length: 5 }, () => postpones(civil(3), item(talk.titleFr))));
    expect(left.filter(({ __typename }) => __typename === 'Meeting')).toEqual([
      {
        __typename: 'Meeting',
        postponements: [{ itemId: item(talk.titleFr), reason: 'Faute de temps' }],
      },
    ]);
    for (const one of left.filter(({ __typename }) => __typename !== 'Meeting')) {
      expect(one).toBeRefusedBy('LIFE');
    }
  });

  it('are taken once, five at the same time (LIFE)', async () => {
    const taken = await Promise.all(Array.from({ length: 5 }, () => agrees(civil(3), hours.titleFr)));
    expect(taken.filter(({ __typename }) => __typename === 'Decision')).toMatchObject([
      { reference: '2024-5' },
    ]);
    for (const one of taken.filter(({ __typename }) => __typename !== 'Decision')) {
      expect(one).toBeRefusedBy('LIFE');
    }
    done(await plenary.closes(civil(3)));
  });

  it('are found by their words, in either language, accents or not, by year, subject and state', async () => {
    const found = async (search: Json): Promise<string[]> => {
      const { decisions } = await plenary.forum.anyone.reads(
        `query ($words: String, $year: Int, $subject: DecisionSubject, $state: DecisionState) {
          decisions(words: $words, year: $year, subject: $subject, state: $state) { nodes { reference } } }`,
        search,
      );
      return decisions.nodes.map(({ reference }: Json) => reference);
    };
    expect(await found({})).toEqual(['2024-5', '2024-4', '2024-3', '2024-2', '2024-1']);
    expect(await found({ words: 'edition climat' })).toEqual([]);
    expect(await found({ words: 'règle' })).toEqual(['2024-3', '2024-1']);
    expect(await found({ words: 'regles de fonctionnement' })).toEqual(['2024-3', '2024-1']);
    expect(await found({ words: 'PRIORITY subject' })).toEqual(['2024-2']);
    expect(await found({ words: 'climat' })).toEqual(['2024-5', '2024-2']);
    expect(await found({ words: '2024-4' })).toEqual(['2024-4']);
    expect(await found({ words: '\'"&|!():*' })).toEqual([]);
    expect(await found({ year: 2025 })).toEqual([]);
    expect(await found({ subject: 'COMMITTEE_REMOVAL', year: 2024 })).toEqual(['2024-4']);
    expect(await found({ state: 'REJECTED' })).toEqual([]);
    const page = async (after: string | null): Promise<Json> =>
      (
        await plenary.forum.anyone.reads(
          'query ($after: String) { decisions(first: 2, after: $after) { nodes { reference meeting { number } } pageInfo { endCursor hasNextPage } } }',
          { after },
        )
      ).decisions;
    const second = await page((await page(null)).pageInfo.endCursor);
    expect(second.nodes).toEqual([
      { reference: '2024-3', meeting: { number: 2 } },
      { reference: '2024-2', meeting: { number: 2 } },
    ]);
    const last = await page(second.pageInfo.endCursor);
    expect(last).toMatchObject({ nodes: [{ reference: '2024-1' }], pageInfo: { hasNextPage: false } });
    expect(
      await plenary.forum.anyone.ask('{ decisions(words: "a\\u0000b") { nodes { id } } }'),
    ).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('are followed up: who, what, by when, done (LIFE)', async () => {
    const follow = (voice: Voice, more: Json): Promise<Json> =>
      voice.does(
        'recordFollowUp',
        { decisionId: consensusId, taskFr: 'Publier le calendrier', dueOn: '2025-01-31', ...more },
        '... on FollowUp { id task role late member { number } organisation { id } decision { reference } }',
      );
    const organisationId = civil(2).organisationId;
    expect(await follow(civil(2), { memberId: civil(2).memberId })).toMatchObject({ code: 'FORBIDDEN' });
    for (const wrong of [
      {},
      { memberId: civil(2).memberId, organisationId },
      { roleEn: 'x', organisationId },
    ]) {
      expect(await follow(plenary.secretary, wrong)).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    expect(await follow(plenary.secretary, { organisationId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await follow(plenary.secretary, { organisationId, dueOn: '2024-12-11' })).toBeRefusedBy('LIFE');
    const byMember = done(await follow(plenary.secretary, { memberId: civil(2).memberId }));
    expect(byMember).toMatchObject({
      task: 'Publier le calendrier',
      late: false,
      member: { number: civil(2).number },
      organisation: null,
      decision: { reference: '2024-2' },
    });
    const byRole = { roleFr: 'le secrétariat', roleEn: 'the secretariat', dueOn: '2025-03-01' };
    expect(await follow(plenary.secretary, byRole)).toMatchObject({ role: 'the secretariat', member: null });
    expect(await follow(plenary.secretary, { organisationId })).toMatchObject({
      organisation: { id: organisationId },
    });

    await plenary.goTo('2025-02-10');
    const listed = async (isDone: boolean | null): Promise<Json> =>
      (
        await plenary.forum.anyone.reads(
          'query ($done: Boolean) { followUps(done: $done) { nodes { id dueOn late doneOn note } } }',
          { done: isDone },
        )
      ).followUps.nodes;
    expect((await listed(false)).map(({ dueOn, late }: Json) => [dueOn, late])).toEqual([
      ['2025-01-31', true],
      ['2025-01-31', true],
      ['2025-03-01', false],
    ]);
    const completes = (doneOn: string): Promise<Json> =>
      plenary.secretary.does('completeFollowUp', {
        followUpId: byMember.id,
        doneOn,
        note: 'Publié sur le site.',
      });
    expect(await completes('2025-02-11')).toBeRefusedBy('LIFE');
    const several = await Promise.all(Array.from({ length: 4 }, () => completes('2025-02-07')));
    expect(several.filter(({ __typename }) => __typename === 'FollowUp')).toHaveLength(1);
    for (const one of several.filter(({ __typename }) => __typename !== 'FollowUp')) {
      expect(one).toBeRefusedBy('LIFE');
    }
    expect(await listed(true)).toEqual([
      {
        id: byMember.id,
        dueOn: '2025-01-31',
        late: false,
        doneOn: '2025-02-07',
        note: 'Publié sur le site.',
      },
    ]);
  });

  it('are put right: due on another day, or withdrawn, with a reason and the former day kept, and whoever is charged told (LIFE)', async () => {
    const { secretary, forum } = plenary;
    const task = { decisionId: consensusId, taskFr: 'Écrire au CESE', memberId: civil(4).memberId };
    const { id: followUpId } = done(
      await secretary.does('recordFollowUp', { ...task, dueOn: '2025-02-12' }, '... on FollowUp { id }'),
    );
    const redates = (dueOn: string, voice: Voice = secretary): Promise<Json> =>
      voice.does('redateFollowUp', { followUpId, dueOn, reason: 'Une faute de frappe.' });
    expect(await redates('2025-02-21', civil(4))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await redates('2025-02-12')).toBeRefusedBy('LIFE');
    expect(await redates('2024-12-11')).toBeRefusedBy('LIFE');
    const two = await Promise.all([redates('2025-02-21'), redates('2025-02-21')]);
    expect(two.filter(({ __typename }) => __typename === 'FollowUp')).toHaveLength(1);
    const read = async (): Promise<Json> => {
      const { decision } = await forum.anyone.reads(
        `query ($id: ID!) { decision(id: $id) { followUps {
           id dueOn late withdrawnAt changes { formerlyDueOn dueOn reason recordedBy { name } recordedAt } } } }`,
        { id: consensusId },
      );
      return decision.followUps.find(({ id }: Json) => id === followUpId);
    };
    expect(await read()).toMatchObject({
      dueOn: '2025-02-21',
      late: false,
      withdrawnAt: null,
      changes: [{ formerlyDueOn: '2025-02-12', dueOn: '2025-02-21', reason: 'Une faute de frappe.' }],
    });
    const withdraws = (): Promise<Json> =>
      secretary.does('withdrawFollowUp', { followUpId, reason: 'Doublon.' });
    done(await withdraws());
    expect(await withdraws()).toBeRefusedBy('LIFE');
    expect(await redates('2025-03-03')).toBeRefusedBy('LIFE');
    const completion = { followUpId, doneOn: '2025-02-10', note: 'Fait.' };
    expect(await secretary.does('completeFollowUp', completion)).toBeRefusedBy('LIFE');
    expect(await read()).toMatchObject({
      late: false,
      withdrawnAt: expect.any(String),
      changes: [{ dueOn: '2025-02-21' }, { formerlyDueOn: '2025-02-21', dueOn: null, reason: 'Doublon.' }],
    });
    const { followUps } = await forum.anyone.reads('{ followUps(done: false) { nodes { id } } }');
    expect(followUps.nodes.map(({ id }: Json) => id)).not.toContain(followUpId);
    const letters = (await forum.letters()).filter(({ letter }) => letter.subject.includes('Écrire au CESE'));
    expect(letters.map(({ letter }) => letter.subject).toReversed()).toEqual([
      'To be done by 12 February 2025: Écrire au CESE',
      'Due on another day, 21 February 2025: Écrire au CESE',
      'No longer to be done: Écrire au CESE',
    ]);
    const [person] = await forum.database.query<{ email: string }>('SELECT email FROM person WHERE id = $1', [
      civil(4).personId,
    ]);
    expect(new Set(letters.map(({ to }) => to))).toEqual(new Set([person?.email]));
    expect(letters[1]?.letter.text).toContain('Due on 21 February 2025, instead of 12 February 2025.');
    expect(letters[1]?.letter.text).toContain('Decision 2024-2 of the plenary');
  });

  it('change nothing that is over: a mandate that ended, a draft that was replaced (LIFE, RULES-ADOPTION)', async () => {
    const old = await draftsRules(plenary, { plenaryNoticeDays: 25 });
    plenary = await plenary.another('2025-03-13');
    const { meeting: next } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { itemsLeft { kind title why } } }',
      { id: plenary.id },
    );
    expect(next.itemsLeft).toEqual([
      {
        kind: 'INFORMATION',
        title: 'Take note of the minutes of plenary no. 2 of 12 December 2024',
        why: 'Minutes to be taken note of',
      },
      { kind: 'DISCUSSION', title: talk.titleEn, why: 'Item postponed: Faute de temps' },
    ]);
    const agenda = [removal(), adoption(old), priorities];
    done(await plenary.secretary.does('draftAgenda', { meetingId: plenary.id, items: agenda }));
    await draftsRules(plenary, { plenaryNoticeDays: 30 });
    // The government’s half of the second key is nobody’s: a plenary that is not of elections alone waits for its co-chair.
    await plenary.forum.database.query(
      `INSERT INTO convocation (meeting_id, number, sent_at, sent_by_id, agenda_version, ground, starts_at, notice_days, quorum_required)
       SELECT m.id, 1, m.planned_at, m.planned_by_id, 1, 'TWO_KEYS', m.starts_at, 31, true FROM meeting m WHERE m.id = $1`,
      [plenary.id],
    );
    await plenary.forum.database.query(`UPDATE meeting SET state = 'CONVENED' WHERE id = $1`, [plenary.id]);
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { publishedAgenda { items { id title(language: FR) } } } }',
      { id: plenary.id },
    );
    items = new Map(meeting.publishedAgenda.items.map((one: Json) => [one.title, one.id]));
    await plenary.goTo('2025-03-13', '14:00');
    await plenary.everybodyPresent();
    done(await civil(3).does('openSession', { meetingId: plenary.id }));
    expect(await puts(civil(3), 'Fin de mandat')).toBeRefusedBy('LIFE');
    expect(await puts(civil(3), 'Adoption de l’édition 2')).toBeRefusedBy('RULES-ADOPTION');
    // Numbers begin again with the year.
    expect(await agrees(civil(3), priorities.titleFr)).toMatchObject({ reference: '2025-1' });
  });
});

describe('rules of procedure without recusal', () => {
  let plenary: Plenary;
  afterAll(() => plenary?.forum.close());

  it('know no declared interest (RECUSAL)', async () => {
    plenary = await Plenary.planned({ members: 3, settings: { recusalRequired: false } });
    await plenary.convened();
    const { memberId } = plenary.member('GOVERNMENT', 1);
    const input = { meetingId: plenary.id, itemId: await plenary.ratificationItem(), memberId };
    expect(await plenary.member('GOVERNMENT', 1).does('declareInterest', input)).toBeRefusedBy('RECUSAL');
  });
});
