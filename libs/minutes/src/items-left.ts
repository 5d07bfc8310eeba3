import type { DecisionState, ElectionState } from '@hemicycle/charter';
import { type College, type Day, dayInWords, type Text } from '@hemicycle/kernel';
import type { Office } from '@hemicycle/mandates';
import { type DecisionSubject, type BodyInWords, type ItemKind, meetingNamed } from '@hemicycle/meetings';

/** A point that the sessions held leave to the next one of their body, as its agenda may take it up. */
export interface ItemLeft {
  readonly kind: ItemKind;
  readonly titleFr: string;
  readonly titleEn: string;
  readonly office: Office | null;
  readonly college: College | null;
  readonly subject: DecisionSubject | null;
  readonly objectId: string | null;
  readonly presentsResults: boolean;
  readonly reportOfId: string | null;
  readonly plannedMinutes: number | null;
  /** Why it is left. */
  readonly why: Text;
}

/** An item of the agenda of a session held. */
type FormerItem = Omit<ItemLeft, 'why'> & { readonly itemId: string };

/** What became of a session of a body. */
export interface LastSession extends BodyInWords {
  readonly number: number;
  readonly on: Day;
  /** Whether members required it: its agenda could take nothing over (charter EXTRAORDINARY). */
  readonly required: boolean;
  /** The agenda that stood published, in its order. */
  readonly items: readonly FormerItem[];
  readonly decisions: readonly { readonly itemId: string; readonly state: DecisionState }[];
  readonly elections: readonly {
    readonly office: Office;
    readonly college: College;
    readonly state: ElectionState;
  }[];
  readonly postponements: readonly { readonly itemId: string; readonly reason: string | null }[];
}

/** The states in which an election ended without filling its seat. */
const WITHOUT_RESULT: readonly ElectionState[] = ['FAILED', 'CANCELLED', 'ANNULLED'];

/**
 * What the agenda of the next session owes to the last ones, the earliest first: to take note of the minutes of the last, and of each before
 * it that was followed by nothing but plenaries that members required; then, in the order of the agendas, what was postponed, what was to be
 * decided and was not, and the elections that filled no seat, unless the agenda of a later session carried the same matter.
 *
 * @param sessions those held before, the earliest first
 */
export function itemsLeft(sessions: readonly LastSession[]): ItemLeft[] {
  const lastOrdinary = sessions.findLastIndex(({ required }) => !required);
  return [
    ...sessions.slice(Math.max(lastOrdinary, 0)).map(minutesOf),
    ...sessions.flatMap((session, index) => {
      const since = sessions.slice(index + 1).flatMap(({ items }) => items);
      return session.items
        .filter((item) => !since.some((later) => isSameMatter(item, later)))
        .flatMap((item): ItemLeft[] => {
          const why = whyLeft(session, item);
          return why === null ? [] : [{ ...left(item), why }];
        });
    }),
  ];
}

/** An election is of its seat, a decision of its subject, whatever they are called; the rest is of its title. */
function isSameMatter(one: FormerItem, other: FormerItem): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'ELECTION') return one.office === other.office && one.college === other.college;
  if (one.subject !== null) return one.subject === other.subject && one.objectId === other.objectId;
  return other.subject === null && one.titleFr === other.titleFr;
}

/** To take note of the minutes of a session. */
function minutesOf(session: LastSession): ItemLeft {
  return {
    kind: 'INFORMATION',
    ...titleOfMinutes(session),
    office: null,
    college: null,
    subject: null,
    objectId: null,
    presentsResults: false,
    reportOfId: null,
    plannedMinutes: null,
    why: { fr: 'Compte rendu dont il reste à prendre acte', en: 'Minutes to be taken note of' },
  };
}

const left = ({
  kind,
  titleFr,
  titleEn,
  office,
  college,
  subject,
  objectId,
  presentsResults,
  reportOfId,
  plannedMinutes,
}: FormerItem): Omit<ItemLeft, 'why'> => ({
  kind,
  titleFr,
  titleEn,
  office,
  college,
  subject,
  objectId,
  presentsResults,
  reportOfId,
  plannedMinutes,
});

function titleOfMinutes({ number, on, ...group }: LastSession): Pick<ItemLeft, 'titleFr' | 'titleEn'> {
  const { fr, en } = dayInWords(on);
  const meeting = meetingNamed({ ...group, meetingNumber: number });
  return {
    titleFr: `Prendre acte du compte rendu de la ${meeting.fr}${group.body === 'WORKING_GROUP' ? ',' : ''} du ${fr}`,
    titleEn: `Take note of the minutes of ${meeting.en} of ${en}`,
  };
}

function whyLeft({ decisions, elections, postponements }: LastSession, item: FormerItem): Text | null {
  // The first plenary ratifies, or edition 0 applies: no later one can (charter RULES-ADOPTION).
  if (item.subject === 'RULES_RATIFICATION') return null;
  const postponed = postponements.find(({ itemId }) => itemId === item.itemId);
  if (postponed !== undefined) {
    const { reason } = postponed;
    return {
      fr: reason === null ? 'Point reporté' : `Point reporté : ${reason}`,
      en: reason === null ? 'Item postponed' : `Item postponed: ${reason}`,
    };
  }
  if (item.kind === 'DECISION') {
    const state = decisions.find(({ itemId }) => itemId === item.itemId)?.state;
    if (state === 'ADOPTED' || state === 'REJECTED') return null;
    return { fr: 'Décision qui ne fut pas prise', en: 'Decision that was not taken' };
  }
  if (item.kind === 'ELECTION') {
    const own = elections.filter(({ office, college }) => office === item.office && college === item.college);
    // An election under way goes on, and a proclaimed one filled its seat.
    if (own.some(({ state }) => !WITHOUT_RESULT.includes(state))) return null;
    return { fr: 'Siège qui ne fut pas pourvu', en: 'Seat that was not filled' };
  }
  return null;
}
