import { type Day, dayInWords } from '@hemicycle/kernel';
import { inLife, MANDATE, type StateOf, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';
import { type OrganisationFacts, organisationIsInTheForum } from './organisations.js';

/** Something that ends, `lastOn` being its last day, recorded on the day `on`. */
interface EndFacts {
  readonly on: Day;
  readonly lastOn: Day;
}

/** LIFE: what was done until today as a member, a vote or a proclamation, was done. */
export const pastDaysStand = rule<EndFacts>('LIFE', ({ on, lastOn }) => {
  if (on <= lastOn) return true;
  const { fr, en } = dayInWords(on);
  return {
    fr: `Ce qui a été fait jusqu’au ${fr}, jour de cet acte, demeure : le dernier jour ne peut pas être antérieur.`,
    en: `What was done until ${en}, the day of this act, stands: the last day cannot come before.`,
  };
});

export interface MembershipEndFacts extends EndFacts {
  readonly member: {
    readonly name: string;
    /** The last day of the membership; null: no end known. */
    readonly untilOn: Day | null;
  };
}

export const membershipGoesOnAfterwards = rule<MembershipEndFacts>('LIFE', ({ member, lastOn }) => {
  const { name, untilOn } = member;
  if (untilOn === null || lastOn < untilOn) return true;
  const { fr, en } = dayInWords(untilOn);
  return {
    fr: `La participation de ${name} au forum prend déjà fin le ${fr}. Aucun acte ne la prolonge.`,
    en: `The membership of ${name} ends on ${en} already. No act lengthens it.`,
  };
});

export const endMembership = law<MembershipEndFacts>('endMembership', [
  membershipGoesOnAfterwards,
  pastDaysStand,
]);

export interface ResignationFacts extends EndFacts {
  /** The last day of the mandate as it stands. */
  readonly untilOn: Day;
  readonly state: StateOf<typeof MANDATE>;
}

export const noActLengthensATerm = rule<ResignationFacts>('C3-TERM', ({ lastOn, untilOn }) => {
  if (lastOn <= untilOn) return true;
  const { fr, en } = dayInWords(untilOn);
  return {
    fr: `Le mandat prend fin le ${fr} : aucun acte ne l’allonge.`,
    en: `The mandate ends on ${en}: no act lengthens it.`,
  };
});

export const resignMandate = law<ResignationFacts>('resignMandate', [
  inLife<StateOf<typeof MANDATE>, ResignationFacts>(MANDATE, 'ENDED', ({ state }) => state),
  pastDaysStand,
  noActLengthensATerm,
]);

export interface ActingEndFacts {
  readonly state: StateOf<typeof MANDATE>;
  /** Whether whoever acts after her term is the one who ends it. */
  readonly byHolder: boolean;
  readonly bySecretariat: boolean;
}

/** Nobody has to act: it is hers to give up, or the secretariat's to record. */
export const actingIsGivenUp = rule<ActingEndFacts>(
  'ACTING',
  ({ byHolder, bySecretariat }) =>
    byHolder ||
    bySecretariat || {
      fr: 'Seule la personne qui assure l’intérim y renonce, ou le secrétariat y met fin.',
      en: 'Only whoever acts gives it up, or the secretariat ends it.',
    },
);

export const endActing = law<ActingEndFacts>('endActing', [
  whileIn<StateOf<typeof MANDATE>, ActingEndFacts>(MANDATE, ['ACTING'], ({ state }) => state),
  actingIsGivenUp,
]);

export interface DepartureFacts extends EndFacts {
  readonly organisation: OrganisationFacts;
}

export const organisationLeavesOnce = rule<{ readonly organisation: OrganisationFacts }>(
  'C3-COLLEGES',
  ({ organisation: { name, leftOn } }) => {
    if (leftOn === null) return true;
    const { fr, en } = dayInWords(leftOn);
    return {
      fr: `Le dernier jour de « ${name.fr} » au forum est déjà enregistré : le ${fr}.`,
      en: `The last day of “${name.en}” in the forum is recorded already: ${en}.`,
    };
  },
);

export const recordDeparture = law<DepartureFacts>('recordDeparture', [
  pastDaysStand,
  organisationLeavesOnce,
]);

/** An organisation that takes over from another, from the day `firstOn`, recorded on the day `on`. */
export interface SuccessionFacts {
  readonly on: Day;
  readonly firstOn: Day;
  readonly predecessor: OrganisationFacts & { readonly id: string; readonly registeredOn: Day };
  readonly successor: OrganisationFacts & { readonly id: string };
  /** The seats held for the predecessor on that day or later. */
  readonly seats: readonly { readonly personName: string; readonly affiliatedOn: Day }[];
}

/** LIFE: a change of college ends seats, and ends none in the past. */
export const seatsEndFromTodayOn = rule<SuccessionFacts>(
  'LIFE',
  ({ on, firstOn, predecessor, successor }) => {
    if (predecessor.college === successor.college || on <= firstOn) return true;
    const { fr, en } = dayInWords(on);
    return {
      fr: `Un changement de collège met fin aux sièges et aux mandats : il ne prend pas effet avant le ${fr}, jour de cet acte.`,
      en: `A change of college ends seats and mandates: it does not take effect before ${en}, the day of this act.`,
    };
  },
);

export const organisationSucceedsAnother = rule<SuccessionFacts>(
  'C3-COLLEGES',
  ({ predecessor, successor }) =>
    predecessor.id !== successor.id || {
      fr: 'Une organisation ne succède pas à elle-même.',
      en: 'An organisation does not take over from itself.',
    },
);

export const predecessorIsStillThere = rule<SuccessionFacts>('C3-COLLEGES', ({ predecessor }) =>
  organisationLeavesOnce.check({ organisation: predecessor }),
);

export const successorIsThere = rule<SuccessionFacts>('C3-COLLEGES', ({ firstOn, successor }) =>
  organisationIsInTheForum.check({ on: firstOn, organisation: successor }),
);

export const successionComesAfterWhatItEnds = rule<SuccessionFacts>(
  'C3-COLLEGES',
  ({ firstOn, predecessor, seats }) => {
    const { fr, en } = dayInWords(firstOn);
    if (firstOn <= predecessor.registeredOn) {
      return {
        fr: `« ${predecessor.name.fr} » n’était pas inscrite avant le ${fr} : on ne peut pas lui succéder ce jour-là.`,
        en: `“${predecessor.name.en}” was not registered before ${en}: it cannot be succeeded on that day.`,
      };
    }
    const later = seats.filter(({ affiliatedOn }) => affiliatedOn >= firstOn);
    if (later.length === 0) return true;
    const names = later.map(({ personName }) => personName).join(', ');
    return {
      fr: `Siège pour « ${predecessor.name.fr} » depuis le ${fr} ou plus tard, donc après son dernier jour : ${names}.`,
      en: `Sits for “${predecessor.name.en}” since ${en} or later, hence after its last day: ${names}.`,
    };
  },
);

export const recordSuccession = law<SuccessionFacts>('recordSuccession', [
  seatsEndFromTodayOn,
  organisationSucceedsAnother,
  predecessorIsStillThere,
  successorIsThere,
  successionComesAfterWhatItEnds,
]);
