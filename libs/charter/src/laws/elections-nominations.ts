import { addDays, type College, type Day, dayInWords, daysBetween, quantity } from '@hemicycle/kernel';
import { ELECTION, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import { type ElectionState, lastDayOfNominations } from './elections-call.js';

/** Until when one may stand, or stand down. */
export interface NominationsFacts {
  readonly state: ElectionState;
  /** Of the edition in force when the nominations opened. */
  readonly rules: RulesOfProcedure;
  readonly on: Day;
  readonly plenaryOn: Day;
  /** Whether the president took the item up: the poll is ordered. */
  readonly takenUp: boolean;
}

export const nominationsAreOpen = rule<NominationsFacts>(
  'ELIGIBILITY',
  ({ rules, on, plenaryOn, takenUp }) => {
    const lastOn = lastDayOfNominations(rules, plenaryOn);
    if (lastOn !== null && on > lastOn) {
      const daysBefore = daysBetween(lastOn, plenaryOn);
      return {
        fr: `Les candidatures sont closes depuis le ${dayInWords(addDays(lastOn, 1)).fr}, ${quantity.fr(daysBefore, 'jour', 'jours')} avant la séance plénière du ${dayInWords(plenaryOn).fr}.`,
        en: `Nominations have been closed since ${dayInWords(addDays(lastOn, 1)).en}, ${quantity.en(daysBefore, 'day', 'days')} before the plenary of ${dayInWords(plenaryOn).en}.`,
      };
    }
    return takenUp
      ? {
          fr: 'Le président a abordé le point et ordonné le vote : les candidatures sont closes.',
          en: 'The president has taken the item up and ordered the poll: nominations are closed.',
        }
      : true;
  },
);

export interface StandingFacts extends NominationsFacts {
  /** The college of the seat. */
  readonly college: College;
  /** The membership in force of whoever stands; null: none. */
  readonly member: { readonly college: College } | null;
  readonly isAlternate: boolean;
  /** Whether she stands in this election already. */
  readonly stands: boolean;
  /** Whether this plenary has proclaimed her to a seat. */
  readonly proclaimedHere: boolean;
  /** Whether she holds a share of the key of this plenary. */
  readonly isTrustee: boolean;
  /** Full terms of this office that follow one another up to this plenary: hers, and her organisation’s. */
  readonly fullTerms: { readonly person: number; readonly organisation: number };
}

export const candidateIsAMember = rule<StandingFacts>('ELIGIBILITY', ({ member, isAlternate }) => {
  if (member !== null) return true;
  return isAlternate
    ? {
        fr: 'Un suppléant n’est jamais candidat : il exerce la voix d’un siège qu’il ne détient pas.',
        en: 'An alternate is never a candidate: she holds the vote of a seat that is not hers.',
      }
    : {
        fr: 'Seul un membre en exercice peut être candidat.',
        en: 'Only an active member can be a candidate.',
      };
});

export const candidateIsFromTheCollege = rule<StandingFacts>('ELIGIBILITY', ({ college, member }) => {
  if (member === null || member.college === college) return true;
  return college === 'GOVERNMENT'
    ? {
        fr: 'Ce siège revient au collège des acteurs publics ; vous êtes membre de celui de la société civile.',
        en: 'This seat belongs to the college of government actors; you are a member of civil society’s.',
      }
    : {
        fr: 'Ce siège revient au collège de la société civile ; vous êtes membre de celui des acteurs publics.',
        en: 'This seat belongs to the college of civil society; you are a member of government actors’.',
      };
});

export const candidateStandsOnce = rule<StandingFacts>(
  'ELIGIBILITY',
  ({ stands }) =>
    !stands || {
      fr: 'Vous êtes déjà candidat à ce scrutin ; pour changer de profession de foi, retirez d’abord cette candidature.',
      en: 'You are a candidate in this election already; to change your statement, withdraw that candidacy first.',
    },
);

export const nobodyHoldsTwoSeats = rule<StandingFacts>(
  'C3-COMMITTEE',
  ({ proclaimedHere }) =>
    !proclaimedHere || {
      fr: 'Cette séance plénière vous a proclamée ou proclamé élu à un siège : nul n’en occupe deux.',
      en: 'This plenary has proclaimed you to a seat: nobody holds two.',
    },
);

export const termsAreLimited = rule<StandingFacts>('TERM-LIMIT', ({ rules, fullTerms }) => {
  const { termLimitPerPerson, termLimitPerOrganisation } = rules;
  if (termLimitPerPerson !== null && fullTerms.person >= termLimitPerPerson) {
    return {
      fr: `Vous avez exercé ${quantity.fr(fullTerms.person, 'mandat complet de suite', 'mandats complets de suite')} dans cette fonction ; les règles de fonctionnement en permettent ${termLimitPerPerson} à une même personne.`,
      en: `You have served ${quantity.en(fullTerms.person, 'full term', 'full terms')} in a row in this office; the rules of procedure allow ${termLimitPerPerson} to one person.`,
    };
  }
  return (
    termLimitPerOrganisation === null ||
    fullTerms.organisation < termLimitPerOrganisation || {
      fr: `Votre organisation a exercé ${quantity.fr(fullTerms.organisation, 'mandat complet de suite', 'mandats complets de suite')} dans cette fonction ; les règles de fonctionnement en permettent ${termLimitPerOrganisation} à une même organisation.`,
      en: `Your organisation has served ${quantity.en(fullTerms.organisation, 'full term', 'full terms')} in a row in this office; the rules of procedure allow ${termLimitPerOrganisation} to one organisation.`,
    }
  );
});

export const trusteesDoNotStand = rule<StandingFacts>(
  'CNIL-1-08',
  ({ isTrustee }) =>
    !isTrustee || {
      fr: 'Vous êtes porteur de clé de cette séance plénière : aucun n’est candidat. Le secrétariat nomme d’abord quelqu’un d’autre.',
      en: 'You are a trustee of this plenary, and none is a candidate. The secretariat first names somebody else.',
    },
);

export const standAsCandidate = law<StandingFacts>('standAsCandidate', [
  whileIn(ELECTION, ['NOMINATIONS'], ({ state }) => state),
  nobodyHoldsTwoSeats,
  termsAreLimited,
  trusteesDoNotStand,
  candidateIsAMember,
  candidateIsFromTheCollege,
  candidateStandsOnce,
  nominationsAreOpen,
]);

export interface StandingDownFacts extends NominationsFacts {
  readonly actorStands: boolean;
  readonly withdrawn: boolean;
}

export const candidatesStandDownThemselves = rule<StandingDownFacts>(
  'ELIGIBILITY',
  ({ actorStands }) =>
    actorStands || {
      fr: 'Une candidature n’est retirée que par la personne qui l’a présentée.',
      en: 'A candidacy is withdrawn by nobody but the person who stands.',
    },
);

export const candidacyStillStands = rule<StandingDownFacts>(
  'ELIGIBILITY',
  ({ withdrawn }) =>
    !withdrawn || {
      fr: 'Cette candidature est déjà retirée.',
      en: 'This candidacy is withdrawn already.',
    },
);

export const withdrawCandidacy = law<StandingDownFacts>('withdrawCandidacy', [
  whileIn(ELECTION, ['NOMINATIONS'], ({ state }) => state),
  candidatesStandDownThemselves,
  candidacyStillStands,
  nominationsAreOpen,
]);

export interface SecrecyFacts {
  readonly state: ElectionState;
  /** Whether the person would have a vote if the poll opened now. */
  readonly isElector: boolean;
  readonly alreadySecret: boolean;
}

export const onlyElectorsAskForSecrecy = rule<SecrecyFacts>(
  'REGISTER',
  ({ isElector }) =>
    isElector || {
      fr: 'Vous n’êtes pas électeur de ce scrutin : seul un électeur peut demander qu’il soit secret.',
      en: 'You are no elector of this election: only an elector may ask that it be secret.',
    },
);

export const notSecretAlready = rule<SecrecyFacts>(
  'SECRECY',
  ({ alreadySecret }) =>
    !alreadySecret || {
      fr: 'Ce scrutin est déjà secret : une seule demande suffit.',
      en: 'This election is secret already: one request is enough.',
    },
);

export const askForSecrecy = law<SecrecyFacts>('askForSecrecy', [
  whileIn(ELECTION, ['DRAFT', 'NOMINATIONS'], ({ state }) => state),
  notSecretAlready,
  onlyElectorsAskForSecrecy,
]);
