import { type Day, dayInWords, type Text } from '@hemicycle/kernel';
import { whileIn, WORKING_GROUP } from '../lives.js';
import { law, rule } from '../rule.js';
import type { GroupState } from './groups.js';
import type { OrganisationFacts } from './organisations.js';

/** A seat to which a person is tied, as hers or as its alternate's. */
export interface SeatHeld {
  readonly number: number;
  /** The last day; null: no end known. */
  readonly untilOn: Day | null;
}

/** The person and the organisation of an admission, on its day. */
export interface AdmissionFacts {
  readonly on: Day;
  readonly organisation: OrganisationFacts;
  /** The seat that the person holds already; null: none. */
  readonly seat: SeatHeld | null;
  /** The seat for which the person may sit; null: nobody's alternate. */
  readonly alternateOf: SeatHeld | null;
}

/** « jusqu’au 29 février 2024 », after a space; nothing where no end is known. */
function until(last: Day | null): Text {
  if (last === null) return { fr: '', en: '' };
  const { fr, en } = dayInWords(last);
  return { fr: ` jusqu’au ${fr}`, en: ` until ${en}` };
}

/** An organisation whose last day is known, even to come, takes its seats with it: it is given no new one. */
export const organisationSendsMembers = rule<Pick<AdmissionFacts, 'on' | 'organisation'>>(
  'C3-COLLEGES',
  ({ on, organisation: { name, leftOn } }) => {
    if (leftOn === null) return true;
    const { fr, en } = dayInWords(leftOn);
    return leftOn < on
      ? {
          fr: `L’organisation « ${name.fr} » a quitté le forum le ${fr}.`,
          en: `The organisation “${name.en}” left the forum on ${en}.`,
        }
      : {
          fr: `L’organisation « ${name.fr} » quitte le forum après le ${fr} : elle n’y envoie plus de nouveau membre.`,
          en: `The organisation “${name.en}” leaves the forum after ${en}: it sends no new member any more.`,
        };
  },
);

export const personHoldsOneSeat = rule<Pick<AdmissionFacts, 'seat'>>('C3-COLLEGES', ({ seat }) =>
  seat === null
    ? true
    : {
        fr: `Cette personne est déjà le membre n° ${seat.number}${until(seat.untilOn).fr} : un membre relève d’une seule organisation.`,
        en: `This person is member no. ${seat.number} already${until(seat.untilOn).en}: a member belongs to one organisation.`,
      },
);

export const personHasOneVote = rule<Pick<AdmissionFacts, 'alternateOf'>>(
  'ALTERNATE',
  ({ alternateOf: of }) =>
    of === null
      ? true
      : {
          fr: `Cette personne supplée déjà le membre n° ${of.number}${until(of.untilOn).fr} : elle disposerait de deux voix.`,
          en: `This person is the alternate of member no. ${of.number} already${until(of.untilOn).en}: it would give her two votes.`,
        },
);

export interface ConveningFacts extends AdmissionFacts {
  readonly bySecretariat: boolean;
}

export const secretariatConvenes = rule<ConveningFacts>(
  'C3-ADMISSION',
  ({ bySecretariat }) =>
    bySecretariat || {
      fr: 'Les membres du collège des acteurs publics sont convoqués par le secrétariat, et par lui seul.',
      en: 'Government members are convened by the secretariat, and by nobody else.',
    },
);

export const onlyGovernmentIsConvened = rule<ConveningFacts>(
  'C3-ADMISSION',
  ({ organisation: { name, college } }) =>
    college === 'GOVERNMENT' || {
      fr: `« ${name.fr} » est une organisation de la société civile : on y entre par un appel à candidatures ou par convocation directe pour un besoin exprimé.`,
      en: `“${name.en}” is an organisation of civil society: its members come in by a call for applications or by direct appointment for a stated need.`,
    },
);

export const conveneMember = law<ConveningFacts>('conveneMember', [
  organisationSendsMembers,
  personHoldsOneSeat,
  secretariatConvenes,
  onlyGovernmentIsConvened,
  personHasOneVote,
]);

export interface NeedFacts {
  /** Whether the person belongs to the founding working group that day. */
  readonly byFounder: boolean;
  /** Whether a thematic working group was ever set up. */
  readonly groupsExist: boolean;
  /** The thematic group whose need it is, and whether whoever acts facilitates it; null: none. */
  readonly group: { readonly state: GroupState; readonly facilitates: boolean } | null;
}

export const groupIsAtWork = rule<NeedFacts>('LIFE', ({ group }) =>
  group === null
    ? true
    : whileIn<GroupState, { readonly state: GroupState }>(
        WORKING_GROUP,
        ['SET_UP'],
        ({ state }) => state,
      ).check(group),
);

export const groupsStateNeeds = rule<NeedFacts>('C3-ADMISSION', ({ byFounder, groupsExist, group }) => {
  if (group !== null) {
    return (
      group.facilitates || {
        fr: 'Le besoin d’un groupe de travail thématique est exprimé par l’un de ses animateurs.',
        en: 'The need of a thematic working group is stated by one of its facilitators.',
      }
    );
  }
  if (groupsExist) {
    return {
      fr: 'Des groupes de travail thématiques existent : le besoin d’une convocation directe est celui de l’un d’eux, exprimé par un de ses animateurs.',
      en: 'There are thematic working groups: the need for a direct appointment is that of one of them, stated by one of its facilitators.',
    };
  }
  return (
    byFounder || {
      fr: 'Aucun groupe de travail thématique n’existe encore : le besoin d’une convocation directe est exprimé par un membre du groupe de travail fondateur.',
      en: 'No thematic working group exists yet: the need for a direct appointment is stated by a member of the founding working group.',
    }
  );
});

export const stateNeed = law<NeedFacts>('stateNeed', [groupIsAtWork, groupsStateNeeds]);

export interface AppointmentFacts extends AdmissionFacts {
  readonly bySecretariat: boolean;
  /** Whether the appointment names the stated need that it answers. */
  readonly forANeed: boolean;
}

export const secretariatAppoints = rule<AppointmentFacts>(
  'C3-ADMISSION',
  ({ bySecretariat }) =>
    bySecretariat || {
      fr: 'La convocation directe est faite par le secrétariat.',
      en: 'Direct appointments are made by the secretariat.',
    },
);

export const appointmentAnswersANeed = rule<AppointmentFacts>(
  'C3-ADMISSION',
  ({ forANeed }) =>
    forANeed || {
      fr: 'Une convocation directe répond à un besoin exprimé ; aucun n’est indiqué.',
      en: 'A direct appointment answers a stated need; none is given.',
    },
);

export const governmentIsConvened = rule<Pick<AdmissionFacts, 'organisation'>>(
  'C3-ADMISSION',
  ({ organisation: { name, college } }) =>
    college === 'CIVIL_SOCIETY' || {
      fr: `« ${name.fr} » est un acteur public : ses membres sont convoqués par le secrétariat.`,
      en: `“${name.en}” is a government actor: its members are convened by the secretariat.`,
    },
);

export const appointDirectly = law<AppointmentFacts>('appointDirectly', [
  organisationSendsMembers,
  personHoldsOneSeat,
  secretariatAppoints,
  governmentIsConvened,
  appointmentAnswersANeed,
  personHasOneVote,
]);
