import '../support/matchers.js';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EDITION_0, SETTINGS } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { newId } from '@hemicycle/kernel';
import { ProcedureRepository } from '@hemicycle/procedure';
import { type Json, TestForum, type Voice } from '../support/forum.js';

const EDITION = `... on RulesOfProcedure {
  id number state adoptedBy inForceFromOn inForceUntilOn draftedAt fingerprint
  settings { plenaryNoticeDays recordedElectionsAllowed nominationsCloseDaysBefore } }`;

describe('the rules of procedure', () => {
  let forum: TestForum;
  let secretary: Voice;
  let founder: Voice;
  beforeAll(async () => {
    forum = await TestForum.on('2024-02-12');
    secretary = await forum.secretary();
    founder = await forum.founder('CIVIL_SOCIETY');
  });
  afterAll(() => forum.close());

  const draft = (settings: Record<string, unknown> = {}): Promise<Json> =>
    secretary.does('draftRulesOfProcedure', { settings }, EDITION);
  const onDay = async (on: string): Promise<Json> => {
    const { charter } = await forum.anyone.reads(
      `query ($on: Day) { charter { rulesOfProcedure(on: $on) {
         id number state adoptedBy inForceFromOn inForceUntilOn draftedAt
         settings { plenaryNoticeDays } } } }`,
      { on },
    );
    return charter.rulesOfProcedure;
  };
  const fingerprintsInTheTrail = async (command: string): Promise<string[]> => {
    const rows = await forum.database.query<{ fingerprint: string }>(
      `SELECT fingerprint FROM audit_row WHERE command = $1 ORDER BY seq`,
      [command],
    );
    return rows.map(({ fingerprint }) => fingerprint);
  };

  it('begin as edition 0, the defaults of the charter', async () => {
    expect(await onDay('2024-02-12')).toEqual({
      id: null,
      number: 0,
      state: 'ADOPTED',
      adoptedBy: null,
      inForceFromOn: null,
      inForceUntilOn: null,
      draftedAt: null,
      settings: { plenaryNoticeDays: 15 },
    });
    const { charter } = await forum.anyone.reads(
      `{ charter { draft { id } editions { number fingerprint } rulesOfProcedure { settings {
           committeeSeatsPerCollege { government civilSociety } quorumShare { numerator denominator }
           presidingOrder termLimitPerPerson coChairMethod } } } }`,
    );
    expect(charter).toEqual({
      draft: null,
      editions: [{ number: 0, fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      rulesOfProcedure: {
        settings: {
          committeeSeatsPerCollege: { government: 2, civilSociety: 2 },
          quorumShare: { numerator: 1, denominator: 2 },
          presidingOrder: EDITION_0.presidingOrder,
          termLimitPerPerson: null,
          coChairMethod: 'MAJORITY_TWO_ROUNDS',
        },
      },
    });
  });

  it('are told in words, in both languages', async () => {
    const { charter } = await forum.anyone.reads(
      `{ charter { rulesOfProcedure { inWords {
           setting rules fr: meaning(language: FR) value(language: FR) en: meaning } } } }`,
    );
    const words: Json[] = charter.rulesOfProcedure.inWords;
    expect(words.map(({ setting }) => setting)).toEqual(Object.keys(SETTINGS));
    expect(words.find(({ setting }) => setting === 'termLimitPerPerson')).toEqual({
      setting: 'termLimitPerPerson',
      rules: ['TERM-LIMIT'],
      fr: SETTINGS.termLimitPerPerson.meaning.fr,
      value: 'aucune limite',
      en: SETTINGS.termLimitPerPerson.meaning.en,
    });
  });

  describe('are drafted', () => {
    it('by the secretariat', async () => {
      const input = { settings: {} };
      expect(await forum.anyone.does('draftRulesOfProcedure', input)).toMatchObject({
        code: 'UNAUTHENTICATED',
      });
      for (const other of [await forum.person('Somebody'), founder]) {
        expect(await other.does('draftRulesOfProcedure', input)).toMatchObject({ code: 'FORBIDDEN' });
      }
      expect((await forum.anyone.reads('{ charter { draft { id } } }')).charter.draft).toBeNull();
    });

    it('on top of edition 0, complete, with every kind of setting', async () => {
      const done = await secretary.does(
        'draftRulesOfProcedure',
        {
          settings: {
            plenaryNoticeDays: 21,
            recordedElectionsAllowed: true,
            termLimitPerPerson: 2,
            tieRule: 'SENIORITY',
            quorumShare: { numerator: 2, denominator: 3 },
            committeeSeatsPerCollege: { government: 1, civilSociety: 3 },
            presidingOrder: ['LONGEST_SERVING_MEMBER', 'SECRETARIAT'],
            committeeMethod: 'SINGLE_TRANSFERABLE_VOTE',
            nominationsCloseDaysBefore: null,
          },
        },
        `... on RulesOfProcedure { number state adoptedBy inForceFromOn draftedAt
           settings { plenaryNoticeDays recordedElectionsAllowed termLimitPerPerson tieRule
             quorumShare { numerator denominator } committeeSeatsPerCollege { government civilSociety }
             presidingOrder committeeMethod coChairMethod nominationsCloseDaysBefore callOpenDays } }`,
      );
      expect(done).toEqual({
        __typename: 'RulesOfProcedure',
        number: 1,
        state: 'DRAFTED',
        adoptedBy: null,
        inForceFromOn: null,
        draftedAt: forum.clock.now().toISOString(),
        settings: {
          plenaryNoticeDays: 21,
          recordedElectionsAllowed: true,
          termLimitPerPerson: 2,
          tieRule: 'SENIORITY',
          quorumShare: { numerator: 2, denominator: 3 },
          committeeSeatsPerCollege: { government: 1, civilSociety: 3 },
          presidingOrder: ['LONGEST_SERVING_MEMBER', 'SECRETARIAT'],
          committeeMethod: 'SINGLE_TRANSFERABLE_VOTE',
          coChairMethod: 'MAJORITY_TWO_ROUNDS',
          nominationsCloseDaysBefore: null,
          callOpenDays: 14,
        },
      });
      const [row] = await forum.database.query<{ rules: Record<string, unknown> }>(
        `SELECT rules FROM rules_of_procedure_edition WHERE state = 'DRAFTED'`,
      );
      expect(Object.keys(row?.rules ?? {}).toSorted()).toEqual(Object.keys(EDITION_0).toSorted());
      expect(await onDay('2024-02-12')).toMatchObject({ number: 0 });
    });

    it.each([
      ['plenaryNoticeDays', 0],
      ['plenaryNoticeDays', null],
      ['recordedElectionsAllowed', null],
      ['quorumShare', { numerator: 3, denominator: 2 }],
      ['committeeSeatsPerCollege', { government: 3, civilSociety: 3 }],
      ['committeeSeatsPerCollege', null],
      ['presidingOrder', ['SECRETARIAT', 'CO_CHAIR']],
      ['nominationsCloseDaysBefore', 20],
      ['coChairMethod', 'BLOCK_VOTE'],
      ['committeeMethod', 'SCHULZE'],
    ])('never with %s: %j', async (setting, value) => {
      const before = await fingerprintsInTheTrail('draftRulesOfProcedure');
      expect(await draft({ [setting]: value })).toMatchObject({
        code: 'BAD_USER_INPUT',
        errors: [{ extensions: { field: `settings.${setting}` } }],
      });
      expect(await fingerprintsInTheTrail('draftRulesOfProcedure')).toEqual(before);
    });

    it('anew, each draft taking the place of the one before and none being lost', async () => {
      const first = await draft({ plenaryNoticeDays: 10 });
      const second = await draft({ plenaryNoticeDays: 12 });
      expect(second).toMatchObject({ number: 1, state: 'DRAFTED' });
      const { charter } = await forum.anyone.reads(
        `query ($id: ID!) { charter { draft { id } edition(id: $id) { state settings { plenaryNoticeDays } } } }`,
        { id: first.id },
      );
      expect(charter).toEqual({
        draft: { id: second.id },
        edition: { state: 'SUPERSEDED', settings: { plenaryNoticeDays: 10 } },
      });
    });

    it('one at a time, by ten at once', async () => {
      const drafts = await Promise.all(Array.from({ length: 10 }, (_, i) => draft({ callOpenDays: 20 + i })));
      for (const done of drafts) expect(done).toBeDone('RulesOfProcedure');
      const states = await forum.database.query(
        `SELECT state, count(*)::int FROM rules_of_procedure_edition WHERE id = ANY ($1) GROUP BY 1 ORDER BY 1`,
        [drafts.map(({ id }) => id)],
      );
      expect(states).toEqual([
        { state: 'DRAFTED', count: 1 },
        { state: 'SUPERSEDED', count: 9 },
      ]);
    });

    it('for ever: not even the application can rewrite a draft', async () => {
      const rewriting = forum.api
        .get(Database)
        .reader.query(`UPDATE rules_of_procedure_edition SET rules = '{}', number = 7`);
      await expect(rewriting).rejects.toThrow('permission denied');
    });
  });

  describe('are approved', () => {
    const approve = (voice: Voice, editionId: string): Promise<Json> =>
      voice.does('approveRulesOfProcedure', { editionId }, EDITION);
    const permitted = async (voice: Voice, id: string): Promise<Json> => {
      const { charter } = await voice.reads(
        `query ($id: ID!) { charter { edition(id: $id) {
           permitted { action allowed violations { rule { id } reason } } } } }`,
        { id },
      );
      return charter.edition.permitted;
    };

    it('by nobody but the founding working group (RULES-ADOPTION)', async () => {
      const { id } = await draft();
      expect(await approve(forum.anyone, id)).toMatchObject({ code: 'UNAUTHENTICATED' });
      for (const other of [secretary, await forum.person('Somebody')]) {
        const refused = await approve(other, id);
        expect(refused).toBeRefusedBy('RULES-ADOPTION');
        expect(await permitted(other, id)).toEqual([
          { action: 'approveRulesOfProcedure', allowed: false, violations: refused.violations },
        ]);
      }
      expect(await permitted(forum.anyone, id)).toMatchObject([{ allowed: false }]);
      expect(await permitted(founder, id)).toEqual([
        { action: 'approveRulesOfProcedure', allowed: true, violations: [] },
      ]);
      const former = await forum.founder('GOVERNMENT', 'Former founder');
      await forum.database.query(
        `UPDATE founding_group_membership SET from_on = $2, until_on = $2 WHERE person_id = $1`,
        [former.personId, '2024-02-11'],
      );
      expect(await approve(former, id)).toBeRefusedBy('RULES-ADOPTION');
    });

    it('as they were read: not a draft whose place another took (LIFE)', async () => {
      const read = await draft({ plenaryNoticeDays: 20 });
      await draft({ plenaryNoticeDays: 1 });
      expect(await approve(founder, read.id)).toBeRefusedBy('LIFE');
      expect(await onDay('2024-02-12')).toMatchObject({ number: 0 });
    });

    it('only where they exist', async () => {
      expect(await approve(founder, newId())).toMatchObject({ code: 'NOT_FOUND' });
      expect(await approve(founder, 'edition 1')).toMatchObject({ code: 'BAD_USER_INPUT' });
    });

    it('once when twenty founders approve at the same time, in force from that day', async () => {
      const { id, fingerprint } = await draft({ plenaryNoticeDays: 20, recordedElectionsAllowed: true });
      forum.clock.goTo('2024-02-28', '23:59');
      const founders = [founder, await forum.founder('GOVERNMENT')];
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, i) => approve(founders[i % 2] as Voice, id)),
      );
      const [done, ...more] = results.filter(({ __typename }) => __typename === 'RulesOfProcedure');
      expect(more).toEqual([]);
      expect(done).toEqual({
        __typename: 'RulesOfProcedure',
        id,
        number: 1,
        state: 'ADOPTED',
        adoptedBy: 'FOUNDING_GROUP',
        inForceFromOn: '2024-02-28',
        inForceUntilOn: null,
        draftedAt: expect.any(String),
        fingerprint,
        settings: {
          plenaryNoticeDays: 20,
          recordedElectionsAllowed: true,
          nominationsCloseDaysBefore: null,
        },
      });
      for (const result of results.filter((one) => one !== done)) expect(result).toBeRefusedBy('LIFE');
      expect(await fingerprintsInTheTrail('approveRulesOfProcedure')).toEqual([fingerprint]);
    });

    it('with a fingerprint that anyone can compute', async () => {
      const [adopted] = await forum.database.query<{ rules: Record<string, unknown> }>(
        `SELECT rules FROM rules_of_procedure_edition WHERE state = 'ADOPTED'`,
      );
      const names = new Set<string>();
      JSON.stringify(adopted?.rules, (name, value: unknown) => (names.add(name), value));
      const text = JSON.stringify(adopted?.rules, [...names].toSorted());
      const [fingerprint] = await fingerprintsInTheTrail('approveRulesOfProcedure');
      expect(createHash('sha256').update(text).digest('hex')).toBe(fingerprint);
    });

    it('and judge the acts of their days', async () => {
      expect(await onDay('2024-02-27')).toMatchObject({
        number: 0,
        inForceFromOn: null,
        inForceUntilOn: '2024-02-27',
        settings: { plenaryNoticeDays: 15 },
      });
      expect(await onDay('2024-02-28')).toMatchObject({
        number: 1,
        inForceFromOn: '2024-02-28',
        settings: { plenaryNoticeDays: 20 },
      });
      expect(await onDay('2999-12-31')).toMatchObject({ number: 1 });
      const { charter } = await forum.anyone.reads(
        '{ charter { draft { id } editions { number inForceFromOn inForceUntilOn } } }',
      );
      expect(charter).toEqual({
        draft: null,
        editions: [
          { number: 0, inForceFromOn: null, inForceUntilOn: '2024-02-27' },
          { number: 1, inForceFromOn: '2024-02-28', inForceUntilOn: null },
        ],
      });
    });

    it('only once by the group: edition 2 needs a plenary decision (RULES-ADOPTION)', async () => {
      const second = await draft();
      expect(second).toMatchObject({ number: 2, state: 'DRAFTED' });
      expect(await approve(founder, second.id)).toBeRefusedBy('RULES-ADOPTION');
      expect(await permitted(founder, second.id)).toMatchObject([
        { allowed: false, violations: [{ rule: { id: 'RULES-ADOPTION' } }] },
      ]);
    });

    it('by the group no more once the first plenary was held (RULES-ADOPTION)', async () => {
      const other = await TestForum.on('2024-03-01');
      try {
        const late = await other.founder('GOVERNMENT');
        const { id } = await (
          await other.secretary()
        ).does('draftRulesOfProcedure', { settings: {} }, '... on RulesOfProcedure { id }');
        await other.api
          .get(Database)
          .transaction((tx) =>
            other.api.get(ProcedureRepository, { strict: false }).endFoundingGroup(tx, other.today),
          );
        other.clock.goTo('2024-03-02');
        expect(await late.does('approveRulesOfProcedure', { editionId: id })).toBeRefusedBy('RULES-ADOPTION');
        expect(await other.anyone.reads('{ foundingGroup { endedOn members { id } } }')).toEqual({
          foundingGroup: { endedOn: '2024-03-01', members: [] },
        });
      } finally {
        await other.close();
      }
    });
  });
});
