import { sha256 } from '@hemicycle/audit';
import { type DecisionState, effectInWords, type VoteChoice } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import type { College, Day, Text } from '@hemicycle/kernel';
import type { MandateEndReason, Office } from '@hemicycle/mandates';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DecisionSubject } from './agenda-item.entity.js';
import { DecisionObjection } from './decision-objection.entity.js';
import { type Capacity, DecisionSeat } from './decision-seat.entity.js';
import { DecisionVote } from './decision-vote.entity.js';
import { decisionNamed } from './decision-named.js';
import { Decision } from './decision.entity.js';
import type { Body } from './meeting.entity.js';

/** Any number, the same in every process: whoever takes a decision holds it, so that numbers follow each other. */
const NUMBERING_LOCK = 7_364_009;

/** A decision with what its item says, and who did what by name. */
export interface ListedDecision extends Decision {
  readonly title: Text;
  /** What was decided on; in French where nobody wrote it in English. */
  readonly wording: Text;
  /** « 2024-3 »: year and order; null: not taken. */
  readonly reference: string | null;
  /** The body whose meeting it was. */
  readonly body: Body;
  /** « Décision 2024-3 de la séance plénière », “Recommendation 2024-4 of …”; null: not taken. */
  readonly named: Text | null;
  /** The place of its item on the agenda, from 1. */
  readonly position: number;
  /** What the charter makes follow from it; null: nothing by itself. */
  readonly subject: DecisionSubject | null;
  readonly objectId: string | null;
  /** The working group that it sets up, closes or names a facilitator to; null: it is on something else. */
  readonly groupId: string | null;
  /** What followed, in words; null: nothing by itself, or it was not adopted. */
  readonly effect: Text | null;
  readonly orderedBy: NamedPerson;
  readonly openedBy: NamedPerson | null;
  readonly closedBy: NamedPerson | null;
}

/** A seat in a recorded vote, and the last answer that it gave; null: none. */
export interface SeatVote {
  readonly decisionId: string;
  readonly memberId: string;
  readonly college: College;
  readonly holder: NamedPerson;
  readonly capacity: Capacity;
  readonly choice: VoteChoice | null;
}

/** An objection recorded with a consensus. */
export interface ListedObjection {
  readonly decisionId: string;
  readonly number: number;
  /** Null: she did not ask for her name. */
  readonly memberId: string | null;
  readonly name: string | null;
  /** In her own words and language. */
  readonly words: string;
}

/** What is looked for among the decisions taken; `null` for a criterion leaves it open. */
export interface DecisionSearch {
  /** Words of the titles and wordings, in French or English, accents or not; or a reference. */
  readonly words: string | null;
  readonly year: number | null;
  readonly subject: DecisionSubject | null;
  readonly state: DecisionState | null;
  /** The year and number of the last one shown. */
  readonly after: readonly unknown[] | null;
  readonly limit: number;
}

type DecisionRow = Omit<ListedDecision, 'title' | 'wording' | 'reference' | 'named' | 'effect'> & {
  /** The working group whose meeting took it; null: another body’s. */
  readonly theme: Text | null;
  /** What it is on, as that stands now. */
  readonly about: {
    readonly editionNumber: number | null;
    readonly inForceFromOn: Day | null;
    readonly holder: string | null;
    readonly office: Office | null;
    readonly college: College | null;
    readonly endReason: MandateEndReason | null;
    readonly themeFr: string | null;
    readonly themeEn: string | null;
    readonly facilitator: string | null;
    readonly commitments: readonly number[] | null;
    /** Those with whom the group was proposed, by member number; null: no group. */
    readonly facilitators: readonly { readonly name: string; readonly college: College }[] | null;
  };
};

