import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@hemicycle/kernel';
import '../support/matchers.js';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { closed, decided, decisionOn, inSession, proposed } from '../support/working-groups.js';

const STEP = `id title(language: FR) english: title(language: EN) titleEn description(language: FR) descriptionEn
  commitments fromOn dueOn dueInWords responsible state settledOn reason late`;

describe('the roadmap of a working group', () => {
  let plenary: Plenary;
  let groupId: string;
  let facilitators: readonly MemberVoice[];

  const step = (more: Json = {}): Json => ({
    titleFr: 'Cartographier les données',
    titleEn: 'Map the data',
    commitments: [3],
    dueOn: '2025-03-31',
    responsible: 'Direction des données',
    state: 'TO_DO',
    ...more,
  });
  const saves = (voice: Voice, basedOnVersion: number, steps: readonly Json[], of = groupId): Promise<Json> =>
    voice.does(
      'saveRoadmap',
      { groupId: of, basedOnVersion, steps },
      `... on WorkingGroup { id roadmap { version steps { id } } }`,
    );
  const roadmap = async (fields = STEP): Promise<Json> =>
    (
      await plenary.forum.anyone.reads(
        `query ($id: ID!) { workingGroup(id: $id) { roadmap { version writtenAt writtenBy { name } steps { ${fields} } } } }`,
        { id: groupId },
      )
    ).workingGroup.roadmap;
  /** The steps as they stand, as one would send them back. */
  const standing = async (): Promise<Json[]> => {
    const { steps } = await roadmap();
    return steps.map(
      ({ title, english: _english, description, late: _late, settledOn: _settledOn, ...kept }: Json) => ({
        ...kept,
        titleFr: title,
        descriptionFr: description,
      }),
    );
  };
  const foreseen = async (voice: Voice): Promise<Json> => {
    const { workingGroup } = await voice.reads(
      'query ($id: ID!) { workingGroup(id: $id) { permitted { action allowed violations { rule { id } } } } }',
      { id: groupId },
    );
    const answer = workingGroup.permitted.find((one: Json) => one.action === 'saveRoadmap');
    return { allowed: answer.allowed, rules: answer.violations.map((one: Json) => one.rule.id) };
  };

  beforeAll(async () => {
    plenary = await (await Plenary.planned()).held();
    await plenary.goTo('2024-11-20');
    plenary = await plenary.another('2024-12-12');
    facilitators = [plenary.member('GOVERNMENT', 4), plenary.member('CIVIL_SOCIETY', 4)];
    groupId = await proposed(plenary, facilitators);
  });
  afterAll(() => plenary?.forum.close());

  it('is written by its facilitators alone, while the group is at work (LIFE, WORKING-GROUP-SETUP)', async () => {
    const [facilitator] = facilitators as [MemberVoice];
    expect(await roadmap()).toBeNull();
    expect(await saves(facilitator, 0, [step()])).toBeRefusedBy('LIFE');
    const [item] = await inSession(plenary, [decisionOn('WORKING_GROUP_SETUP', groupId)]);
    done(await decided(plenary, item ?? ''));
    await closed(plenary);
    await plenary.goTo('2025-01-15');
    expect(await saves(plenary.forum.anyone, 0, [step()])).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await saves(facilitator, 0, [step()], newId())).toMatchObject({ code: 'NOT_FOUND' });
    for (const other of [plenary.secretary, plenary.member('CIVIL_SOCIETY', 1)]) {
      expect(await saves(other, 0, [step()])).toBeRefusedBy('WORKING-GROUP-SETUP');
      expect(await foreseen(other)).toEqual({ allowed: false, rules: ['WORKING-GROUP-SETUP'] });
    }
    expect(await foreseen(facilitator)).toEqual({ allowed: true, rules: [] });
    expect(
      done(await saves(facilitator, 0, [step(), step({ titleFr: 'Publier', titleEn: null })])),
    ).toMatchObject({ roadmap: { version: 1 } });
    expect(await roadmap()).toMatchObject({
      version: 1,
      writtenBy: { name: 'GOVERNMENT 4' },
      steps: [
        { title: 'Cartographier les données', english: 'Map the data', late: false, settledOn: null },
        { title: 'Publier', english: 'Publier', titleEn: null, commitments: [3], dueOn: '2025-03-31' },
      ],
    });
  });

  it('serves the commitments of the group alone (WORKING-GROUP-SETUP)', async () => {
    const [, facilitator] = facilitators as [MemberVoice, MemberVoice];
    const steps = await standing();
    expect(await saves(facilitator, 1, [...steps, step({ commitments: [3, 4] })])).toBeRefusedBy(
      'WORKING-GROUP-SETUP',
    );
    done(
      await saves(facilitator, 1, [
        step({ titleFr: 'Former', commitments: [12, 3], fromOn: '2025-01-01', dueInWords: 'T1 2025' }),
        ...steps,
      ]),
    );
    expect((await roadmap()).steps[0]).toMatchObject({ title: 'Former', commitments: [3, 12] });
  });

  it('says what of a step does not hold together', async () => {
    const [facilitator] = facilitators as [MemberVoice];
    const [first, ...others] = await standing();
    for (const wrong of [
      { id: newId() },
      { id: others[0].id },
      { titleFr: ' ' },
      { commitments: [] },
      { commitments: [3, 3] },
      { fromOn: '2026-01-01' },
      { descriptionEn: 'In English alone.' },
      { reason: 'It is not given up.' },
      { state: 'GIVEN_UP' },
      { settledOn: '2025-01-10' },
      { state: 'DONE', settledOn: '2025-01-16' },
      { dueOn: '2025-02-29' },
    ]) {
      expect(await saves(facilitator, 2, [{ ...first, ...wrong }, ...others])).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
    expect(await saves(facilitator, 2, [])).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await roadmap()).version).toBe(2);
  });

  it('tells whoever started from another version, of whom one at a time is heard', async () => {
    const steps = await standing();
    expect(await saves(facilitators[0] as Voice, 1, steps)).toMatchObject({ code: 'CONFLICT' });
    const [former, mapping, publishing] = steps;
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        saves(facilitators[n % 2] as Voice, 2, [
          mapping,
          { ...former, responsible: `CESE ${n}` },
          publishing,
        ]),
      ),
    );
    expect(answers.filter(({ __typename }) => __typename === 'WorkingGroup')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(5);
    const now = await roadmap();
    expect(now.version).toBe(3);
    expect(now.steps.map(({ title }: Json) => title)).toEqual([
      'Cartographier les données',
      'Former',
      'Publier',
    ]);
  });

  it('tells steps that are late, keeps what is done or given up with its day, and shows its history (LIFE)', async () => {
    const [facilitator] = facilitators as [MemberVoice];
    await plenary.goTo('2025-04-01');
    expect((await roadmap()).steps.map(({ late }: Json) => late)).toEqual([true, true, true]);
    const [mapping, training, publishing] = await standing();
    done(
      await saves(facilitator, 3, [
        { ...mapping, state: 'DONE', settledOn: '2025-03-20' },
        { ...training, dueOn: '2025-06-30' },
        { ...publishing, state: 'GIVEN_UP', reason: 'Le portail national le fait.' },
      ]),
    );
    expect((await roadmap()).steps).toMatchObject([
      { state: 'DONE', settledOn: '2025-03-20', late: false },
      { state: 'TO_DO', dueOn: '2025-06-30', late: false },
      { state: 'GIVEN_UP', settledOn: '2025-04-01', reason: 'Le portail national le fait.', late: false },
    ]);
    await plenary.goTo('2025-04-10');
    const steps = await standing();
    expect(await saves(facilitator, 4, steps.slice(1))).toBeRefusedBy('LIFE');
    expect(await saves(facilitator, 4, [{ ...steps[0], state: 'TO_DO' }, ...steps.slice(1)])).toBeRefusedBy(
      'LIFE',
    );
    // Only moved: its history and its day stay.
    done(await saves(facilitator, 4, steps.toReversed()));
    const { steps: shown } = await roadmap(
      'title settledOn history { nodes { version state dueOn writtenBy { name } } }',
    );
    expect(
      shown.map(({ history: { nodes: history }, ...said }: Json) => ({ ...said, history })),
    ).toMatchObject([
      { settledOn: '2025-04-01', history: [{ version: 4, state: 'GIVEN_UP' }, { version: 1 }] },
      {
        history: [
          { version: 4, dueOn: '2025-06-30', writtenBy: { name: 'GOVERNMENT 4' } },
          { version: 3, dueOn: '2025-03-31' },
          { version: 2, dueOn: '2025-03-31', writtenBy: { name: 'CIVIL_SOCIETY 4' } },
        ],
      },
      {
        settledOn: '2025-03-20',
        history: [
          { version: 4, state: 'DONE' },
          { version: 1, state: 'TO_DO' },
        ],
      },
    ]);
    done(
      await saves(facilitator, 5, [{ ...steps[2], state: 'UNDER_WAY', reason: null }, ...steps.slice(0, 2)]),
    );
    expect((await roadmap()).steps[0]).toMatchObject({ state: 'UNDER_WAY', settledOn: null });
  });

  it('has pages of the history of a step, with why it was given up, and none for the same roadmap again', async () => {
    const { version, steps } = await roadmap('id title');
    const [{ id: stepId }] = steps;
    const page = async (first: number, after: string | null = null): Promise<Json> =>
      (
        await plenary.forum.anyone.reads(
          `query ($id: ID!, $step: ID!, $first: Int!, $after: String) { workingGroup(id: $id) { roadmap { step(id: $step) {
             history(first: $first, after: $after) {
               nodes { version state reason settledOn description } pageInfo { hasNextPage endCursor } } } } } }`,
          { id: groupId, step: stepId, first, after },
        )
      ).workingGroup.roadmap.step.history;
    const { nodes, pageInfo } = await page(2);
    expect(nodes).toEqual([
      { version: 6, state: 'UNDER_WAY', reason: null, settledOn: null, description: null },
      {
        version: 4,
        state: 'GIVEN_UP',
        reason: 'Le portail national le fait.',
        settledOn: '2025-04-01',
        description: null,
      },
    ]);
    expect(pageInfo.hasNextPage).toBe(true);
    expect(await page(2, pageInfo.endCursor)).toMatchObject({
      nodes: [{ version: 1, state: 'TO_DO' }],
      pageInfo: { hasNextPage: false },
    });
    expect(await page(2, 'no cursor').catch(String)).toContain('BAD_USER_INPUT');
    const [facilitator] = facilitators as [MemberVoice];
    const written = (): Promise<Json[]> => plenary.forum.database.query('SELECT FROM roadmap_version');
    const before = (await written()).length;
    expect(done(await saves(facilitator, version, await standing()))).toMatchObject({ roadmap: { version } });
    expect(await written()).toHaveLength(before);
  });

  it('counts to sixty what is not settled, and not what is', async () => {
    const [facilitator] = facilitators as [MemberVoice];
    const { version } = await roadmap('id');
    const steps = await standing();
    const ahead = steps.filter(({ state }) => state === 'TO_DO' || state === 'UNDER_WAY').length;
    const more = (count: number): Json[] =>
      Array.from({ length: count }, (_, n) => step({ titleFr: `Étape ${n}`, dueOn: '2025-06-30' }));
    expect(await saves(facilitator, version, [...steps, ...more(61 - ahead)])).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    done(await saves(facilitator, version, [...steps, ...more(60 - ahead)]));
    const full = await standing();
    expect(full.length).toBeGreaterThan(60);
    done(
      await saves(facilitator, version + 1, [
        ...full.map((one) => ({ ...one, state: 'DONE', reason: null })),
        ...more(60),
      ]),
    );
    expect((await roadmap('state')).steps.filter(({ state }: Json) => state === 'TO_DO')).toHaveLength(60);
  });

  it('is written once: the database takes no change of it', async () => {
    const { database } = plenary.forum;
    for (const statement of [
      `UPDATE roadmap_step SET due_on = due_on + 1`,
      `DELETE FROM roadmap_step`,
      `UPDATE roadmap_version SET number = number + 1`,
    ]) {
      await expect(database.query(`SET ROLE hemicycle_app; ${statement}`)).rejects.toThrow(
        'permission denied',
      );
    }
    await expect(
      database.query(
        `INSERT INTO roadmap_step (group_id, version, position, step_id, title_fr, commitments, due_on, responsible, state)
         SELECT group_id, version, 60, step_id, title_fr, commitments, due_on, responsible, 'TO_DO'
         FROM roadmap_step WHERE version = 1 LIMIT 1`,
      ),
    ).rejects.toThrow('roadmap_step_once_a_version');
  });

  it('is kept by the secretariat while nobody facilitates the group, and read when the group is closed', async () => {
    for (const facilitator of facilitators) {
      const { workingGroup } = await facilitator.reads(
        'query ($id: ID!) { workingGroup(id: $id) { facilitators { id holder { id } } } }',
        { id: groupId },
      );
      const { id: mandateId } = workingGroup.facilitators.find(
        ({ holder }: Json) => holder.id === facilitator.memberId,
      );
      done(await facilitator.does('resignFacilitation', { mandateId }));
    }
    await plenary.goTo('2025-05-20');
    const { version } = await roadmap('id');
    const steps = await standing();
    expect(await saves(facilitators[0] as Voice, version, steps)).toBeRefusedBy('WORKING-GROUP-SETUP');
    const late = steps.findIndex(({ state }) => state === 'TO_DO');
    const begun = steps.with(late, { ...steps[late], state: 'UNDER_WAY', dueOn: '2025-03-31' });
    done(await saves(plenary.secretary, version, begun));

    plenary = await plenary.another('2025-06-12');
    const [closure] = await inSession(plenary, [decisionOn('WORKING_GROUP_CLOSURE', groupId)]);
    done(await decided(plenary, closure ?? ''));
    await closed(plenary);
    await plenary.goTo('2025-09-01');
    expect(await saves(plenary.secretary, version + 1, await standing())).toBeRefusedBy('LIFE');
    expect(await foreseen(plenary.secretary)).toEqual({ allowed: false, rules: ['LIFE'] });
    // As things stood when the group was closed: what was due later is not late.
    const shown = new Set((await roadmap()).steps.map((one: Json) => `${one['state']} ${one['late']}`));
    expect(shown).toEqual(new Set(['DONE false', 'TO_DO false', 'UNDER_WAY true']));
  });
});
