import { type Day, dayInWords, type Text } from '@hemicycle/kernel';
import { inLife, RULES_OF_PROCEDURE, SECRETARIAT_APPOINTMENT, type StateOf, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';

export interface BodyRegistrationFacts {
  /** Names of the bodies that already bear one of the names given. */
  readonly namesakes: readonly Text[];
}

export const bodyIsRegisteredOnce = rule<BodyRegistrationFacts>('LIFE', ({ namesakes: [namesake] }) =>
  namesake === undefined
    ? true
    : {
        fr: `« ${namesake.fr} » est déjà inscrit parmi les organismes du secrétariat.`,
        en: `“${namesake.en}” is among the bodies of the secretariat already.`,
      },
);

export const registerSecretariatBody = law<BodyRegistrationFacts>('registerSecretariatBody', [
  bodyIsRegisteredOnce,
]);

export interface AppointmentFacts {
  /** The appointment that the person still holds on that day or later, if any. */
  readonly held: {
    readonly personName: string;
    readonly bodyName: Text;
    readonly fromOn: Day;
    readonly untilOn: Day | null;
  } | null;
}

export const personIsAppointedOnce = rule<AppointmentFacts>('LIFE', ({ held }) => {
  if (held === null) return true;
  const { personName, bodyName, fromOn, untilOn } = held;
  const from = dayInWords(fromOn);
  const last = untilOn === null ? null : dayInWords(untilOn);
  const until =
    last === null ? { fr: '', en: '' } : { fr: ` et jusqu’au ${last.fr}`, en: ` and until ${last.en}` };
  return {
    fr: `${personName} travaille au secrétariat depuis le ${from.fr}${until.fr}, pour « ${bodyName.fr} ».`,
    en: `${personName} has been working in the secretariat since ${from.en}${until.en}, for “${bodyName.en}”.`,
  };
});

export const appointSecretary = law<AppointmentFacts>('appointSecretary', [personIsAppointedOnce]);

export interface AppointmentEndFacts {
  readonly state: StateOf<typeof SECRETARIAT_APPOINTMENT>;
}

export const endSecretaryAppointment = law<AppointmentEndFacts>('endSecretaryAppointment', [
  inLife(SECRETARIAT_APPOINTMENT, 'ENDED', ({ state }) => state),
]);

export interface FounderFacts {
  /** The day of the first plenary; null: not held yet. */
  readonly groupEndedOn: Day | null;
  /** The name of the person, when she is of the group already. */
  readonly alreadyFounder: string | null;
}

export const foundingGroupEndsWithTheFirstPlenary = rule<FounderFacts>(
  'RULES-ADOPTION',
  ({ groupEndedOn }) => {
    if (groupEndedOn === null) return true;
    const ended = dayInWords(groupEndedOn);
    return {
      fr: `Le rôle du groupe de travail fondateur a pris fin le ${ended.fr}, avec la première séance plénière.`,
      en: `The founding working group’s role ended on ${ended.en}, with the first plenary.`,
    };
  },
);

export const founderIsNamedOnce = rule<FounderFacts>('LIFE', ({ alreadyFounder }) =>
  alreadyFounder === null
    ? true
    : {
        fr: `${alreadyFounder} fait déjà partie du groupe de travail fondateur.`,
        en: `${alreadyFounder} already belongs to the founding working group.`,
      },
);

/** For the operator’s command line: founders are not named through the API. */
export const nameFounder = law<FounderFacts>('nameFounder', [
  foundingGroupEndsWithTheFirstPlenary,
  founderIsNamedOnce,
]);

export interface ApprovalFacts {
  readonly edition: { readonly number: number; readonly state: StateOf<typeof RULES_OF_PROCEDURE> };
  /** Whether whoever approves belongs to the founding working group on that day. */
  readonly byFounder: boolean;
}

export const editionIsAdoptedByWhomItBelongsTo = rule<ApprovalFacts>(
  'RULES-ADOPTION',
  ({ edition: { number }, byFounder }) => {
    if (number > 1) {
      return {
        fr: `L’édition ${number} est adoptée par une décision de la séance plénière : seule l’édition 1 est approuvée par le groupe de travail fondateur.`,
        en: `Edition ${number} is adopted by a plenary decision: only edition 1 is approved by the founding working group.`,
      };
    }
    return (
      byFounder || {
        fr: 'L’édition 1 est approuvée par un membre du groupe de travail fondateur, tant que celui-ci existe.',
        en: 'Edition 1 is approved by a member of the founding working group, while the group exists.',
      }
    );
  },
);

export const approveRulesOfProcedure = law<ApprovalFacts>('approveRulesOfProcedure', [
  editionIsAdoptedByWhomItBelongsTo,
  whileIn<StateOf<typeof RULES_OF_PROCEDURE>, ApprovalFacts>(
    RULES_OF_PROCEDURE,
    ['DRAFTED'],
    ({ edition }) => edition.state,
  ),
]);
