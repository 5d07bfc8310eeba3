import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestForum, type Voice } from '../support/forum.js';

/** Fills the tables behind the API: what is pinned here are the statements of reading, not of admitting. */
const FILL = `
  WITH numbers AS (SELECT n, (SELECT coalesce(max(number), 0) FROM member) + n AS number FROM generate_series(1, $1::integer) n),
  rows AS (
    SELECT n, number, gen_random_uuid() AS person, gen_random_uuid() AS organisation, gen_random_uuid() AS member,
           gen_random_uuid() AS stand_in FROM numbers
  ),
  people AS (
    INSERT INTO person (id, name, email, language, created_at)
    SELECT person, 'Member ' || number, 'member' || number || '@example.org', 'fr', now() FROM rows
    UNION ALL SELECT stand_in, 'Alternate ' || number, 'alternate' || number || '@example.org', 'fr', now() FROM rows
  ),
  organisations AS (
    INSERT INTO organisation (id, college, registered_on) SELECT organisation, 'GOVERNMENT', $2::date FROM rows
  ),
  names AS (
    INSERT INTO organisation_name (id, organisation_id, from_on, name_fr, name_en)
    SELECT gen_random_uuid(), organisation, $2::date, 'Ministère ' || number, 'Ministry ' || number FROM rows
  ),
  members AS (
    INSERT INTO member (id, number, person_id, college, route, from_on)
    SELECT member, number, person, 'GOVERNMENT', 'CONVENED', $2::date FROM rows
  ),
  affiliations AS (
    INSERT INTO member_affiliation (id, member_id, organisation_id, from_on)
    SELECT gen_random_uuid(), member, organisation, $2::date FROM rows
  ),
  correspondents AS (
    INSERT INTO correspondent (id, organisation_id, person_id, from_on)
    SELECT gen_random_uuid(), organisation, person, $2::date FROM rows
  )
  INSERT INTO alternate (id, member_id, person_id, from_on)
  SELECT gen_random_uuid(), member, stand_in, $2::date FROM rows`;

describe('lists ask the database the same, whatever their length', () => {
  let forum: TestForum;
  let secretary: Voice;
  beforeAll(async () => {
    forum = await TestForum.on('2024-03-04');
    secretary = await forum.secretary();
    await forum.member({ college: 'CIVIL_SOCIETY' });
  });
  afterAll(() => forum.close());

  const MEMBERS = `{ members(first: 100) { nodes {
    id number college route fromOn untilOn person { id name } alternate { name }
    organisation { id name college registeredOn leftOn } } pageInfo { endCursor hasNextPage } } }`;
  const of = (fields: string): string => `{ members(first: 100) { nodes { ${fields} } } }`;
  const DEEPER = [
    of('need { statement statedBy { name } } callForApplications { title }'),
    of('permitted { action allowed }'),
    of('organisation { names { name fromOn } attendanceFigures { year meetings } }'),
    of('attendanceFigures { year present meetings group { theme } }'),
    of('organisation { members { number alternate { name } } }'),
    of('organisation { correspondents { person { name } } }'),
  ];

  it('reads a page of members, with persons, organisations and alternates, in one statement', async () => {
    const statements = await forum.statements(() => forum.anyone.reads(MEMBERS));
    expect(statements).toHaveLength(1);
  });

  it('asks no more for a hundred members than for one, as deep as the room goes', async () => {
    const asked = async (): Promise<number[]> => {
      const counts: number[] = [];
      for (const query of DEEPER) {
        counts.push((await forum.statements(() => secretary.reads(query))).length);
      }
      return counts;
    };
    const one = await asked();
    await forum.database.query(FILL, [99, '2024-03-04']);
    const { members } = await forum.anyone.reads(MEMBERS);
    expect(members.nodes).toHaveLength(100);
    expect(await forum.statements(() => forum.anyone.reads(MEMBERS))).toHaveLength(1);
    expect(await asked()).toEqual(one);
  });
});
