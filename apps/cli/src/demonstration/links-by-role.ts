import { inviteSignInLink, Person } from '@hemicycle/accounts';
import { Database } from '@hemicycle/database';
import {
  Clock,
  COLLEGES,
  type College,
  dayOf,
  FORUM_TIME_ZONE,
  type Role,
  type Text,
} from '@hemicycle/kernel';
import { MembersRepository } from '@hemicycle/members';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Standing } from '../../../api/src/standing.js';

interface Part {
  readonly role: Role;
  /** Only for whoever sits, or sits in, for this college; null: whatever the college. */
  readonly college: College | null;
  readonly said: Text;
}

const OF_COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'acteurs publics', en: 'government actors' },
  CIVIL_SOCIETY: { fr: 'société civile', en: 'civil society' },
};

const inEachCollege = (role: Role, said: Text): Part[] =>
  COLLEGES.map((college) => ({
    role,
    college,
    said: {
      fr: `${said.fr}, ${OF_COLLEGE[college].fr}`,
      en: `${said.en}, ${OF_COLLEGE[college].en}`,
    },
  }));

/** Whoever tries the forum comes in as one of these, in this order. */
const PARTS: readonly Part[] = [
  { role: 'SECRETARIAT', college: null, said: { fr: 'Secrétariat', en: 'Secretariat' } },
  {
    role: 'FOUNDING_GROUP',
    college: null,
    said: { fr: 'Groupe de travail fondateur', en: 'Founding working group' },
  },
  ...inEachCollege('CO_CHAIR', { fr: 'Coprésidence', en: 'Co-chair' }),
  ...inEachCollege('MEMBER', { fr: 'Membre', en: 'Member' }),
  { role: 'ALTERNATE', college: null, said: { fr: 'Suppléance', en: 'Alternate' } },
  { role: 'CORRESPONDENT', college: null, said: { fr: 'Correspondance PGO', en: 'Correspondent' } },
];

/**
 * A fresh sign-in link for somebody in each role of the day, good for a day; a role that nobody holds has none.
 * A person with fewer roles comes first, so that a member is shown who is nothing but a member.
 */
export async function linksByRole(
  api: NestExpressApplication,
): Promise<{ readonly who: Text; readonly path: string }[]> {
  const database = api.get(Database, { strict: false });
  const standing = api.get(Standing, { strict: false });
  const at = api.get(Clock, { strict: false }).now();
  const on = dayOf(at, api.get<string>(FORUM_TIME_ZONE, { strict: false }));
  const people = await database.reader.find(Person, { order: { createdAt: 'ASC', email: 'ASC' } });
  const members = await api.get(MembersRepository, { strict: false }).inForce(database.reader, on);
  const collegeOf = new Map(members.map(({ personId, college }) => [personId, college]));
  const standings: { person: Person; roles: readonly Role[] }[] = [];
  for (const person of people) standings.push({ person, roles: await standing.rolesOf(person.id, on) });
  standings.sort((a, b) => a.roles.length - b.roles.length);

  const links: { who: Text; path: string }[] = [];
  for (const { role, college, said } of PARTS) {
    const found = standings.find(
      ({ person, roles }) =>
        roles.includes(role) && (college === null || collegeOf.get(person.id) === college),
    );
    if (found === undefined) continue;
    const { person } = found;
    const { path } = await database.transaction((tx) => inviteSignInLink(tx, { ...person, at }));
    links.push({ who: { fr: `${said.fr} : ${person.name}`, en: `${said.en}: ${person.name}` }, path });
  }
  return links;
}
