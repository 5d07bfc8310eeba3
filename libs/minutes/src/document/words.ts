import type { AttendeeCapacity, ElectionState, VoteChoice } from '@hemicycle/charter';
import { type College, type Language, quantity } from '@hemicycle/kernel';
import type { AttendanceMode } from '@hemicycle/meetings';
import type { OfficeFact, OfficeStanding, VotingCapacity } from './meeting-facts.js';

/** What minutes say in one language. Names and titles arrive as Markdown already. */
export interface MinutesWords {
  readonly colon: string;
  readonly semicolon: string;
  readonly comma: string;
  readonly title: (number: number, on: string) => string;
  readonly titleOfCommittee: (number: number, on: string) => string;
  readonly titleOfGroup: (number: number, theme: string, on: string) => string;
  readonly version: (edition: number) => string;
  readonly reason: string;
  readonly opened: string;
  readonly closed: string;
  readonly place: string;
  readonly online: string;
  readonly alsoOnline: string;
  readonly president: string;
  readonly ofSecretariat: string;
  readonly fromOpening: string;
  readonly since: (instant: string) => string;
  /** With which item somebody began to preside, by its place from 1; null: with the closing. */
  readonly over: (item: number | null) => string;
  readonly opening: string;
  readonly closing: string;
  readonly colleges: Readonly<Record<College, string>>;
  readonly modes: Readonly<Record<AttendanceMode, string>>;
  readonly office: (office: OfficeFact) => string;
  readonly alternate: (name: string) => string;
  readonly leftEarly: string;
  readonly proxy: (name: string) => string;
  readonly noSeat: string;
  readonly others: string;
  readonly othersCountForNothing: string;
  readonly attendees: Readonly<Record<AttendeeCapacity, string>>;
  readonly quorum: string;
  readonly quorumAt: (time: string) => string;
  readonly quorumOf: (of: { present: number; members: number; needed: number }) => string;
  readonly quorumMet: string;
  readonly quorumMissed: string;
  readonly noQuorumRequired: string;
  readonly noQuorumInAGroup: string;
  readonly decision: (reference: string | null) => string;
  /** What a working group, or the committee, adopts. */
  readonly recommendation: (reference: string | null) => string;
  readonly byConsensus: string;
  readonly objections: string;
  readonly someMember: string;
  readonly recused: string;
  /** An item left to the next session, and for what reason. */
  readonly resultsPresented: string;
  readonly reportOf: (theme: string) => string;
  readonly papers: string;
  /** SHA-256 of a file, in hexadecimal. */
  readonly fingerprint: (fingerprint: string) => string;
  readonly postponed: string;
  /** Before the reason for something that did not come about. */
  readonly why: string;
  readonly choices: Readonly<Record<VoteChoice, string>>;
  readonly silent: string;
  readonly capacities: Readonly<Record<Exclude<VotingCapacity, 'MEMBER'>, (holder: string) => string>>;
  readonly candidates: string;
  readonly noCandidate: string;
  readonly round: (number: number) => string;
  readonly ballots: (count: number) => string;
  readonly underFloor: string;
  readonly votesByName: string;
  readonly blank: string;
  readonly didNotVote: string;
  readonly heldBy: (name: string) => string;
  readonly proclaimed: (names: string, on: string) => string;
  readonly noResult: Partial<Readonly<Record<ElectionState, string>>>;
  /** How an election ended that keeps nobody in the seat. */
  readonly ended: Partial<Readonly<Record<ElectionState, string>>>;
  readonly comments: string;
  readonly commentsAnnexed: string;
  readonly commentsDecided: (president: string) => string;
  readonly commentOf: (name: string, on: string) => string;
  readonly commentOn: (section: string) => string;
  readonly takenIn: string;
  readonly notTakenIn: string;
  /** @param title of the minutes, its first letter small */
  readonly extract: (title: string) => string;
  readonly origin: string;
  readonly originMinutes: string;
  readonly originHash: string;
  readonly firstVersion: string;
  readonly verbatim: string;
}

