import type { Text } from '@hemicycle/kernel';
import { type Rule, rule } from './rule.js';

/** The whole life of a thing. Anything not listed cannot happen (charter LIFE). */
export interface Life<State extends string> {
  /** The thing, with its article, as a sentence begins: « L’ordre du jour ». */
  readonly thing: Text;
  readonly begins: State;
  readonly states: Readonly<Record<State, { readonly name: Text; readonly next: readonly State[] }>>;
}

/** The states of a life: `StateOf<typeof ELECTION>`. */
export type StateOf<L> = L extends Life<infer State> ? State : never;

function life<const State extends string>(
  thing: Text,
  begins: NoInfer<State>,
  states: Readonly<Record<State, { readonly name: Text; readonly next: readonly NoInfer<State>[] }>>,
): Life<State> {
  return { thing, begins, states };
}

const named = (fr: string, en: string): Text => ({ fr, en });

/**
 * A numbered edition of the rules of procedure (RULES-EDITION). A new draft takes the place of the one before, which a vote
 * already under way may still adopt.
 */
export const RULES_OF_PROCEDURE = life(
  named('L’édition des règles de fonctionnement', 'The edition of the rules of procedure'),
  'DRAFTED',
  {
    DRAFTED: { name: named('en préparation', 'drafted'), next: ['ADOPTED', 'SUPERSEDED'] },
    ADOPTED: { name: named('adoptée', 'adopted'), next: [] },
    SUPERSEDED: { name: named('remplacée', 'superseded'), next: ['ADOPTED'] },
  },
);

/** A person's work in the secretariat for one of its bodies. */
export const SECRETARIAT_APPOINTMENT = life(
  named('La désignation au secrétariat', 'The appointment to the secretariat'),
  'IN_FORCE',
  {
    IN_FORCE: { name: named('en cours', 'in force'), next: ['ENDED'] },
    ENDED: { name: named('terminée', 'ended'), next: [] },
  },
);

/** A call for applications. */
export const CALL = life(named('L’appel à candidatures', 'The call for applications'), 'DRAFT', {
  DRAFT: { name: named('en préparation', 'draft'), next: ['OPEN'] },
  OPEN: { name: named('ouvert', 'open'), next: ['CLOSED'] },
  CLOSED: { name: named('clos', 'closed'), next: ['DECIDED'] },
  DECIDED: { name: named('décidé', 'decided'), next: [] },
});

/** An application to a call. */
export const APPLICATION = life(named('Le dossier de candidature', 'The application'), 'SUBMITTED', {
  SUBMITTED: { name: named('déposé', 'submitted'), next: ['ADMITTED', 'DECLINED', 'WITHDRAWN'] },
  ADMITTED: { name: named('admis', 'admitted'), next: [] },
  DECLINED: { name: named('non retenu', 'declined'), next: [] },
  WITHDRAWN: { name: named('retiré', 'withdrawn'), next: [] },
});

/**
 * An agenda. A change after the publication makes it a draft again, whose keys both have to be turned; the
 * published version stands until then (C3-AGENDA).
 */
export const AGENDA = life(named('L’ordre du jour', 'The agenda'), 'DRAFT', {
  DRAFT: { name: named('en préparation', 'draft'), next: ['PUBLISHED'] },
  PUBLISHED: { name: named('publié', 'published'), next: ['DRAFT'] },
});

/** A meeting of any body. Without quorum, it is convened again on the same agenda. */
export const MEETING = life(named('La réunion', 'The meeting'), 'PLANNED', {
  PLANNED: { name: named('prévue', 'planned'), next: ['CONVENED', 'CANCELLED'] },
  CONVENED: { name: named('convoquée', 'convened'), next: ['IN_SESSION', 'WITHOUT_QUORUM', 'CANCELLED'] },
  WITHOUT_QUORUM: { name: named('sans quorum', 'without quorum'), next: ['CONVENED', 'CANCELLED'] },
  IN_SESSION: { name: named('en séance', 'in session'), next: ['HELD'] },
  HELD: { name: named('tenue', 'held'), next: [] },
  CANCELLED: { name: named('annulée', 'cancelled'), next: [] },
});

