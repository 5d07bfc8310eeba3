import { type Day, dayInWords, type Text } from '@hemicycle/kernel';
import { law, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import { type AdmissionFacts, personHasOneVote } from './admissions.js';

export interface NamingAlternateFacts extends Pick<AdmissionFacts, 'seat' | 'alternateOf'> {
  readonly on: Day;
  readonly rules: Pick<RulesOfProcedure, 'alternatesAllowed'>;
  readonly member: {
    readonly number: number;
    /** The last day of the membership; null: no end known. */
    readonly untilOn: Day | null;
    readonly organisationId: string;
    readonly organisationName: Text;
  };
  readonly byMember: boolean;
  readonly bySecretariat: boolean;
  /** The seat's alternate, that day or later; null: none. */
  readonly alternate: { readonly untilOn: Day | null } | null;
  /** The organisation that the alternate comes from. */
  readonly organisationId: string;
}

export const alternatesAreAllowed = rule<NamingAlternateFacts>(
  'ALTERNATE',
  ({ rules }) =>
    rules.alternatesAllowed || {
      fr: 'Les règles de fonctionnement en vigueur ne prévoient pas de suppléants.',
      en: 'The rules of procedure in force provide for no alternates.',
    },
);

export const memberIsStillThere = rule<NamingAlternateFacts>('ALTERNATE', ({ on, member }) =>
  member.untilOn === null || on <= member.untilOn
    ? true
    : {
        fr: `Le membre n° ${member.number} a quitté le forum après le ${dayInWords(member.untilOn).fr} : il n’y a plus de siège à suppléer.`,
        en: `Member no. ${member.number} left after ${dayInWords(member.untilOn).en}: there is no seat to sit in for any more.`,
      },
);

export const memberNamesHerAlternate = rule<NamingAlternateFacts>(
  'ALTERNATE',
  ({ byMember, bySecretariat, member }) =>
    byMember ||
    bySecretariat || {
      fr: `Le suppléant du membre n° ${member.number} est désigné par ce membre ou enregistré par le secrétariat.`,
      en: `The alternate of member no. ${member.number} is named by that member, or recorded by the secretariat.`,
    },
);

export const seatHasOneAlternate = rule<NamingAlternateFacts>('ALTERNATE', ({ alternate, member }) => {
  if (alternate === null) return true;
  if (alternate.untilOn === null) {
    return {
      fr: `Le membre n° ${member.number} a déjà un suppléant, et n’en a qu’un : sa suppléance doit d’abord prendre fin.`,
      en: `Member no. ${member.number} has an alternate already, and may have one: that must end first.`,
    };
  }
  const { fr, en } = dayInWords(alternate.untilOn);
  return {
    fr: `Le membre n° ${member.number} a un suppléant jusqu’au ${fr} compris : un autre peut être désigné le lendemain.`,
    en: `Member no. ${member.number} has an alternate through ${en}: another may be named the day after.`,
  };
});

export const alternateIsOfTheOrganisation = rule<NamingAlternateFacts>(
  'ALTERNATE',
  ({ organisationId, member }) =>
    organisationId === member.organisationId || {
      fr: `Le suppléant vient de la même organisation que le membre : « ${member.organisationName.fr} ».`,
      en: `The alternate comes from the member’s own organisation: “${member.organisationName.en}”.`,
    },
);

export const alternateIsNoMember = rule<NamingAlternateFacts>('ALTERNATE', ({ seat }) =>
  seat === null
    ? true
    : {
        fr: `Cette personne est le membre n° ${seat.number} : elle disposerait de deux voix.`,
        en: `This person is member no. ${seat.number}: it would give her two votes.`,
      },
);

export const nameAlternate = law<NamingAlternateFacts>('nameAlternate', [
  alternatesAreAllowed,
  memberIsStillThere,
  memberNamesHerAlternate,
  seatHasOneAlternate,
  alternateIsOfTheOrganisation,
  alternateIsNoMember,
  personHasOneVote,
]);

export interface EndingAlternateFacts {
  readonly on: Day;
  readonly byMember: boolean;
  readonly byAlternate: boolean;
  readonly bySecretariat: boolean;
  /** The seat's alternate that day; null: none. */
  readonly alternate: { readonly untilOn: Day | null } | null;
}

export const thoseConcernedEndIt = rule<EndingAlternateFacts>(
  'ALTERNATE',
  ({ byMember, byAlternate, bySecretariat }) =>
    byMember ||
    byAlternate ||
    bySecretariat || {
      fr: 'La suppléance prend fin par la volonté du membre ou du suppléant, ou par le secrétariat qui l’enregistre.',
      en: 'It is for the member or the alternate to end it, or for the secretariat that records it.',
    },
);

export const thereIsAnAlternate = rule<EndingAlternateFacts>('ALTERNATE', ({ on, alternate }) => {
  if (alternate === null) {
    return { fr: 'Ce membre n’a pas de suppléant.', en: 'This member has no alternate.' };
  }
  if (alternate.untilOn === null || on < alternate.untilOn) return true;
  const { fr, en } = dayInWords(alternate.untilOn);
  return { fr: `Cette suppléance prend déjà fin ce jour, le ${fr}.`, en: `It ends today already, on ${en}.` };
});

export const endAlternate = law<EndingAlternateFacts>('endAlternate', [
  thoseConcernedEndIt,
  thereIsAnAlternate,
]);
