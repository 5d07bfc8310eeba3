import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Json, TestForum, type Voice } from '../support/forum.js';

describe('the members of the forum', () => {
  let forum: TestForum;
  let secretary: Voice;
  beforeAll(async () => {
    forum = await TestForum.on('2024-03-04');
    secretary = await forum.secretary();
  });
  afterAll(() => forum.close());

  const convened = (organisationId: string, email: string, name = 'Somebody'): Record<string, unknown> => ({
    organisationId,
    email,
    name,
    language: 'FR',
  });

  describe('convened by the secretariat', () => {
    it('sit for a government organisation from that day on', async () => {
      const organisationId = await forum.organisation({ name: 'DINUM', college: 'GOVERNMENT' });
      const done = await secretary.does(
        'conveneMember',
        convened(organisationId, 'member@dinum.example', '  Member for the DINUM '),
        `... on Member { number college route fromOn untilOn alternate { name }
           person { name } organisation { name college } }`,
      );
      expect(done).toMatchObject({
        number: expect.any(Number),
        college: 'GOVERNMENT',
        route: 'CONVENED',
        fromOn: '2024-03-04',
        untilOn: null,
        alternate: null,
        person: { name: 'Member for the DINUM' },
        organisation: { name: 'DINUM', college: 'GOVERNMENT' },
      });
    });

    it('are convened by nobody else (C3-ADMISSION)', async () => {
      const organisationId = await forum.organisation({ college: 'GOVERNMENT' });
      const input = convened(organisationId, 'nobody@example.org');
      const person = await forum.person('Somebody');
      expect(await person.does('conveneMember', input)).toBeRefusedBy('C3-ADMISSION');
      expect(await forum.anyone.does('conveneMember', input)).toMatchObject({ code: 'UNAUTHENTICATED' });
    });

    it('are told apart by their address to nobody else', async () => {
      const member = await forum.member({ college: 'GOVERNMENT' });
      const { me } = await member.reads('{ me { email } }');
      const association = await forum.organisation({ college: 'CIVIL_SOCIETY' });
      const person = await forum.person('Somebody curious');
      const { memberId, organisationId } = member;
      const attempts: [string, Record<string, unknown>][] = [
        ['conveneMember', { organisationId }],
        ['appointDirectly', { organisationId: association }],
        ['nameAlternate', { memberId, organisationId }],
      ];
      for (const [act, input] of attempts) {
        const [known, unknown] = [
          await person.does(act, { ...convened('', me.email), ...input }),
          await person.does(act, { ...convened('', 'nobody@example.org'), ...input }),
        ];
        expect(known.__typename).toBe('RuleRefusal');
        expect(known).toEqual(unknown);
        expect(await forum.database.query(`SELECT FROM person WHERE email = 'nobody@example.org'`)).toEqual(
          [],
        );
      }
    });

    it('never come from civil society (C3-ADMISSION)', async () => {
      const organisationId = await forum.organisation({ college: 'CIVIL_SOCIETY' });
      const input = convened(organisationId, 'someone@association.example');
      expect(await secretary.does('conveneMember', input)).toBeRefusedBy('C3-ADMISSION');
      const [person] = await forum.database.query(`SELECT FROM person WHERE email = $1`, [input['email']]);
      expect(person).toBeUndefined();
    });

    it('hold one seat, whatever the case of their address (C3-COLLEGES)', async () => {
      const [first, second] = [
        await forum.organisation({ college: 'GOVERNMENT' }),
        await forum.organisation({ college: 'GOVERNMENT' }),
      ];
      expect(await secretary.does('conveneMember', convened(first, 'one@example.org'))).toBeDone('Member');
      expect(await secretary.does('conveneMember', convened(second, 'ONE@example.org'))).toBeRefusedBy(
        'C3-COLLEGES',
      );
    });

    it('need an organisation that exists, and words that can be kept', async () => {
      const nowhere = '00000000-0000-4000-8000-000000000000';
      expect(await secretary.does('conveneMember', convened(nowhere, 'a@example.org'))).toMatchObject({
        code: 'NOT_FOUND',
      });
      const organisationId = await forum.organisation({ college: 'GOVERNMENT' });
      for (const [field, value] of [
        ['organisationId', 'not an id'],
        ['email', 'not an address'],
        ['name', '   '],
        ['name', 'A\0B'],
        ['name', 'x'.repeat(201)],
      ] as const) {
        const input = { ...convened(organisationId, 'a@example.org'), [field]: value };
        const { errors } = await secretary.does('conveneMember', input);
        expect(errors?.[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
      }
    });
  });

  it('are listed by number, a page at a time, one college or both', async () => {
    await forum.member({ college: 'CIVIL_SOCIETY', name: 'Member for an association' });
    const list = `query ($first: Int!, $after: String, $college: College) {
      members(first: $first, after: $after, college: $college) {
        nodes { number college person { name } organisation { name } } pageInfo { endCursor hasNextPage } } }`;
    const { members: all } = await forum.anyone.reads(list, { first: 100 });
    const numbers: number[] = all.nodes.map(({ number }: Json) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(numbers.length).toBeGreaterThanOrEqual(3);
    const paged: number[] = [];
    let after: string | null = null;
    do {
      const { members: page }: Json = await forum.anyone.reads(list, { first: 1, after });
      paged.push(...page.nodes.map(({ number }: Json) => number));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(numbers);
    const { members: ours } = await forum.anyone.reads(list, { first: 100, college: 'CIVIL_SOCIETY' });
    expect(ours.nodes).toMatchObject([
      { college: 'CIVIL_SOCIETY', person: { name: 'Member for an association' } },
    ]);
  });

  it('have no members before the day of the first admission', async () => {
    const list = '{ members(on: "2024-03-03") { nodes { number } } }';
    expect((await forum.anyone.reads(list)).members.nodes).toEqual([]);
  });

  it('refuse a cursor of another list', async () => {
    for (const key of [['x'], [1.5], [1e99], [1, 2]]) {
      const after = Buffer.from(JSON.stringify(key)).toString('base64url');
      const { errors } = await forum.anyone.ask(
        'query ($after: String) { members(after: $after) { nodes { id } } }',
        {
          after,
        },
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
    }
  });

  it('are found by id; an unknown one is null', async () => {
    const member = await forum.member({ college: 'GOVERNMENT' });
    const one = 'query ($id: ID!) { member(id: $id) { number } }';
    expect(await forum.anyone.reads(one, { id: member.memberId })).toEqual({
      member: { number: member.number },
    });
    expect(await forum.anyone.reads(one, { id: 'unknown' })).toEqual({ member: null });
  });

  it('counts one seat when twenty admissions of one person meet', async () => {
    const organisations = await Promise.all(
      Array.from({ length: 20 }, () => forum.organisation({ college: 'GOVERNMENT' })),
    );
    const results: Json[] = await Promise.all(
      organisations.map((id) => secretary.does('conveneMember', convened(id, 'twice@example.org'))),
    );
    expect(results.filter(({ __typename }) => __typename === 'Member')).toHaveLength(1);
    for (const result of results.filter(({ __typename }) => __typename !== 'Member')) {
      expect(result).toBeRefusedBy('C3-COLLEGES');
    }
    const [seats] = await forum.database.query<{ count: string }>(
      `SELECT count(*) FROM member m JOIN person p ON p.id = m.person_id WHERE p.email = 'twice@example.org'`,
    );
    expect(seats?.count).toBe('1');
  });
});