/**
 * A decision: by consensus it begins adopted; put to a recorded vote and not opened in its session, it is carried over
 * (DECISION, QUORUM).
 */
export const DECISION = life(named('La décision', 'The decision'), 'ORDERED', {
  ORDERED: { name: named('à mettre aux voix', 'to be put to the vote'), next: ['VOTING', 'CARRIED_OVER'] },
  VOTING: { name: named('mise aux voix', 'being voted on'), next: ['ADOPTED', 'REJECTED'] },
  ADOPTED: { name: named('adoptée', 'adopted'), next: [] },
  REJECTED: { name: named('rejetée', 'rejected'), next: [] },
  CARRIED_OVER: { name: named('reportée', 'carried over'), next: [] },
});

/** Minutes. A correction is a new published version, with its reason. */
export const MINUTES = life(named('Le compte rendu', 'The record of the meeting'), 'DRAFT', {
  DRAFT: { name: named('en préparation', 'draft'), next: ['CIRCULATED'] },
  CIRCULATED: { name: named('communiqué aux membres', 'circulated'), next: ['APPROVED'] },
  APPROVED: { name: named('approuvé', 'approved'), next: ['PUBLISHED'] },
  PUBLISHED: { name: named('publié', 'published'), next: ['PUBLISHED'] },
});

/** A plenary that members ask for (EXTRAORDINARY). */
export const PLENARY_REQUEST = life(
  named('La demande de séance plénière', 'The request for a plenary'),
  'OPEN',
  {
    OPEN: { name: named('ouverte aux soutiens', 'open for support'), next: ['REQUIRED', 'WITHDRAWN'] },
    REQUIRED: { name: named('assez soutenue', 'supported by enough'), next: [] },
    WITHDRAWN: { name: named('retirée', 'withdrawn'), next: [] },
  },
);

/** An election. Voting again is a second round or a run-off: rounds belong to one election. */
export const ELECTION = life(named('Le scrutin', 'The election'), 'DRAFT', {
  DRAFT: { name: named('en préparation', 'draft'), next: ['NOMINATIONS', 'CANCELLED'] },
  NOMINATIONS: {
    name: named('ouvert aux candidatures', 'open for nominations'),
    next: ['VOTING', 'FAILED', 'CANCELLED'],
  },
  VOTING: { name: named('ouvert au vote', 'open for voting'), next: ['CLOSED', 'CANCELLED'] },
  CLOSED: { name: named('clos', 'closed'), next: ['COUNTED', 'CANCELLED'] },
  COUNTED: { name: named('dépouillé', 'counted'), next: ['VOTING', 'PROCLAIMED', 'FAILED'] },
  PROCLAIMED: { name: named('proclamé', 'proclaimed'), next: ['ANNULLED'] },
  FAILED: { name: named('infructueux', 'failed'), next: [] },
  ANNULLED: { name: named('annulé après contestation', 'annulled'), next: [] },
  CANCELLED: { name: named('interrompu', 'cancelled'), next: [] },
});

/** A mandate. Its holder acts when the term has ended with no successor (ACTING). */
export const MANDATE = life(named('Le mandat', 'The mandate'), 'IN_FORCE', {
  IN_FORCE: { name: named('en cours', 'in force'), next: ['ACTING', 'ENDED'] },
  ACTING: { name: named('exercé par intérim', 'acting'), next: ['ENDED'] },
  ENDED: { name: named('achevé', 'ended'), next: [] },
});

/** A thematic working group: both steps are plenary decisions (WORKING-GROUP-SETUP). */
export const WORKING_GROUP = life(
  named('Le groupe de travail thématique', 'The thematic working group'),
  'PROPOSED',
  {
    PROPOSED: { name: named('proposé', 'proposed'), next: ['SET_UP'] },
    SET_UP: { name: named('constitué', 'set up'), next: ['CLOSED'] },
    CLOSED: { name: named('clos', 'closed'), next: [] },
  },
);

