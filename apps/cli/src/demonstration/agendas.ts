import { COLLEGES, type College, type Text } from '@hemicycle/kernel';

export type Office = 'CO_CHAIR' | 'COMMITTEE_MEMBER';

/** A seat, or the seats of the committee, of one college. */
export interface ElectedSeat {
  readonly office: Office;
  readonly college: College;
}

/** The seats in the order in which a plenary fills them: co-chairs before the committee (charter C3-COMMITTEE). */
export const SEATS: readonly ElectedSeat[] = (['CO_CHAIR', 'COMMITTEE_MEMBER'] as const).flatMap((office) =>
  COLLEGES.map((college) => ({ office, college })),
);

/** What `draftAgenda` takes. */
export interface Item {
  readonly kind: 'INFORMATION' | 'DISCUSSION' | 'DECISION' | 'ELECTION';
  readonly titleFr: string;
  readonly titleEn: string;
  readonly subject?: string;
  /** What a subject is about, by the forum’s id. */
  readonly objectId?: string;
  readonly office?: Office;
  readonly college?: College;
  readonly presentsResults?: boolean;
  /** The group whose report is heard. */
  readonly reportOfId?: string;
  readonly plannedMinutes?: number;
}

export const RATIFICATION: Item = {
  kind: 'DECISION',
  titleFr: 'Ratification de l’édition 1 des règles de fonctionnement',
  titleEn: 'Ratification of edition 1 of the rules of procedure',
  plannedMinutes: 20,
  subject: 'RULES_RATIFICATION',
};

const WHERE_WE_STAND: Item = {
  kind: 'INFORMATION',
  titleFr: 'Mise en œuvre du plan d’action : où nous en sommes',
  titleEn: 'Implementation of the action plan: where we stand',
  presentsResults: true,
  plannedMinutes: 40,
};

const PRIORITIES: Item = {
  kind: 'DISCUSSION',
  titleFr: 'Sujets prioritaires des groupes de travail',
  titleEn: 'Priority subjects of the working groups',
  plannedMinutes: 30,
};

const EVIDENCE: Item = {
  kind: 'DISCUSSION',
  titleFr: 'Preuves de mise en œuvre à publier d’ici la prochaine séance',
  titleEn: 'Evidence of implementation to be published by the next session',
  plannedMinutes: 30,
};

const COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'collège des acteurs publics', en: 'government actors' },
  CIVIL_SOCIETY: { fr: 'collège de la société civile', en: 'civil society' },
};

const election = (title: Text, { office, college }: ElectedSeat): Item => ({
  kind: 'ELECTION',
  titleFr: `${title.fr}, ${COLLEGE[college].fr}`,
  titleEn: `${title.en}, ${COLLEGE[college].en}`,
  office,
  college,
});

const RENEWAL: Readonly<Record<Office, Text>> = {
  CO_CHAIR: { fr: 'Élection à la coprésidence', en: 'Election of the co-chair' },
  COMMITTEE_MEMBER: {
    fr: 'Élection de deux membres du comité',
    en: 'Election of two members of the committee',
  },
};

const BY_ELECTION: Text = {
  fr: 'Élection partielle d’un membre du comité, après une démission',
  en: 'By-election of a member of the committee, after a resignation',
};

/** The agenda of a plenary that discusses. @param reports of groups, heard once the plenary knows where the plan stands */
export const discussionAgenda = (reports: readonly Item[]): readonly Item[] => [
  WHERE_WE_STAND,
  ...reports,
  PRIORITIES,
  EVIDENCE,
];

/** The agenda of a plenary that elects the co-chairs and the committee. @param reports as in {@link discussionAgenda} */
export const electionAgenda = (reports: readonly Item[]): readonly Item[] => [
  WHERE_WE_STAND,
  ...reports,
  ...SEATS.map((seat) => election(RENEWAL[seat.office], seat)),
  PRIORITIES,
];

/** The agenda of a plenary that fills one seat of the committee. @param reports as in {@link discussionAgenda} */
export const byElectionAgenda = (seat: ElectedSeat, reports: readonly Item[]): readonly Item[] => [
  WHERE_WE_STAND,
  ...reports,
  election(BY_ELECTION, seat),
  PRIORITIES,
];
