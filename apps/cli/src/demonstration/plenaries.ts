import { termEnd } from '@hemicycle/charter';
import { addDays, COLLEGES, type College, type Day, day, instantAt, type Text } from '@hemicycle/kernel';
import type { Story } from './story.js';
import { ZONE } from './story.js';
import type { Cast } from './cast.js';

type Office = 'CO_CHAIR' | 'COMMITTEE_MEMBER';

/** The seats in the order in which a plenary fills them: co-chairs before the committee (charter C3-COMMITTEE). */
const SEATS = (['CO_CHAIR', 'COMMITTEE_MEMBER'] as const).flatMap((office: Office) =>
  COLLEGES.map((college) => ({ office, college })),
);

/**
 * Who stands, plenary after plenary: for co-chair the next two of a list, for the committee’s two seats the next three of
 * another, so that nobody stands for both. The first of them win.
 */
const CANDIDATES: Readonly<Record<Office, Readonly<Record<College, readonly string[]>>>> = {
  CO_CHAIR: {
    GOVERNMENT: ['renouveau', 'dinum', 'meae', 'education'],
    CIVIL_SOCIETY: ['democratie-ouverte', 'decider-ensemble', 'transparency', 'open-data-france'],
  },
  COMMITTEE_MEMBER: {
    GOVERNMENT: ['ditp', 'sig', 'sante', 'anct'],
    CIVIL_SOCIETY: ['anticor', 'a-vote', 'debatlab', 'parlons-democratie'],
  },
};

/** How many stand for a co-chair’s seat, and for the committee’s two. */
const STANDING: Readonly<Record<Office, number>> = { CO_CHAIR: 2, COMMITTEE_MEMBER: 3 };

const FIRST_PLENARY = day('2024-06-20');

/** A seat on the day of a plenary. */
interface Seat {
  readonly id: string;
  readonly number: number;
  readonly college: College;
  readonly person: { readonly id: string };
  readonly organisation: { readonly id: string };
  readonly alternate: { readonly id: string } | null;
}

/** The first plenary, then one at each end of the co-chairs’ two years, as long as they lie before `today`. */
export async function holdPlenaries(story: Story, cast: Cast, today: Day): Promise<void> {
  // Before there is a committee, one member of the founding group turns the whole second key.
  let secondKey: readonly string[] = [cast.founderIds.CIVIL_SOCIETY];
  let on = FIRST_PLENARY;
  for (let number = 0; on < today; number += 1) {
    const coChairs = await holdElectingPlenary(story, cast, { on, number, secondKey });
    secondKey = COLLEGES.map((college) => coChairs[college].personId);
    on = lastThursdayBy(coChairs.GOVERNMENT.untilOn);
  }
}

interface CoChair {
  readonly personId: string;
  /** The last day of the term. */
  readonly untilOn: Day;
}

/** A plenary that elects the co-chairs and the committee by recorded votes, from its planning to its closing. */
async function holdElectingPlenary(
  story: Story,
  { secretaryId, organisationIds }: Cast,
  plenary: { readonly on: Day; readonly number: number; readonly secondKey: readonly string[] },
): Promise<Readonly<Record<College, CoChair>>> {
  const { on, number, secondKey } = plenary;
  story.goTo(addDays(on, -45));
  const startsAt = instantAt(on, '14:00', ZONE).toISOString();
  const place = 'Palais d’Iéna, Paris';
  const { id: meetingId } = await story.does(
    secretaryId,
    'planMeeting',
    { startsAt, place, onlineLink: 'https://visio.forum.example/pleniere' },
    'Meeting',
  );
  const isFirst = number === 0;
  const elections = await callElections(story, secretaryId, meetingId, isFirst);

  story.goTo(addDays(on, -30));
  await story.does(secretaryId, 'turnKey', { meetingId, version: 1, key: 'SECRETARIAT' });
  for (const personId of secondKey) {
    story.pass(90);
    await story.does(personId, 'turnKey', { meetingId, version: 1, key: 'COMMITTEE' });
  }
  story.goTo(addDays(on, -23));
  await story.does(secretaryId, 'conveneMeeting', { meetingId });

  const seats = await seatsOn(story, on);
  const seatOf = (slug: string | undefined): Seat => {
    const found = seats.find(({ organisation }) => organisation.id === organisationIds.get(slug ?? ''));
    if (found === undefined) throw new Error(`Nobody sits for ${slug} on ${on}.`);
    return found;
  };
  story.goTo(addDays(on, -12));
  const candidacies = new Map<string, string[]>();
  for (const { office, college, electionId } of elections) {
    const pool = CANDIDATES[office][college];
    const standing: string[] = [];
    for (let turn = number; turn < number + STANDING[office]; turn += 1) {
      const { person } = seatOf(pool[turn % pool.length]);
      const input = { electionId, statement: STATEMENT };
      standing.push((await story.does(person.id, 'standAsCandidate', input, 'Candidacy')).id);
      story.pass(60);
    }
    candidacies.set(electionId, standing);
  }

  story.goTo(on, '13:45');
  const voters = await recordAttendance(story, secretaryId, meetingId, seats);
  story.goTo(on, '14:00');
  const mayPreside = [secretaryId, ...seats.map(({ person }) => person.id)];
  const opener = await whoMay(story, mayPreside, 'openSession', { meeting: meetingId });
  await story.does(opener, 'openSession', { meetingId });
  if (isFirst) await ratifyTheRules(story, { secretaryId, presidentId: opener, meetingId, voters });
  const coChairs: Partial<Record<College, CoChair>> = {};
  for (const { office, college, electionId } of elections) {
    story.pass(15);
    const winner = await elect(story, secretaryId, {
      electionId,
      seats: STANDING[office] - 1,
      candidacyIds: candidacies.get(electionId) ?? [],
      mayPreside,
      voters: voters.filter((voter) => voter.college === college),
    });
    if (office === 'CO_CHAIR') coChairs[college] = winner;
  }
  story.goTo(on, '17:00');
  const closer = await whoMay(story, mayPreside, 'closeSession', { meeting: meetingId });
  await story.does(closer, 'closeSession', { meetingId });
  return coChairs as Record<College, CoChair>;
}