const PERSON = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('id', ${alias}.id, 'name', ${alias}.name) END`;

const LISTED = `
  SELECT d.id, d.meeting_id AS "meetingId", d.agenda_version AS "agendaVersion", d.item_id AS "itemId", d.state,
         d.way, d.title_fr AS "titleFr", d.title_en AS "titleEn", d.wording_fr AS "wordingFr",
         d.wording_en AS "wordingEn", d.taken_on AS "takenOn", d.year, d.number,
         d.majority, d.ordered_by_id AS "orderedById", d.ordered_at AS "orderedAt", d.opened_by_id AS "openedById",
         d.opened_at AS "openedAt", d.quorum_number AS "quorumNumber", d.closed_by_id AS "closedById", d.closed_at AS "closedAt", i.subject,
         i.object_id AS "objectId", g.id AS "groupId", i.position, json_build_object('editionNumber', e.number, 'inForceFromOn', e.in_force_from_on, 'holder', hp.name,
                           'office', t.office, 'college', t.college, 'endReason', t.end_reason,
                           'themeFr', g.theme_fr, 'themeEn', g.theme_en, 'facilitator', fp.name, 'commitments', g.commitments,
                           'facilitators', (SELECT json_agg(json_build_object('name', wp.name, 'college', wm.college) ORDER BY wm.number)
                                            FROM facilitator_proposal w
                                            JOIN member wm ON wm.id = w.member_id
                                            JOIN person wp ON wp.id = wm.person_id
                                            WHERE w.group_id = g.id AND w.with_group)) AS about,
         mt.body, CASE WHEN mg.id IS NOT NULL THEN json_build_object('fr', mg.theme_fr, 'en', mg.theme_en) END AS theme,
         ${PERSON('o')} AS "orderedBy", ${PERSON('p')} AS "openedBy", ${PERSON('c')} AS "closedBy"
  FROM decision d
  JOIN agenda_item i ON i.meeting_id = d.meeting_id AND i.version = d.agenda_version AND i.item_id = d.item_id
  JOIN meeting mt ON mt.id = d.meeting_id
  LEFT JOIN working_group mg ON mg.id = mt.group_id
  JOIN person o ON o.id = d.ordered_by_id
  LEFT JOIN person p ON p.id = d.opened_by_id
  LEFT JOIN person c ON c.id = d.closed_by_id
  LEFT JOIN rules_of_procedure_edition e ON i.subject = 'RULES_EDITION' AND e.id = i.object_id
  LEFT JOIN mandate t ON i.subject = 'COMMITTEE_REMOVAL' AND t.id = i.object_id
  LEFT JOIN member h ON h.id = t.member_id
  LEFT JOIN person hp ON hp.id = h.person_id
  LEFT JOIN facilitator_proposal f ON i.subject = 'FACILITATOR_NAMING' AND f.id = i.object_id
  LEFT JOIN member fm ON fm.id = f.member_id
  LEFT JOIN person fp ON fp.id = fm.person_id
  LEFT JOIN working_group g ON g.id = CASE
    WHEN i.subject IN ('WORKING_GROUP_SETUP', 'WORKING_GROUP_CLOSURE') THEN i.object_id ELSE f.group_id END`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function listed({ about, theme, ...decision }: DecisionRow): ListedDecision {
  const { titleFr, titleEn, wordingFr, wordingEn, year, number, body } = decision;
  const reference = number === null ? null : `${year}-${number}`;
  const named = reference === null ? null : decisionNamed({ body, theme, reference });
  return {
    ...decision,
    title: { fr: titleFr, en: titleEn },
    wording: { fr: wordingFr, en: wordingEn ?? wordingFr },
    reference,
    named: named === null ? null : { fr: capital(named.fr), en: capital(named.en) },
    effect: effectOf({ ...decision, about }),
  };
}

function effectOf({ subject, state, takenOn, about }: Omit<DecisionRow, 'theme'>): Text | null {
  if (state !== 'ADOPTED' || takenOn === null) return null;
  const { editionNumber, inForceFromOn, holder, office, college, endReason } = about;
  if (subject === 'RULES_RATIFICATION') return effectInWords({ subject });
  if (subject === 'RULES_EDITION' && editionNumber !== null && inForceFromOn !== null) {
    return effectInWords({ subject, number: editionNumber, inForceFromOn });
  }
  if (subject === 'COMMITTEE_REMOVAL' && holder !== null && office !== null && college !== null) {
    return effectInWords({ subject, holder, office, college, takenOn, removed: endReason === 'REMOVED' });
  }
  const { themeFr, themeEn, facilitator, commitments, facilitators } = about;
  if (themeFr === null || themeEn === null) return null;
  const theme = { fr: themeFr, en: themeEn };
  if (subject === 'WORKING_GROUP_SETUP' && commitments !== null && facilitators !== null) {
    return effectInWords({ subject, theme, commitments, facilitators, takenOn });
  }
  if (subject === 'WORKING_GROUP_CLOSURE') return effectInWords({ subject, theme, takenOn });
  if (subject === 'FACILITATOR_NAMING' && facilitator !== null) {
    return effectInWords({ subject, theme, facilitator, takenOn });
  }
  return null;
}

/** An item taken up to be decided, with its wording. */
export type DecisionTakenUp = Pick<
  Decision,
  | 'id'
  | 'meetingId'
  | 'agendaVersion'
  | 'itemId'
  | 'titleFr'
  | 'titleEn'
  | 'wordingFr'
  | 'wordingEn'
  | 'orderedById'
  | 'orderedAt'
>;

/** What an act fixes of a decision, for the audit trail: SHA-256, in hex, of its wording, in French then in English. */
export const wordingFingerprint = ({ wordingFr, wordingEn }: ListedDecision): string =>
  sha256(`${wordingFr}\n${wordingEn ?? ''}`);

@Injectable()
export class DecisionsRepository {
  /** The decision's row, locked until the end of the transaction; null: unknown. The meeting's is locked before. */
  lock(tx: Tx, id: string): Promise<Decision | null> {
    return tx.findOne(Decision, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  byId(reader: EntityManager, id: string): Promise<Decision | null> {
    return reader.findOneBy(Decision, { id });
  }

  /** The decision that an item was put to; null: it was not. */
  onItem(reader: EntityManager, meetingId: string, itemId: string): Promise<Decision | null> {
    return reader.findOneBy(Decision, { meetingId, itemId });
  }

  async listed(reader: EntityManager, id: string): Promise<ListedDecision | null> {
    const [decision]: DecisionRow[] = await reader.query(`${LISTED} WHERE d.id = $1`, [id]);
    return decision === undefined ? null : listed(decision);
  }

  /** Unknown ones are left out. */
  async byIds(reader: EntityManager, ids: readonly string[]): Promise<ListedDecision[]> {
    const rows: DecisionRow[] = await reader.query(`${LISTED} WHERE d.id = ANY ($1)`, [ids]);
    return rows.map(listed);
  }

  /** @throws RangeError for an id that names nothing. */
  async known(reader: EntityManager, id: string): Promise<ListedDecision> {
    const decision = await this.listed(reader, id);
    if (decision === null) throw new RangeError(`No decision ${id}`);
    return decision;
  }

  /** The decisions of these meetings, taken or not, in the order in which they were taken up. */
  async ofMeetings(reader: EntityManager, meetingIds: readonly string[]): Promise<ListedDecision[]> {
    const rows: DecisionRow[] = await reader.query(
      `${LISTED} WHERE d.meeting_id = ANY ($1) ORDER BY d.ordered_at, d.id`,
      [meetingIds],
    );
    return rows.map(listed);
  }

  /** The decisions on these groups and on their facilitators, taken or not, in the order in which they were taken up. */
  async onGroups(reader: EntityManager, groupIds: readonly string[]): Promise<ListedDecision[]> {
    const rows: DecisionRow[] = await reader.query(
      `${LISTED} WHERE g.id = ANY ($1) ORDER BY d.ordered_at, d.id`,
      [groupIds],
    );
    return rows.map(listed);
  }

  /** The decisions on these objects — editions, mandates —, taken or not, in the order in which they were taken up. */
  async onObjects(reader: EntityManager, objectIds: readonly string[]): Promise<ListedDecision[]> {
    const rows: DecisionRow[] = await reader.query(
      `${LISTED} WHERE i.object_id = ANY ($1) ORDER BY d.ordered_at, d.id`,
      [objectIds],
    );
    return rows.map(listed);
  }

  /** The decision that ratified the founding group's edition; null: none did. */
  async ratification(reader: EntityManager): Promise<ListedDecision | null> {
    const [row]: DecisionRow[] = await reader.query(
      `${LISTED} WHERE i.subject = 'RULES_RATIFICATION' AND d.state = 'ADOPTED'`,
    );
    return row === undefined ? null : listed(row);
  }

  /** The decisions taken, the latest first. */
  async search(
    reader: EntityManager,
    { words, year, subject, state, after, limit }: DecisionSearch,
  ): Promise<ListedDecision[]> {
    const rows: DecisionRow[] = await reader.query(
      `${LISTED} WHERE d.number IS NOT NULL
         AND ($1::text IS NULL OR d.year || '-' || d.number = $1
              OR decision_words(d.title_fr, d.title_en, d.wording_fr, d.wording_en)
                 @@ (websearch_to_tsquery('french', plain_words($1)) || websearch_to_tsquery('english', plain_words($1))))
         AND ($2::integer IS NULL OR d.year = $2)
         AND ($3::text IS NULL OR i.subject = $3)
         AND ($4::text IS NULL OR d.state = $4)
         AND ($5::bigint IS NULL OR (d.year, d.number) < ($5, $6::bigint))
       ORDER BY d.year DESC, d.number DESC LIMIT $7`,
      [words, year, subject, state, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
    return rows.map(listed);
  }

  /** Puts an item to the vote: the wording is fixed from then on. */
  async order(tx: Tx, decision: DecisionTakenUp): Promise<void> {
    await tx.insert(Decision, { ...decision, way: 'VOTE', state: 'ORDERED' });
  }

  /** Records what was decided by consensus, with the objections to it in their order. */
  async agree(
    tx: Tx,
    decision: DecisionTakenUp & { readonly takenOn: Day },
    objections: readonly Pick<DecisionObjection, 'memberId' | 'words'>[],
  ): Promise<void> {
    const { id: decisionId, orderedById, orderedAt, takenOn } = decision;
    await tx.insert(Decision, {
      ...decision,
      way: 'CONSENSUS',
      state: 'ADOPTED',
      closedById: orderedById,
      closedAt: orderedAt,
      ...(await this.nextNumber(tx, takenOn)),
    });
    await tx.insert(
      DecisionObjection,
      objections.map((objection, index) => ({ ...objection, decisionId, number: index + 1 })),
    );
  }

  private async nextNumber(
    tx: Tx,
    takenOn: Day,
  ): Promise<{ readonly year: number; readonly number: number }> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [NUMBERING_LOCK]);
    const year = Number(takenOn.slice(0, 4));
    const [{ last } = { last: null }]: { last: number | null }[] = await tx.query(
      `SELECT max(number) AS last FROM decision WHERE year = $1`,
      [year],
    );
    return { year, number: (last ?? 0) + 1 };
  }

  /** The objections to these decisions, each decision's in its order. */
  objections(reader: EntityManager, decisionIds: readonly string[]): Promise<ListedObjection[]> {
    return reader.query(
      `SELECT o.decision_id AS "decisionId", o.number, o.member_id AS "memberId", p.name, o.words
       FROM decision_objection o
       LEFT JOIN member m ON m.id = o.member_id
       LEFT JOIN person p ON p.id = m.person_id
       WHERE o.decision_id = ANY ($1) ORDER BY o.decision_id, o.number`,
      [decisionIds],
    );
  }

  /** Opens the vote, and fixes who holds the vote of each seat. */
  async open(
    tx: Tx,
    id: string,
    opening: {
      readonly majority: Decision['majority'];
      readonly openedById: string;
      readonly openedAt: Date;
      readonly quorumNumber: number;
    },
    seats: readonly Omit<DecisionSeat, 'decisionId'>[],
  ): Promise<void> {
    await tx.update(Decision, { id }, { ...opening, state: 'VOTING' });
    await tx.insert(
      DecisionSeat,
      seats.map((seat) => ({ ...seat, decisionId: id })),
    );
  }

  async close(
    tx: Tx,
    id: string,
    closing: {
      readonly state: 'ADOPTED' | 'REJECTED';
      readonly closedById: string;
      readonly closedAt: Date;
      readonly takenOn: Day;
    },
  ): Promise<void> {
    await tx.update(Decision, { id }, { ...closing, ...(await this.nextNumber(tx, closing.takenOn)) });
  }

  /** What was ordered in a session that closes without a vote is carried over. */
  async carryOver(tx: Tx, meetingId: string): Promise<void> {
    await tx.update(Decision, { meetingId, state: 'ORDERED' }, { state: 'CARRIED_OVER' });
  }

  seat(reader: EntityManager, decisionId: string, memberId: string): Promise<DecisionSeat | null> {
    return reader.findOneBy(DecisionSeat, { decisionId, memberId });
  }

  /** The seats whose vote a person holds. */
  seatsHeldBy(reader: EntityManager, decisionId: string, personId: string): Promise<DecisionSeat[]> {
    return reader.findBy(DecisionSeat, { decisionId, personId });
  }

  /** Adds an answer after those that the seat gave before. The decision's row is locked by then. */
  async cast(tx: Tx, vote: Omit<DecisionVote, 'number'>): Promise<void> {
    const { decisionId, memberId } = vote;
    const last = await tx.maximum(DecisionVote, 'number', { decisionId, memberId });
    await tx.insert(DecisionVote, { ...vote, number: (last ?? 0) + 1 });
  }

  /** Every seat of these votes with its last answer, by member number. For those that are closed, or by their count. */
  votes(reader: EntityManager, decisionIds: readonly string[]): Promise<SeatVote[]> {
    return reader.query(
      `SELECT s.decision_id AS "decisionId", s.member_id AS "memberId", s.college, v.choice,
              CASE WHEN v.cast_by_id = m.person_id THEN 'MEMBER' ELSE s.capacity END AS capacity,
              json_build_object('id', p.id, 'name', p.name) AS holder
       FROM decision_seat s
       JOIN member m ON m.id = s.member_id
       LEFT JOIN LATERAL (
         SELECT choice, cast_by_id FROM decision_vote v
         WHERE v.decision_id = s.decision_id AND v.member_id = s.member_id ORDER BY v.number DESC LIMIT 1
       ) v ON true
       JOIN person p ON p.id = coalesce(v.cast_by_id, s.person_id)
       WHERE s.decision_id = ANY ($1) ORDER BY m.number`,
      [decisionIds],
    );
  }
}
