import { type College, type Day, dayInWords } from '@hemicycle/kernel';
import { MEETING, type StateOf, whileIn } from '../lives.js';
import { law, rule } from '../rule.js';
import type { RulesOfProcedure } from '../rules-of-procedure.js';
import { type MeetingBody, MEMBERS_OF } from './group-meetings.js';

type MeetingState = StateOf<typeof MEETING>;

/** A member whom a proxy concerns. */
export interface ProxyMember {
  readonly id: string;
  readonly name: string;
  readonly college: College;
  /** Whether she is one of those who make up the meeting, on its day. */
  readonly isMember: boolean;
}

export interface ProxyFacts {
  readonly state: MeetingState;
  /** Of the edition in force on the day of the act. */
  readonly rules: Pick<RulesOfProcedure, 'proxiesPerHolder'>;
  readonly body: MeetingBody;
  readonly meetingOn: Day;
  readonly byGiver: boolean;
  readonly bySecretariat: boolean;
  /** Null: whoever acts holds no seat. */
  readonly giver: ProxyMember | null;
  /** Whether the giver's seat is recorded as taking part, herself or by her alternate. */
  readonly giverIsThere: boolean;
  /** The name of whoever holds the giver's proxy for this meeting already; null: nobody. */
  readonly givenTo: string | null;
  /** Null: nobody was chosen yet. */
  readonly holder: ProxyMember | null;
  /** The proxies that the holder holds for this meeting. */
  readonly held: number;
}

export const proxiesAreAllowed = rule<ProxyFacts>(
  'PROXY',
  ({ rules }) =>
    rules.proxiesPerHolder > 0 || {
      fr: 'Les règles de fonctionnement en vigueur ne prévoient pas de procurations.',
      en: 'The rules of procedure in force provide for no proxies.',
    },
);

const giverOrSecretariat = rule<Pick<ProxyFacts, 'byGiver' | 'bySecretariat'>>(
  'PROXY',
  ({ byGiver, bySecretariat }) =>
    byGiver ||
    bySecretariat || {
      fr: 'Une procuration est donnée, ou retirée, par le membre qu’elle représente, ou enregistrée par le secrétariat qui l’a reçue par écrit.',
      en: 'A proxy is given, or withdrawn, by the member whom it represents, or recorded by the secretariat that got it in writing.',
    },
);

/** The giver alone, before she chose anybody. */
export const membersLendTheirVotes = rule<ProxyFacts>('PROXY', ({ giver, holder, body, meetingOn }) => {
  const outside = [giver, holder].find((one) => one !== null && !one.isMember);
  if (outside === undefined || outside === null) return true;
  const day = dayInWords(meetingOn);
  const members = MEMBERS_OF[body];
  return {
    fr: `${outside.name} n’est pas ${members.fr} le ${day.fr}, jour de la séance.`,
    en: `${outside.name} is not ${members.en} on ${day.en}, the day of the session.`,
  };
});

export const membersOfOneCollege = rule<ProxyFacts>('PROXY', ({ giver, holder }) => {
  if (giver === null || holder === null) return true;
  if (giver.id === holder.id) {
    return {
      fr: 'On ne se donne pas procuration à soi-même.',
      en: 'Nobody gives a proxy to herself.',
    };
  }
  return (
    giver.college === holder.college || {
      fr: `${holder.name} est de l’autre collège : une procuration est donnée à un membre du même collège.`,
      en: `${holder.name} belongs to the other college: a proxy is given to a member of the same college.`,
    }
  );
});

export const giverIsAway = rule<ProxyFacts>('PROXY', ({ giver, giverIsThere }) =>
  giver === null || !giverIsThere
    ? true
    : {
        fr: `Le siège de ${giver.name} participe à la séance : sa procuration cesserait aussitôt.`,
        en: `The seat of ${giver.name} takes part in the session: her proxy would lapse at once.`,
      },
);

export const giverGivesOne = rule<ProxyFacts>('PROXY', ({ givenTo }) =>
  givenTo === null
    ? true
    : {
        fr: `Une procuration a déjà été donnée à ${givenTo} pour cette séance : elle doit d’abord être retirée.`,
        en: `A proxy was given to ${givenTo} for this session already: it must be withdrawn first.`,
      },
);

export const holderHasRoom = rule<ProxyFacts>('PROXY', ({ holder, held, rules }) =>
  holder === null || held < rules.proxiesPerHolder
    ? true
    : {
        fr: `${holder.name} détient déjà, pour cette séance, autant de procurations que les règles le permettent : ${rules.proxiesPerHolder}.`,
        en: `${holder.name} holds as many proxies for this session as the rules allow: ${rules.proxiesPerHolder}.`,
      },
);

/** From the convocation on: there is a day to be represented on. */
const UNDER_WAY: readonly MeetingState[] = ['CONVENED', 'WITHOUT_QUORUM', 'IN_SESSION'];

export const giveProxy = law<ProxyFacts>('giveProxy', [
  whileIn<MeetingState, ProxyFacts>(MEETING, UNDER_WAY, ({ state }) => state),
  proxiesAreAllowed,
  giverOrSecretariat,
  membersLendTheirVotes,
  membersOfOneCollege,
  giverIsAway,
  giverGivesOne,
  holderHasRoom,
]);

export interface ProxyWithdrawalFacts {
  readonly state: MeetingState;
  readonly byGiver: boolean;
  readonly bySecretariat: boolean;
  readonly given: boolean;
}

export const thereIsAProxy = rule<ProxyWithdrawalFacts>(
  'PROXY',
  ({ given }) =>
    given || {
      fr: 'Ce siège n’a donné aucune procuration qui vaille encore pour cette séance.',
      en: 'This seat has given no proxy that still stands for this session.',
    },
);

export const withdrawProxy = law<ProxyWithdrawalFacts>('withdrawProxy', [
  whileIn<MeetingState, ProxyWithdrawalFacts>(MEETING, UNDER_WAY, ({ state }) => state),
  giverOrSecretariat,
  thereIsAProxy,
]);
