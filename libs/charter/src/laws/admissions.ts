import { type College, type Day, dayInWords, type Text } from '@hemicycle/kernel';
import { law, rule } from '../rule.js';

/** The person and the organisation of an admission, on its day. */
export interface AdmissionFacts {
  readonly on: Day;
  readonly organisation: {
    readonly name: Text;
    readonly college: College;
    /** Its last day in the forum; null: still there. */
    readonly leftOn: Day | null;
  };
  /** The seat that the person holds already; null: none. */
  readonly seat: { readonly number: number; readonly untilOn: Day | null } | null;
  /** The member in whose place the person may sit; null: nobody's alternate. */
  readonly alternateOf: { readonly number: number; readonly untilOn: Day | null } | null;
}

/** « jusqu’au 29 février 2024 », after a space; nothing where no end is known. */
export function until(last: Day | null): Text {
  if (last === null) return { fr: '', en: '' };
  const { fr, en } = dayInWords(last);
  return { fr: ` jusqu’au ${fr}`, en: ` until ${en}` };
}

export const organisationIsInTheForum = rule<Pick<AdmissionFacts, 'on' | 'organisation'>>(
  'C3-COLLEGES',
  ({ on, organisation: { name, leftOn } }) =>
    leftOn === null || on <= leftOn
      ? true
      : {
          fr: `L’organisation « ${name.fr} » a quitté le forum le ${dayInWords(leftOn).fr} : elle n’y envoie plus de membre.`,
          en: `The organisation “${name.en}” left the forum on ${dayInWords(leftOn).en}: it sends no member any more.`,
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

export const memberIsNobodysAlternate = rule<Pick<AdmissionFacts, 'alternateOf'>>(
  'ALTERNATE',
  ({ alternateOf: of }) =>
    of === null
      ? true
      : {
          fr: `Cette personne est suppléante du membre n° ${of.number}${until(of.untilOn).fr} : elle disposerait de deux voix.`,
          en: `This person is the alternate of member no. ${of.number}${until(of.untilOn).en}: she would hold two votes.`,
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
  organisationIsInTheForum,
  personHoldsOneSeat,
  secretariatConvenes,
  onlyGovernmentIsConvened,
  memberIsNobodysAlternate,
]);
