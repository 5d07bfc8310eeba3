import { inviteSignInLink, Person } from '@hemicycle/accounts';
import { Database } from '@hemicycle/database';
import { Election, PollsRepository, SealedPollsRepository } from '@hemicycle/elections';
import {
  Clock,
  COLLEGES,
  type College,
  dayOf,
  FORUM_TIME_ZONE,
  type Role,
  type Text,
} from '@hemicycle/kernel';
import type { TrusteeCapacity } from '@hemicycle/charter';
import { MembersRepository } from '@hemicycle/members';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type EntityManager, In } from 'typeorm';
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
  ...inEachCollege('FACILITATOR', {
    fr: 'Animation d’un groupe de travail',
    en: 'Facilitator of a working group',
  }),
  { role: 'ALTERNATE', college: null, said: { fr: 'Suppléance', en: 'Alternate' } },
  { role: 'CORRESPONDENT', college: null, said: { fr: 'Correspondance PGO', en: 'Correspondent' } },
];

/** Whoever has something to do in the poll that is open. */
const VOTER: Text = { fr: 'Vote ouvert, une voix à exprimer', en: 'Open poll, a vote to cast' };
const TRUSTEE: Readonly<Record<TrusteeCapacity, Text>> = {
  GOVERNMENT: {
    fr: 'Vote ouvert, porteur de clé des acteurs publics',
    en: 'Open poll, trustee of government actors',
  },
  CIVIL_SOCIETY: {
    fr: 'Vote ouvert, porteur de clé de la société civile',
    en: 'Open poll, trustee of civil society',
  },
  HOST: { fr: 'Vote ouvert, porteur de clé de l’hôte', en: 'Open poll, trustee of the host' },
};

/** A person by whom one comes in. */
interface Entry {
  readonly person: Person;
  readonly said: Text;
}

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

  const entries = PARTS.flatMap(({ role, college, said }): Entry[] => {
    const found = standings.find(
      ({ person, roles }) =>
        roles.includes(role) && (college === null || collegeOf.get(person.id) === college),
    );
    return found === undefined ? [] : [{ person: found.person, said }];
  });
  for (const { personId, said } of await inOpenPoll(api, database.reader, members)) {
    const person = people.find(({ id }) => id === personId);
    if (person !== undefined) entries.push({ person, said });
  }

  const links: { who: Text; path: string }[] = [];
  for (const { person, said } of entries) {
    const { email } = person;
    if (email === null) continue;
    const { path } = await database.transaction((tx) => inviteSignInLink(tx, { ...person, email, at }));
    links.push({ who: { fr: `${said.fr} : ${person.name}`, en: `${said.en}: ${person.name}` }, path });
  }
  return links;
}

/**
 * Of the sealed poll under way, one of its voters and its trustees, while its box is not counted; nobody without such a
 * poll. The last on the register is the one who votes late in the story.
 */
async function inOpenPoll(
  api: NestExpressApplication,
  reader: EntityManager,
  members: readonly { readonly id: string; readonly number: number; readonly personId: string }[],
): Promise<readonly { readonly personId: string; readonly said: Text }[]> {
  const polls = api.get(PollsRepository, { strict: false });
  const sealed = api.get(SealedPollsRepository, { strict: false });
  const election = await reader.findOneBy(Election, { state: In(['VOTING', 'CLOSED']) });
  const ceremony = election === null ? null : await sealed.ceremony(reader, election.meetingId);
  if (election === null || ceremony === null) return [];
  const trustees = (await sealed.trustees(reader, [ceremony.id])).map(({ personId, capacity }) => ({
    personId,
    said: TRUSTEE[capacity],
  }));
  const register = new Set((await polls.register(reader, [election.id])).map(({ memberId }) => memberId));
  const [voter] = members.filter(({ id }) => register.has(id)).toSorted((a, b) => b.number - a.number);
  return voter === undefined || election.state === 'CLOSED'
    ? trustees
    : [{ personId: voter.personId, said: VOTER }, ...trustees];
}