async function callElections(
  story: Story,
  secretaryId: string,
  meetingId: string,
  isFirst: boolean,
): Promise<readonly Called[]> {
  const items = isFirst ? [RATIFICATION, ...AGENDA] : AGENDA;
  await story.does(secretaryId, 'draftAgenda', { meetingId, items });
  const elections: Called[] = [];
  for (const seat of SEATS) {
    story.pass(5);
    const { id } = await story.does(secretaryId, 'callElection', { meetingId, ...seat }, 'Election');
    elections.push({ ...seat, electionId: id });
  }
  return elections;
}

interface Called {
  readonly office: Office;
  readonly college: College;
  readonly electionId: string;
}

async function seatsOn(story: Story, on: Day): Promise<readonly Seat[]> {
  const { members } = (await story.asks(
    null,
    `query ($on: Day) { members(first: 100, on: $on) {
       nodes { id number college person { id } organisation { id } alternate { id } } } }`,
    { on },
  )) as { members: { nodes: readonly Seat[] } };
  return members.nodes;
}

interface Voter {
  readonly memberId: string;
  readonly college: College;
  readonly personId: string;
}

/** In each college one member is absent and one sends her alternate if she has one; some take part at a distance. */
async function recordAttendance(
  story: Story,
  secretaryId: string,
  meetingId: string,
  seats: readonly Seat[],
): Promise<readonly Voter[]> {
  const voters: Voter[] = [];
  const entries = COLLEGES.flatMap((college) => {
    const ofCollege = seats.filter((seat) => seat.college === college);
    const sentFor = ofCollege.find(({ alternate }) => alternate !== null);
    return ofCollege.map(({ id: memberId, person, alternate }, place) => {
      if (place === ofCollege.length - 1) return { memberId, mode: 'EXCUSED' };
      const byAlternate = memberId === sentFor?.id;
      voters.push({
        memberId,
        college,
        personId: byAlternate && alternate !== null ? alternate.id : person.id,
      });
      return { memberId, mode: place % 4 === 3 ? 'ONLINE' : 'IN_ROOM', byAlternate };
    });
  });
  await story.does(secretaryId, 'recordAttendance', { meetingId, entries });
  return voters;
}

/** The first plenary ratifies edition 1 (charter RULES-ADOPTION): most seats are for, some abstain, some are against. */
async function ratifyTheRules(
  story: Story,
  {
    secretaryId,
    presidentId,
    meetingId,
    voters,
  }: {
    readonly secretaryId: string;
    readonly presidentId: string;
    readonly meetingId: string;
    readonly voters: readonly Voter[];
  },
): Promise<void> {
  const { meeting } = (await story.asks(
    null,
    'query ($id: ID!) { meeting(id: $id) { agenda { items { id subject } } } }',
    { id: meetingId },
  )) as { meeting: { agenda: { items: readonly { id: string; subject: string | null }[] } } };
  const item = meeting.agenda.items.find(({ subject }) => subject === RATIFICATION.subject);
  story.pass(10);
  const order = { meetingId, itemId: item?.id };
  const { id: decisionId } = await story.does(presidentId, 'putToVote', order, 'Decision');
  await story.does(secretaryId, 'openDecisionVote', { decisionId });
  for (const [place, { memberId, personId }] of voters.entries()) {
    const choice = place % 5 === 3 ? 'ABSTAIN' : place % 7 === 4 ? 'AGAINST' : 'FOR';
    await story.does(personId, 'castDecisionVote', { decisionId, memberId, choice });
  }
  story.pass(5);
  await story.does(secretaryId, 'closeDecisionVote', { decisionId });
}