const OFFICES_FR: Readonly<Record<OfficeFact['office'], string>> = {
  CO_CHAIR: 'coprésident·e',
  COMMITTEE_MEMBER: 'membre du comité de direction',
  FACILITATOR: 'animateur·rice',
};
const OFFICES_EN: Readonly<Record<OfficeFact['office'], string>> = {
  CO_CHAIR: 'co-chair',
  COMMITTEE_MEMBER: 'member of the management committee',
  FACILITATOR: 'facilitator',
};
const STANDING_FR: Readonly<Record<OfficeStanding, (office: string) => string>> = {
  HOLDS: (office) => office,
  ACTS: (office) => `${office} pour les affaires courantes`,
  BEGINS: (office) => `${office} à compter de ce jour`,
  ENDED: (office) => `${office} sortant·e`,
};
const STANDING_EN: Readonly<Record<OfficeStanding, (office: string) => string>> = {
  HOLDS: (office) => office,
  ACTS: (office) => `acting ${office}`,
  BEGINS: (office) => `${office} from that day on`,
  ENDED: (office) => `outgoing ${office}`,
};

const FR: MinutesWords = {
  colon: '\u202f: ',
  semicolon: '\u202f; ',
  comma: ', ',
  title: (number, on) => `Compte rendu de la séance plénière n° ${number} du ${on}`,
  titleOfCommittee: (number, on) => `Compte rendu de la réunion n° ${number} du comité de direction, ${on}`,
  titleOfGroup: (number, theme, on) =>
    `Compte rendu de la réunion n° ${number} du groupe de travail « ${theme} », ${on}`,
  version: (edition) => `Version ${edition}, rectifiée`,
  reason: 'Motif de la rectification',
  opened: 'Séance ouverte',
  closed: 'Séance close',
  place: 'Lieu',
  online: 'à distance',
  alsoOnline: 'et à distance',
  president: 'Présidence',
  ofSecretariat: 'personne du secrétariat, aucun membre ne pouvant présider',
  fromOpening: 'à l’ouverture',
  since: (instant) => `à partir du ${instant}`,
  over: (item) => (item === null ? 'à la clôture' : `dès le point ${item}`),
  opening: 'Présences et quorum',
  closing: 'Clôture',
  colleges: { GOVERNMENT: 'Acteurs publics', CIVIL_SOCIETY: 'Société civile' },
  modes: {
    IN_ROOM: 'Présents dans la salle',
    ONLINE: 'Présents à distance',
    REPRESENTED: 'Représentés',
    EXCUSED: 'Excusés',
    ABSENT: 'Absents',
  },
  office: ({ office, standing }) => STANDING_FR[standing](OFFICES_FR[office]),
  alternate: (name) => `siège tenu par ${name}, en suppléance`,
  leftEarly: 'départ avant la fin',
  proxy: (name) => `procuration à ${name}`,
  noSeat: 'Ce collège n’avait aucun membre ce jour-là.',
  others: 'Autres personnes présentes',
  othersCountForNothing: 'Elles ne comptent pas pour le quorum et n’ont pas pris part aux votes.',
  attendees: {
    EXPERT: 'Experts entendus',
    OBSERVER: 'Observateurs',
    SECRETARIAT: 'Secrétariat',
    GUEST: 'Invités',
  },
  quorum: 'Quorum',
  quorumAt: (time) => `Vérifié le ${time}`,
  quorumOf: ({ present, members, needed }) =>
    `${quantity.fr(present, 'présent ou représenté', 'présents ou représentés')} sur ${members}, ${needed} requis`,
  quorumMet: 'atteint',
  quorumMissed: 'non atteint',
  noQuorumInAGroup:
    'La réunion d’un groupe de travail s’ouvre sans quorum ; il est vérifié à chaque vote enregistré.',
  noQuorumRequired:
    'Réunion convoquée de nouveau sur le même ordre du jour\u202f: aucun quorum n’était exigé.',
  decision: (reference) => (reference === null ? 'Décision' : `Décision ${reference}`),
  recommendation: (reference) => (reference === null ? 'Recommandation' : `Recommandation ${reference}`),
  byConsensus: 'par consensus',
  objections: 'Objections',
  someMember: 'Un membre',
  recused: 'Intérêt déclaré, sans part à ce point',
  resultsPresented:
    'Ce point a présenté à la société civile des résultats de la mise en œuvre et recueilli ses observations (règle OGP-5.1).',
  reportOf: (theme) => `Rapport du groupe de travail « ${theme} »`,
  papers: 'Documents',
  fingerprint: (fingerprint) => `empreinte SHA-256 ${fingerprint}`,
  postponed: 'Point reporté à la prochaine séance',
  why: 'Motif',
  choices: { FOR: 'Pour', AGAINST: 'Contre', ABSTAIN: 'Abstention' },
  silent: 'Sans réponse',
  capacities: {
    ALTERNATE: (holder) => `par ${holder}, suppléance`,
    PROXY: (holder) => `par ${holder}, procuration`,
  },
  candidates: 'Candidatures',
  noCandidate: 'aucune',
  round: (number) => `Tour ${number}`,
  ballots: (count) => `${count} ${count > 1 ? 'bulletins' : 'bulletin'}`,
  underFloor:
    'Trop peu de bulletins ont été exprimés pour que les chiffres soient publiés sans dévoiler un vote\u202f: les scrutateurs les conservent.',
  votesByName: 'Votes nominatifs',
  blank: 'blanc',
  didNotVote: 'n’a pas voté',
  heldBy: (name) => `par ${name}`,
  proclaimed: (names, on) => `Proclamation le ${on}\u202f: ${names}.`,
  noResult: {
    NOMINATIONS: 'Les candidatures restaient ouvertes lorsque ce compte rendu a été établi.',
    VOTING: 'Le vote était en cours lorsque ce compte rendu a été établi.',
    CLOSED: 'Le tour était clos et non dépouillé lorsque ce compte rendu a été établi.',
    COUNTED: 'Le résultat n’était pas proclamé lorsque ce compte rendu a été établi.',
  },
  ended: {
    FAILED: 'Scrutin infructueux',
    ANNULLED: 'Scrutin annulé après contestation',
    CANCELLED: 'Scrutin interrompu, sans résultat',
  },
  comments: 'Observations des membres',
  commentsAnnexed: 'Aucune décision n’a été prise à leur sujet dans le délai\u202f: elles sont annexées.',
  commentsDecided: (president) => `${president} a statué sur chacune.`,
  commentOf: (name, on) => `${name}, le ${on}`,
  commentOn: (section) => `sur «\u202f${section}\u202f»`,
  takenIn: 'Retenue',
  notTakenIn: 'Non retenue',
  extract: (title) => `Extrait du ${title}`,
  origin: 'Origine de cet extrait',
  originMinutes: 'Compte rendu',
  originHash: 'Empreinte SHA-256 du fichier Markdown du compte rendu',
  firstVersion: 'Version 1',
  verbatim: 'Le titre excepté, ce qui précède en est repris signe pour signe.',
};