/** A step of a group's roadmap. It never leaves the roadmap: it is done, or given up with its reason, and may be taken up again. */
export const ROADMAP_STEP = life(named('L’étape', 'The step'), 'TO_DO', {
  TO_DO: { name: named('à faire', 'to do'), next: ['UNDER_WAY', 'DONE', 'GIVEN_UP'] },
  UNDER_WAY: { name: named('en cours', 'under way'), next: ['DONE', 'GIVEN_UP'] },
  DONE: { name: named('faite', 'done'), next: ['UNDER_WAY'] },
  GIVEN_UP: { name: named('abandonnée', 'given up'), next: ['UNDER_WAY'] },
});

/** A group's report to a plenary: its group's until it is submitted, everybody's from then on; what is written later is public at once. */
export const GROUP_REPORT = life(named('Le rapport', 'The report'), 'DRAFT', {
  DRAFT: { name: named('en préparation', 'draft'), next: ['SUBMITTED'] },
  SUBMITTED: { name: named('remis', 'submitted'), next: [] },
});

/** A paper of an item of an agenda: a newer version changes nothing of its life. */
export const PAPER = life(named('Le document', 'The paper'), 'ATTACHED', {
  ATTACHED: { name: named('joint', 'attached'), next: ['WITHDRAWN'] },
  WITHDRAWN: { name: named('retiré', 'withdrawn'), next: [] },
});

/** An event of the open agenda: a workshop, a webinar, an open evening. */
export const FORUM_EVENT = life(named('L’événement', 'The event'), 'DRAFT', {
  DRAFT: { name: named('en préparation', 'draft'), next: ['PUBLISHED', 'CANCELLED'] },
  PUBLISHED: { name: named('annoncé', 'published'), next: ['HELD', 'CANCELLED'] },
  HELD: { name: named('tenu', 'held'), next: [] },
  CANCELLED: { name: named('annulé', 'cancelled'), next: [] },
});

/** A place at an event: asked for, confirmed by whoever has the address, given up. */
export const EVENT_PLACE = life(named('L’inscription', 'The registration'), 'REQUESTED', {
  REQUESTED: { name: named('à confirmer', 'to be confirmed'), next: ['REGISTERED', 'WAITING', 'CANCELLED'] },
  WAITING: { name: named('en liste d’attente', 'on the waiting list'), next: ['REGISTERED', 'CANCELLED'] },
  REGISTERED: { name: named('confirmée', 'confirmed'), next: ['CANCELLED'] },
  CANCELLED: { name: named('annulée', 'cancelled'), next: [] },
});

/** An action plan. */
export const PLAN = life(named('Le plan d’action', 'The action plan'), 'CONSULTATION', {
  CONSULTATION: { name: named('en consultation', 'in consultation'), next: ['DRAFTING'] },
  DRAFTING: { name: named('en rédaction', 'in drafting'), next: ['POLITICAL_VALIDATION'] },
  POLITICAL_VALIDATION: {
    name: named('en validation politique', 'in political validation'),
    next: ['PUBLISHED'],
  },
  PUBLISHED: { name: named('publié', 'published'), next: ['UNDER_WAY'] },
  UNDER_WAY: { name: named('en cours d’exécution', 'under way'), next: ['ENDED'] },
  ENDED: { name: named('achevé', 'ended'), next: ['ASSESSED'] },
  ASSESSED: { name: named('évalué', 'assessed'), next: [] },
});

/** A contribution. It is visible from its submission; moderation comes after (NAP-TRANSPARENT-SUBMISSIONS). */
export const CONTRIBUTION = life(named('La contribution', 'The contribution'), 'SUBMITTED', {
  SUBMITTED: { name: named('déposée', 'submitted'), next: ['UNDER_REVIEW', 'WITHDRAWN', 'MODERATED'] },
  UNDER_REVIEW: {
    name: named('à l’étude', 'under review'),
    next: ['RETAINED', 'PARTLY_RETAINED', 'NOT_RETAINED', 'WITHDRAWN', 'MODERATED'],
  },
  RETAINED: { name: named('retenue', 'retained'), next: [] },
  PARTLY_RETAINED: { name: named('retenue en partie', 'partly retained'), next: [] },
  NOT_RETAINED: { name: named('non retenue', 'not retained'), next: [] },
  WITHDRAWN: { name: named('retirée', 'withdrawn'), next: [] },
  MODERATED: { name: named('modérée', 'moderated'), next: [] },
});