/**
 * One round: nearly two votes in three for the first candidacies, as many as there are seats, one blank, the others for the
 * last. Gives whoever is proclaimed first.
 */
async function elect(
  story: Story,
  secretaryId: string,
  {
    electionId,
    seats,
    candidacyIds,
    mayPreside,
    voters,
  }: {
    readonly electionId: string;
    readonly seats: number;
    readonly candidacyIds: readonly string[];
    readonly mayPreside: readonly string[];
    readonly voters: readonly Voter[];
  },
): Promise<CoChair> {
  const president = await whoMay(story, mayPreside, 'orderPoll', { election: electionId });
  await story.does(president, 'orderPoll', { electionId });
  await story.does(secretaryId, 'openVoting', { electionId });
  for (const [place, { personId }] of voters.entries()) {
    const names = place % 3 === 2 ? candidacyIds.slice(-1) : candidacyIds.slice(0, seats);
    const choice = place === 1 ? { blank: true } : { candidacyIds: names };
    await story.does(personId, 'castRecordedBallot', { electionId, ...choice });
    if (place % 4 === 3) story.pass(1);
  }
  story.pass(5);
  await story.does(secretaryId, 'closeVoting', { electionId });
  await story.does(secretaryId, 'countVotes', { electionId });
  story.pass(2);
  const proclaimer = await whoMay(story, [...mayPreside], 'proclaimResult', { election: electionId });
  await story.does(proclaimer, 'proclaimResult', { electionId });
  const { election } = (await story.asks(null, PROCLAIMED, { id: electionId })) as {
    election: {
      proclamations: readonly { candidacy: { member: { person: { id: string } } }; proclaimedOn: Day }[];
    };
  };
  const [first] = election.proclamations;
  if (first === undefined) throw new Error(`Nobody was proclaimed on ${story.today}.`);
  const { candidacy, proclaimedOn } = first;
  return { personId: candidacy.member.person.id, untilOn: termEnd(proclaimedOn) };
}

/** The first of these people whom the charter lets do something with a meeting or an election. */
async function whoMay(
  story: Story,
  personIds: readonly string[],
  action: string,
  thing: { readonly meeting: string } | { readonly election: string },
): Promise<string> {
  const [[kind, id]] = Object.entries(thing) as [[string, string]];
  for (const personId of personIds) {
    const { found } = (await story.asks(
      personId,
      `query ($id: ID!) { found: ${kind}(id: $id) { permitted { action allowed } } }`,
      { id },
    )) as { found: { permitted: readonly { action: string; allowed: boolean }[] } };
    if (found.permitted.some((permitted) => permitted.action === action && permitted.allowed))
      return personId;
  }
  throw new Error(`On ${story.today} nobody may ${action}.`);
}

function lastThursdayBy(latest: Day): Day {
  for (let on = latest; ; on = addDays(on, -1)) if (new Date(on).getUTCDay() === 4) return on;
}

const PROCLAIMED = `query ($id: ID!) { election(id: $id) { proclamations {
  candidacy { member { person { id } } } proclaimedOn } } }`;

const STATEMENT =
  'Je me présente pour que chaque engagement du plan ait un calendrier public, des preuves et une réponse aux contributions. (Profession de foi inventée pour la démonstration.)';

const TITLES: Readonly<Record<Office, Text>> = {
  CO_CHAIR: { fr: 'Élection à la coprésidence', en: 'Election of the co-chair' },
  COMMITTEE_MEMBER: {
    fr: 'Élection de deux membres du comité',
    en: 'Election of two members of the committee',
  },
};

const COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'collège des acteurs publics', en: 'government actors' },
  CIVIL_SOCIETY: { fr: 'collège de la société civile', en: 'civil society' },
};

const RATIFICATION = {
  kind: 'DECISION',
  titleFr: 'Ratification de l’édition 1 des règles de fonctionnement',
  titleEn: 'Ratification of edition 1 of the rules of procedure',
  subject: 'RULES_RATIFICATION',
};

const AGENDA = [
  {
    kind: 'INFORMATION',
    titleFr: 'Mise en œuvre du plan d’action : où nous en sommes',
    titleEn: 'Implementation of the action plan: where we stand',
  },
  ...SEATS.map(({ office, college }) => ({
    kind: 'ELECTION',
    titleFr: `${TITLES[office].fr}, ${COLLEGE[college].fr}`,
    titleEn: `${TITLES[office].en}, ${COLLEGE[college].en}`,
    office,
    college,
  })),
  {
    kind: 'DISCUSSION',
    titleFr: 'Sujets prioritaires des groupes de travail',
    titleEn: 'Priority subjects of the working groups',
  },
];