const EN: MinutesWords = {
  colon: ': ',
  semicolon: '; ',
  comma: ', ',
  title: (number, on) => `Minutes of plenary no. ${number}, ${on}`,
  titleOfCommittee: (number, on) => `Minutes of meeting no. ${number} of the management committee, ${on}`,
  titleOfGroup: (number, theme, on) =>
    `Minutes of meeting no. ${number} of the working group “${theme}”, ${on}`,
  version: (edition) => `Version ${edition}, corrected`,
  reason: 'Reason for the correction',
  opened: 'Session opened',
  closed: 'Session closed',
  place: 'Place',
  online: 'online',
  alsoOnline: 'and online',
  president: 'Presided over by',
  ofSecretariat: 'of the secretariat, no member being able to preside',
  fromOpening: 'at the opening',
  since: (instant) => `from ${instant}`,
  over: (item) => (item === null ? 'at the close' : `beginning with item ${item}`),
  opening: 'Attendance and quorum',
  closing: 'Close',
  colleges: { GOVERNMENT: 'Government', CIVIL_SOCIETY: 'Civil society' },
  modes: {
    IN_ROOM: 'Present in the room',
    ONLINE: 'Present online',
    REPRESENTED: 'Represented',
    EXCUSED: 'Excused',
    ABSENT: 'Absent',
  },
  office: ({ office, standing }) => STANDING_EN[standing](OFFICES_EN[office]),
  alternate: (name) => `${name} sat in`,
  leftEarly: 'left before the end',
  proxy: (name) => `proxy to ${name}`,
  noSeat: 'This college had no member that day.',
  others: 'Others present',
  othersCountForNothing: 'They count for no quorum, and took no part in votes.',
  attendees: {
    EXPERT: 'Experts heard',
    OBSERVER: 'Observers',
    SECRETARIAT: 'Secretariat',
    GUEST: 'Guests',
  },
  quorum: 'Quorum',
  quorumAt: (time) => `Tested on ${time}`,
  quorumOf: ({ present, members, needed }) =>
    `${present} present or represented of ${members}, ${needed} needed`,
  quorumMet: 'met',
  quorumMissed: 'not met',
  noQuorumInAGroup: 'A working group’s meeting opens without a quorum; it is tested at each recorded vote.',
  noQuorumRequired: 'Convened again on the same agenda: no quorum was required.',
  decision: (reference) => (reference === null ? 'Decision' : `Decision ${reference}`),
  recommendation: (reference) => (reference === null ? 'Recommendation' : `Recommendation ${reference}`),
  byConsensus: 'by consensus',
  objections: 'Objections',
  someMember: 'A member',
  recused: 'Interest declared, no part taken in this item',
  resultsPresented:
    'This item presented results of the implementation to civil society and collected its comments (rule OGP-5.1).',
  reportOf: (theme) => `Report of the working group “${theme}”`,
  papers: 'Papers',
  fingerprint: (fingerprint) => `SHA-256 fingerprint ${fingerprint}`,
  postponed: 'Item left to the next session',
  why: 'Reason',
  choices: { FOR: 'For', AGAINST: 'Against', ABSTAIN: 'Abstention' },
  silent: 'No answer',
  capacities: {
    ALTERNATE: (holder) => `by ${holder}, alternate`,
    PROXY: (holder) => `by ${holder}, proxy`,
  },
  candidates: 'Candidates',
  noCandidate: 'none',
  round: (number) => `Round ${number}`,
  ballots: (count) => `${count} ${count === 1 ? 'ballot' : 'ballots'}`,
  underFloor:
    'Too few ballots were cast for the figures to be published without giving a vote away: the scrutineers keep them.',
  votesByName: 'Votes by name',
  blank: 'blank',
  didNotVote: 'did not vote',
  heldBy: (name) => `by ${name}`,
  proclaimed: (names, on) => `Proclaimed on ${on}: ${names}.`,
  noResult: {
    NOMINATIONS: 'Nominations were still open when these minutes were drafted.',
    VOTING: 'The poll was open when these minutes were drafted.',
    CLOSED: 'The round was closed and not counted when these minutes were drafted.',
    COUNTED: 'The result was not proclaimed when these minutes were drafted.',
  },
  ended: {
    FAILED: 'Election failed',
    ANNULLED: 'Election annulled after a challenge',
    CANCELLED: 'Election cancelled, without a result',
  },
  comments: 'Comments of members',
  commentsAnnexed: 'No decision was taken on them in time: they are annexed.',
  commentsDecided: (president) => `${president} decided on each.`,
  commentOf: (name, on) => `${name}, ${on}`,
  commentOn: (section) => `on “${section}”`,
  takenIn: 'Taken in',
  notTakenIn: 'Not taken in',
  extract: (title) => `Extract from the ${title}`,
  origin: 'Where this extract comes from',
  originMinutes: 'Minutes',
  originHash: 'SHA-256 of the Markdown file of the minutes',
  firstVersion: 'Version 1',
  verbatim: 'But for the title, what stands above is taken from it sign for sign.',
};

export const MINUTES_WORDS: Readonly<Record<Language, MinutesWords>> = { fr: FR, en: EN };