/** A commitment of the action plan. */
export const COMMITMENT = life(named('L’engagement', 'The commitment'), 'DRAFTED', {
  DRAFTED: { name: named('rédigé', 'drafted'), next: ['ADOPTED'] },
  ADOPTED: { name: named('adopté', 'adopted'), next: ['UNDER_WAY'] },
  UNDER_WAY: { name: named('en cours d’exécution', 'under way'), next: ['ENDED'] },
  ENDED: { name: named('achevé', 'ended'), next: [] },
});

/** Every life, by the name under which clients find it. */
export const LIVES = {
  RULES_OF_PROCEDURE,
  SECRETARIAT_APPOINTMENT,
  CALL,
  APPLICATION,
  AGENDA,
  MEETING,
  PLENARY_REQUEST,
  DECISION,
  MINUTES,
  ELECTION,
  MANDATE,
  WORKING_GROUP,
  ROADMAP_STEP,
  GROUP_REPORT,
  PAPER,
  FORUM_EVENT,
  EVENT_PLACE,
  PLAN,
  CONTRIBUTION,
  COMMITMENT,
} as const;

/** The states that may follow; an empty list for a last state. */
export function nextStates<State extends string>({ states }: Life<State>, state: State): readonly State[] {
  return states[state].next;
}

/** LIFE for an act that takes the thing to the state `to`. */
export function inLife<State extends string, Facts>(
  of: Life<State>,
  to: NoInfer<State>,
  stateOf: (facts: Facts) => NoInfer<State>,
): Rule<Facts> {
  return rule<Facts>('LIFE', (facts) => {
    const state = stateOf(facts);
    if (nextStates(of, state).includes(to)) return true;
    const { fr, en } = of.states[to].name;
    return whereItStands(of, state, {
      fr: `le passage à l’état « ${fr} » n’est pas possible`,
      en: `it cannot become “${en}” now`,
    });
  });
}

/** LIFE for an act that leaves the state as it is and is only possible during some states of the thing. */
export function whileIn<State extends string, Facts>(
  of: Life<State>,
  during: readonly NoInfer<State>[],
  stateOf: (facts: Facts) => NoInfer<State>,
): Rule<Facts> {
  return rule<Facts>('LIFE', (facts) => {
    const state = stateOf(facts);
    if (during.includes(state)) return true;
    return whereItStands(of, state, {
      fr: `cet acte suppose l’état ${list(of, during, 'fr')}`,
      en: `this act takes place while it is ${list(of, during, 'en')}`,
    });
  });
}

/** One sentence and what may come next: the thing, its state, the refusal, the states that follow. */
function whereItStands<State extends string>(of: Life<State>, state: State, refusal: Text): Text {
  const next = nextStates(of, state);
  return {
    fr:
      `${of.thing.fr} est à l’état ${list(of, [state], 'fr')} : ${refusal.fr}. ` +
      (next.length === 0 ? 'Aucun autre état ne peut suivre.' : `Peut suivre : ${list(of, next, 'fr')}.`),
    en:
      `${of.thing.en} is ${list(of, [state], 'en')}: ${refusal.en}. ` +
      (next.length === 0 ? 'No other state can follow.' : `What may follow: ${list(of, next, 'en')}.`),
  };
}

function list<State extends string>(of: Life<State>, states: readonly State[], language: keyof Text): string {
  const names = states.map((state) =>
    language === 'fr' ? `« ${of.states[state].name.fr} »` : `“${of.states[state].name.en}”`,
  );
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} ${language === 'fr' ? 'ou' : 'or'} ${last}`;
}
