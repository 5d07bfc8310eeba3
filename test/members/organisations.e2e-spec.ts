import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, type MemberVoice, TestForum, type Voice } from '../support/forum.js';

describe('organisations, needs and those who stand beside the members', () => {
  let forum: TestForum;
  let secretary: Voice;
  beforeAll(async () => {
    forum = await TestForum.on('2024-03-04');
    secretary = await forum.secretary();
  });
  afterAll(() => forum.close());

  describe('an organisation', () => {
    const both = (name: string): { nameFr: string; nameEn: string } => ({ nameFr: name, nameEn: name });
    const nameOn = 'query ($on: Day) { organisations(on: $on, first: 100) { nodes { id name } } }';

    it('bears one name at a time and keeps the earlier ones', async () => {
      const organisationId = await forum.organisation({ name: 'Ministère A', college: 'GOVERNMENT' });
      expect(
        await secretary.does(
          'renameOrganisation',
          { organisationId, fromOn: '2024-09-21', ...both('Ministère B') },
          '... on Organisation { name names { name fromOn } }',
        ),
      ).toMatchObject({
        name: 'Ministère A',
        names: [
          { name: 'Ministère A', fromOn: '2024-03-04' },
          { name: 'Ministère B', fromOn: '2024-09-21' },
        ],
      });
      for (const [on, name] of [
        ['2024-09-20', 'Ministère A'],
        ['2024-09-21', 'Ministère B'],
      ]) {
        const { organisations } = await forum.anyone.reads(nameOn, { on });
        expect(organisations.nodes).toContainEqual({ id: organisationId, name });
      }
      expect(
        await secretary.does('renameOrganisation', {
          organisationId,
          fromOn: '2024-09-20',
          ...both('Ministère C'),
        }),
      ).toBeRefusedBy('C3-COLLEGES');
      expect(
        await secretary.does(
          'renameOrganisation',
          { organisationId, fromOn: '2024-09-21', ...both('Ministère D') },
          '... on Organisation { names { name } }',
        ),
      ).toMatchObject({ names: [{ name: 'Ministère A' }, { name: 'Ministère D' }] });
    });

    it('never bears the name of another, of either college, then or later (C3-COLLEGES)', async () => {
      const organisationId = await forum.organisation({ name: 'Association A', college: 'CIVIL_SOCIETY' });
      const rename = { organisationId, fromOn: '2024-12-01', ...both('Association B') };
      expect(await secretary.does('renameOrganisation', rename)).toBeDone('Organisation');
      for (const name of ['association a', 'ASSOCIATION B']) {
        for (const college of ['GOVERNMENT', 'CIVIL_SOCIETY']) {
          expect(await secretary.does('registerOrganisation', { ...both(name), college })).toBeRefusedBy(
            'C3-COLLEGES',
          );
        }
      }
      const other = await forum.organisation({ college: 'CIVIL_SOCIETY' });
      expect(
        await secretary.does('renameOrganisation', {
          organisationId: other,
          fromOn: '2024-03-04',
          ...both('Association B'),
        }),
      ).toBeRefusedBy('C3-COLLEGES');
    });

    it('is registered once when twenty register it at the same time', async () => {
      const input = { ...both('Association of twenty'), college: 'CIVIL_SOCIETY' };
      const results = await Promise.all(
        Array.from({ length: 20 }, () => secretary.does('registerOrganisation', input)),
      );
      const done = results.filter(({ __typename }) => __typename === 'Organisation');
      expect(done).toHaveLength(1);
      for (const result of results) if (result !== done[0]) expect(result).toBeRefusedBy('C3-COLLEGES');
    });

    it('shows who sits for it; an unknown one is null', async () => {
      const member = await forum.member({ college: 'GOVERNMENT', name: 'Member for the ministry' });
      const one = 'query ($id: ID!) { organisation(id: $id) { members { number person { name } } } }';
      expect(await forum.anyone.reads(one, { id: member.organisationId })).toEqual({
        organisation: { members: [{ number: member.number, person: { name: 'Member for the ministry' } }] },
      });
      expect(await forum.anyone.reads(one, { id: '00000000-0000-4000-8000-000000000000' })).toEqual({
        organisation: null,
      });
    });

    it('says what may be done with it, and by which rule not', async () => {
      const id = await forum.organisation({ college: 'GOVERNMENT' });
      const asked =
        'query ($id: ID!) { organisation(id: $id) { permitted { action allowed violations { rule { id } } } } }';
      const of = async (voice: Voice): Promise<Record<string, [boolean, string[]]>> =>
        Object.fromEntries(
          (await voice.reads(asked, { id })).organisation.permitted.map(
            ({
              action,
              allowed,
              violations,
            }: {
              action: string;
              allowed: boolean;
              violations: { rule: { id: string } }[];
            }) => [action, [allowed, violations.map(({ rule }) => rule.id)]],
          ),
        );
      expect(await of(secretary)).toMatchObject({
        renameOrganisation: [true, []],
        conveneMember: [true, []],
        appointDirectly: [false, ['C3-ADMISSION']],
        nameCorrespondent: [true, []],
      });
      expect(await of(await forum.person('Somebody'))).toMatchObject({
        renameOrganisation: [false, []],
        conveneMember: [false, ['C3-ADMISSION']],
      });
      expect(await of(forum.anyone)).toMatchObject({
        renameOrganisation: [false, []],
        conveneMember: [false, []],
      });
    });
  });

  describe('a need', () => {
    const statement = { statementFr: 'Données de santé', statementEn: 'Health data' };

    it('is stated by the founding group, and by nobody else yet (C3-ADMISSION)', async () => {
      expect(await secretary.does('stateNeed', statement)).toBeRefusedBy('C3-ADMISSION');
      const founder = await forum.founder('CIVIL_SOCIETY', 'A founder');
      expect(
        await founder.does('stateNeed', statement, '... on Need { statement statedBy { name } statedOn }'),
      ).toMatchObject({ statement: 'Health data', statedBy: { name: 'A founder' }, statedOn: '2024-03-04' });
    });

    it('lets the secretariat appoint a civil-society member directly', async () => {
      const founder = await forum.founder('CIVIL_SOCIETY');
      const needId = idOf(await founder.does('stateNeed', statement, '... on Need { id }'));
      const organisationId = await forum.organisation({
        name: 'Health association',
        college: 'CIVIL_SOCIETY',
      });
      const person = { name: 'Member for health', email: 'health@example.org', language: 'FR' };
      const input = { organisationId, needId, ...person };
      expect(await founder.does('appointDirectly', input)).toBeRefusedBy('C3-ADMISSION');
      expect(await secretary.does('appointDirectly', { ...input, needId: null })).toBeRefusedBy(
        'C3-ADMISSION',
      );
      const ministry = await forum.organisation({ college: 'GOVERNMENT' });
      expect(await secretary.does('appointDirectly', { ...input, organisationId: ministry })).toBeRefusedBy(
        'C3-ADMISSION',
      );
      expect(
        await secretary.does('appointDirectly', input, '... on Member { route college need { statement } }'),
      ).toMatchObject({
        route: 'DIRECT_APPOINTMENT',
        college: 'CIVIL_SOCIETY',
        need: { statement: 'Health data' },
      });
      expect(await secretary.does('appointDirectly', input)).toBeRefusedBy('C3-COLLEGES');
      const unknown = '00000000-0000-4000-8000-000000000000';
      expect(await secretary.does('appointDirectly', { ...input, needId: unknown })).toMatchObject({
        code: 'NOT_FOUND',
      });
      const { needs } = await forum.anyone.reads(
        '{ needs(first: 100) { nodes { statement members { person { name } } } } }',
      );
      expect(needs.nodes).toContainEqual({
        statement: 'Health data',
        members: [{ person: { name: 'Member for health' } }],
      });
    });
  });

  describe('an alternate', () => {
    let member: MemberVoice;
    const person = (name: string): Record<string, string> => ({
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
      language: 'EN',
    });
    beforeAll(async () => {
      member = await forum.member({ college: 'CIVIL_SOCIETY' });
    });
    const seat = (): { memberId: string; organisationId: string } => ({
      memberId: member.memberId,
      organisationId: member.organisationId,
    });

    it('is named by the member or the secretariat, from her organisation (ALTERNATE)', async () => {
      const other = await forum.member({ college: 'CIVIL_SOCIETY' });
      expect(await other.does('nameAlternate', { ...seat(), ...person('Al') })).toBeRefusedBy('ALTERNATE');
      expect(
        await member.does('nameAlternate', {
          ...seat(),
          organisationId: other.organisationId,
          ...person('Al'),
        }),
      ).toBeRefusedBy('ALTERNATE');
      expect(
        await member.does(
          'nameAlternate',
          { ...seat(), ...person('Al') },
          '... on Member { alternate { name } }',
        ),
      ).toMatchObject({ alternate: { name: 'Al' } });
    });

    it('is one for the seat, one seat for the person, and no member (ALTERNATE)', async () => {
      expect(await secretary.does('nameAlternate', { ...seat(), ...person('Bo') })).toBeRefusedBy(
        'ALTERNATE',
      );
      const other = await forum.member({ college: 'CIVIL_SOCIETY' });
      const theirs = { memberId: other.memberId, organisationId: other.organisationId };
      expect(await other.does('nameAlternate', { ...theirs, ...person('Al') })).toBeRefusedBy('ALTERNATE');
      const [third] = await forum.database.query<{ email: string }>(
        'SELECT email FROM person p JOIN member m ON m.person_id = p.id WHERE m.id = $1',
        [member.memberId],
      );
      expect(
        await other.does('nameAlternate', { ...theirs, ...person('X'), email: third?.email }),
      ).toBeRefusedBy('ALTERNATE');
    });

    it('cannot be admitted as a member meanwhile (ALTERNATE)', async () => {
      const organisationId = await forum.organisation({ college: 'GOVERNMENT' });
      expect(await secretary.does('conveneMember', { organisationId, ...person('Al') })).toBeRefusedBy(
        'ALTERNATE',
      );
    });

    it('leaves at the end of a day; another comes the day after', async () => {
      const asked = `query ($id: ID!) { member(id: $id) {
        alternate { name } permitted { action allowed violations { reason } } } }`;
      const stranger = await forum.person('A stranger');
      expect(await stranger.does('endAlternate', { memberId: member.memberId })).toBeRefusedBy('ALTERNATE');
      expect(await member.does('endAlternate', { memberId: member.memberId })).toBeDone('Member');
      expect(await member.does('endAlternate', { memberId: member.memberId })).toBeRefusedBy('ALTERNATE');
      expect(await member.reads(asked, { id: member.memberId })).toMatchObject({
        member: {
          alternate: { name: 'Al' },
          permitted: [
            {
              action: 'nameAlternate',
              allowed: false,
              violations: [{ reason: expect.stringContaining('4 March') }],
            },
            { action: 'endAlternate', allowed: false },
            { action: 'endMembership', allowed: false },
          ],
        },
      });
      forum.clock.goTo('2024-03-05');
      expect(await member.reads(asked, { id: member.memberId })).toMatchObject({
        member: {
          alternate: null,
          permitted: [
            { action: 'nameAlternate', allowed: true },
            { action: 'endAlternate', allowed: false },
            { action: 'endMembership', allowed: false },
          ],
        },
      });
      expect(await member.does('nameAlternate', { ...seat(), ...person('Bo') })).toBeDone('Member');
    });

    it('is one when ten are named at once', async () => {
      const other = await forum.member({ college: 'CIVIL_SOCIETY' });
      const input = { memberId: other.memberId, organisationId: other.organisationId };
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          other.does('nameAlternate', { ...input, ...person(`Rival ${i}`) }),
        ),
      );
      expect(results.filter(({ __typename }) => __typename === 'Member')).toHaveLength(1);
    });
  });

  describe('a correspondent', () => {
    const person = { name: 'Contact', email: 'contact@ministry.example', language: 'FR' };

    it('is named for a department, not for civil society (C3-COLLEGES), and leaves once (LIFE)', async () => {
      const association = await forum.organisation({ college: 'CIVIL_SOCIETY' });
      expect(
        await secretary.does('nameCorrespondent', { organisationId: association, ...person }),
      ).toBeRefusedBy('C3-COLLEGES');
      const organisationId = await forum.organisation({ college: 'GOVERNMENT' });
      const input = { organisationId, ...person };
      const named = await secretary.does('nameCorrespondent', input, '... on Correspondent { id }');
      expect(await secretary.does('nameCorrespondent', input, '... on Correspondent { id }')).toEqual(named);
      const one = 'query ($id: ID!) { organisation(id: $id) { correspondents { person { name } untilOn } } }';
      expect((await forum.anyone.reads(one, { id: organisationId })).organisation.correspondents).toEqual([
        { person: { name: 'Contact' }, untilOn: null },
      ]);
      const end = { correspondentId: idOf(named) };
      expect(await secretary.does('endCorrespondent', end)).toBeDone('Correspondent');
      expect(await secretary.does('endCorrespondent', end)).toBeRefusedBy('LIFE');
    });
  });
});
