import type { TrusteeStep } from '@hemicycle/charter';
import { tellChanged, type Tx } from '@hemicycle/database';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';
import { nextBallot } from '../ballots-of-a-seat.js';
import { VoteHolder } from '../vote-holder.entity.js';
import { KeyCeremony } from './key-ceremony.entity.js';
import { PartialDecryption } from './partial-decryption.entity.js';
import { RegisterSignature } from './register-signature.entity.js';
import { SealedBallot } from './sealed-ballot.entity.js';
import { SealedBox } from './sealed-box.entity.js';
import { SealedPoll } from './sealed-poll.entity.js';
import { SealedResult } from './sealed-result.entity.js';
import { TrusteePart } from './trustee-part.entity.js';
import { Trustee } from './trustee.entity.js';

/** A trustee with her name. */
export interface NamedTrustee extends Trustee {
  readonly personName: string;
}

/** What became of the ballot of a tracker. */
export interface TrackedBallot {
  readonly roundId: string;
  /** Whether it is the last of its credential. */
  readonly counts: boolean;
}

/** A tracker of a closed round. */
export interface BoxTracker {
  readonly roundId: string;
  readonly tracker: string;
  /** Whether its ballot counts; otherwise its voter replaced it. */
  readonly counts: boolean;
}

/** A poll without its files. */
export type SealedPollHead = Omit<SealedPoll, 'electionFile' | 'credentialsFile'>;

const HEAD = {
  roundId: true,
  ceremonyId: true,
  uuid: true,
  issuedApart: true,
  voterKey: true,
  boothHash: true,
  verifier: true,
} as const;

/** The last ballot of each credential of a round, the one that counts (charter ONE-BALLOT). */
const COUNTED = `
  SELECT DISTINCT ON (b.round_id, b.credential) b.round_id, b.tracker, b.ballot FROM sealed_ballot b
  WHERE b.round_id = ANY ($1) ORDER BY b.round_id, b.credential, b.number DESC`;

/** What a table on which an open box rests is guarded by: a trigger, and what its function does. */
interface Guard {
  readonly table: string;
  /** As PostgreSQL writes it. */
  readonly trigger: string;
  /** But for spaces and new lines. */
  readonly body: string;
}

const appendOnly = (table: string, against: string): Guard => ({
  table,
  trigger: `CREATE TRIGGER ${table}_is_append_only BEFORE ${against} ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()`,
  body: `BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END`,
});

/** As the migrations made them: somebody who owns the tables could write others under their names. */
const GUARDS: readonly Guard[] = [
  ...['register_signature', 'register_entry', 'vote_holder', 'audit_row'].map((table) =>
    appendOnly(table, 'DELETE OR UPDATE OR TRUNCATE'),
  ),
  appendOnly('sealed_ballot', 'UPDATE OR TRUNCATE'),
  {
    table: 'sealed_ballot',
    trigger:
      'CREATE CONSTRAINT TRIGGER sealed_ballot_is_back AFTER DELETE ON sealed_ballot DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ballot_is_back()',
    body: `BEGIN IF NOT EXISTS (SELECT FROM sealed_ballot b WHERE (b.round_id, b.tracker, b.credential, b.number, b.ballot) = (OLD.round_id, OLD.tracker, OLD.credential, OLD.number, OLD.ballot)) THEN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END IF; RETURN NULL; END`,
  },
];

/** Keys and those who hold them, sealed polls, their ballots, boxes and openings. */
@Injectable()
export class SealedPollsRepository {
  /** The last ceremony of each of these meetings. */
  async ceremonies(reader: EntityManager, meetingIds: readonly string[]): Promise<KeyCeremony[]> {
    const all = await reader.find(KeyCeremony, {
      where: { meetingId: In([...meetingIds]) },
      order: { number: 'ASC' },
    });
    return meetingIds.flatMap((id) => all.filter(({ meetingId }) => meetingId === id).slice(-1));
  }

  /** The last ceremony of a meeting; null: nobody was named. */
  async ceremony(reader: EntityManager, meetingId: string): Promise<KeyCeremony | null> {
    return (await this.ceremonies(reader, [meetingId]))[0] ?? null;
  }

  ceremonyById(reader: EntityManager, id: string): Promise<KeyCeremony> {
    return reader.findOneByOrFail(KeyCeremony, { id });
  }

  /**
   * Whoever makes the key with others, or names others to make one, waits here; null: unknown. Whoever watches the meeting
   * is told when the act is committed.
   */
  async lockCeremony(tx: Tx, id: string): Promise<KeyCeremony | null> {
    const ceremony = await tx.findOne(KeyCeremony, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (ceremony !== null) await tellChanged(tx, [ceremony.meetingId]);
    return ceremony;
  }

  /** The trustees of these ceremonies, by number. */
  trustees(reader: EntityManager, ceremonyIds: readonly string[]): Promise<NamedTrustee[]> {
    return reader.query(
      `SELECT t.ceremony_id AS "ceremonyId", t.number, t.capacity, t.person_id AS "personId", p.name AS "personName"
       FROM trustee t JOIN person p ON p.id = t.person_id WHERE t.ceremony_id = ANY ($1) ORDER BY t.number`,
      [ceremonyIds],
    );
  }

  /** What the trustees gave so far, by number. */
  parts(reader: EntityManager, ceremonyId: string): Promise<TrusteePart[]> {
    return reader.find(TrusteePart, { where: { ceremonyId }, order: { number: 'ASC' } });
  }

  /** Which steps the trustees of these ceremonies gave, without what they gave. */
  steps(
    reader: EntityManager,
    ceremonyIds: readonly string[],
  ): Promise<{ ceremonyId: string; number: number; step: TrusteeStep }[]> {
    return reader.find(TrusteePart, {
      select: { ceremonyId: true, number: true, step: true },
      where: { ceremonyId: In([...ceremonyIds]) },
      order: { givenAt: 'ASC' },
    });
  }

  async name(
    tx: Tx,
    ceremony: Pick<KeyCeremony, 'id' | 'meetingId' | 'namedById' | 'namedAt'>,
    trustees: readonly Omit<Trustee, 'ceremonyId'>[],
  ): Promise<void> {
    const { id: ceremonyId, meetingId } = ceremony;
    const number = ((await tx.maximum(KeyCeremony, 'number', { meetingId })) ?? 0) + 1;
    await tx.insert(KeyCeremony, { ...ceremony, number, trusteesFile: null, completedAt: null });
    await tx.insert(
      Trustee,
      trustees.map((trustee) => ({ ...trustee, ceremonyId })),
    );
  }

  async give(tx: Tx, part: TrusteePart): Promise<void> {
    await tx.insert(TrusteePart, part);
  }

  async complete(
    tx: Tx,
    id: string,
    made: { readonly trusteesFile: string; readonly completedAt: Date },
  ): Promise<void> {
    await tx.update(KeyCeremony, { id, completedAt: IsNull() }, made);
  }

  /** Whether a poll sealed with this key is open, or closed and not counted. */
  async serves(reader: EntityManager, ceremonyId: string): Promise<boolean> {
    const rows: unknown[] = await reader.query(
      `SELECT FROM sealed_poll s JOIN election_round r ON r.id = s.round_id JOIN election e ON e.id = r.election_id
       WHERE s.ceremony_id = $1 AND e.state IN ('VOTING', 'CLOSED')
         AND NOT EXISTS (SELECT FROM sealed_result x WHERE x.round_id = s.round_id)`,
      [ceremonyId],
    );
    return rows.length > 0;
  }

  async open(tx: Tx, poll: SealedPoll): Promise<void> {
    await tx.insert(SealedPoll, poll);
  }

  poll(reader: EntityManager, roundId: string): Promise<SealedPoll | null> {
    return reader.findOneBy(SealedPoll, { roundId });
  }

  pollByUuid(reader: EntityManager, uuid: string): Promise<SealedPollHead | null> {
    return reader.findOne(SealedPoll, { select: HEAD, where: { uuid } });
  }

  /** The poll of a round, without its files; null: it is by recorded votes. */
  async head(reader: EntityManager, roundId: string): Promise<SealedPollHead | null> {
    return (await this.heads(reader, [roundId]))[0] ?? null;
  }

  /** The polls of these rounds, without their files; a round by recorded votes has none. */
  heads(reader: EntityManager, roundIds: readonly string[]): Promise<SealedPollHead[]> {
    return reader.find(SealedPoll, { select: HEAD, where: { roundId: In([...roundIds]) } });
  }

  /** The elections' files of these rounds. */
  electionFiles(
    reader: EntityManager,
    roundIds: readonly string[],
  ): Promise<Pick<SealedPoll, 'roundId' | 'electionFile'>[]> {
    return reader.find(SealedPoll, {
      select: { roundId: true, electionFile: true },
      where: { roundId: In([...roundIds]) },
    });
  }

  /** Destroys what ties seats to credentials, in the rounds of an election. */
  async destroyVoterKeys(tx: Tx, electionId: string): Promise<void> {
    await tx.query(
      `UPDATE sealed_poll SET voter_key = NULL
       WHERE voter_key IS NOT NULL AND round_id IN (SELECT id FROM election_round WHERE election_id = $1)`,
      [electionId],
    );
  }

  async boxHolds(reader: EntityManager, roundId: string, tracker: string): Promise<boolean> {
    return reader.existsBy(SealedBallot, { roundId, tracker });
  }

  /** What binds a seat, or a credential, in a round's register; nothing yet: null. */
  async signatureOf(reader: EntityManager, roundId: string, memberId: string): Promise<string | null> {
    return (await reader.findOneBy(RegisterSignature, { roundId, memberId }))?.mark ?? null;
  }

  /** Whether another seat votes with the credential of this mark. */
  markServesAnother(reader: EntityManager, { roundId, memberId, mark }: RegisterSignature): Promise<boolean> {
    return reader.existsBy(RegisterSignature, { roundId, mark, memberId: Not(memberId) });
  }

  /** The ballots of a seat follow each other: whoever casts one waits here for the other. */
  async lockSeat(tx: Tx, roundId: string, memberId: string): Promise<void> {
    await tx.findOneOrFail(VoteHolder, { where: { roundId, memberId }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * Keeps a ballot after those of its credential, and signs the register with the first; the seat is locked by then. Gives
   * the tracker that it replaces; null: none.
   * @throws NoMoreBallots
   */
  async cast(
    tx: Tx,
    { roundId, memberId, mark }: RegisterSignature,
    ballot: Pick<SealedBallot, 'tracker' | 'credential' | 'ballot'>,
  ): Promise<string | null> {
    // A mark that another seat signed with meanwhile breaks the table's own rule: the race is lost, nothing is written.
    await tx.query(
      `INSERT INTO register_signature (round_id, member_id, mark) VALUES ($1, $2, $3)
       ON CONFLICT (round_id, member_id) DO NOTHING`,
      [roundId, memberId, mark],
    );
    const last = await this.lastOf(tx, roundId, ballot.credential);
    await tx.insert(SealedBallot, { ...ballot, roundId, number: nextBallot(last?.number ?? 0) });
    return last?.tracker ?? null;
  }

  /** The last ballot of a credential, given by its fingerprint, in a round; null: none. */
  lastOf(
    reader: EntityManager,
    roundId: string,
    credential: string,
  ): Promise<Pick<SealedBallot, 'tracker' | 'number'> | null> {
    return reader.findOne(SealedBallot, {
      select: { tracker: true, number: true },
      where: { roundId, credential },
      order: { number: 'DESC' },
    });
  }

  /** Ballots of a round after a tracker, replaced ones included, by tracker; so many at most. */
  kept(
    reader: EntityManager,
    roundId: string,
    after: string,
    count: number,
  ): Promise<Pick<SealedBallot, 'tracker' | 'credential' | 'ballot'>[]> {
    return reader.find(SealedBallot, {
      select: { tracker: true, credential: true, ballot: true },
      where: { roundId, tracker: MoreThan(after) },
      order: { tracker: 'ASC' },
      take: count,
    });
  }

  /** How many ballots would count in a round, and of how many of them one that came before is missing. */
  async numbering(
    reader: EntityManager,
    roundId: string,
  ): Promise<{ readonly ballots: number; readonly incomplete: number }> {
    const rows: { ballots: number; incomplete: number }[] = await reader.query(
      `SELECT count(*)::integer AS ballots, count(*) FILTER (WHERE last <> kept)::integer AS incomplete
       FROM (SELECT max(number) AS last, count(*) AS kept FROM sealed_ballot
             WHERE round_id = $1 GROUP BY credential) voters`,
      [roundId],
    );
    return rows[0] ?? { ballots: 0, incomplete: 0 };
  }

  /** What the seats that voted in a round signed the register with, in no order. */
  async marks(reader: EntityManager, roundId: string): Promise<string[]> {
    const signatures = await reader.find(RegisterSignature, { select: { mark: true }, where: { roundId } });
    return signatures.map(({ mark }) => mark);
  }

  /** How many of the guards of an open box's tables are gone, put to sleep, or no longer what they were. */
  async unguarded(reader: EntityManager): Promise<number> {
    const rows: unknown[] = await reader.query(
      `SELECT FROM unnest($1::text[], $2::text[], $3::text[]) AS guard (on_table, trigger, body)
       WHERE NOT EXISTS (SELECT FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid
                         WHERE t.tgrelid = guard.on_table::regclass AND t.tgenabled IN ('O', 'A')
                           AND pg_get_triggerdef(t.oid, true) = guard.trigger
                           AND btrim(regexp_replace(f.prosrc, '\\s+', ' ', 'g')) = guard.body)`,
      [
        GUARDS.map(({ table }) => table),
        GUARDS.map(({ trigger }) => trigger),
        GUARDS.map(({ body }) => body),
      ],
    );
    return rows.length;
  }

  /** What became of a tracker in the rounds of an election; null: no box has held it. */
  async tracked(reader: EntityManager, electionId: string, tracker: string): Promise<TrackedBallot | null> {
    const rows: TrackedBallot[] = await reader.query(
      `SELECT b.round_id AS "roundId",
              NOT EXISTS (SELECT FROM sealed_ballot later WHERE later.round_id = b.round_id
                          AND later.credential = b.credential AND later.number > b.number) AS counts
       FROM sealed_ballot b JOIN election_round r ON r.id = b.round_id
       WHERE r.election_id = $1 AND b.tracker = $2`,
      [electionId, tracker],
    );
    return rows[0] ?? null;
  }

  /** The ballots of a closed round that count, by tracker: an order that says nothing of the votes' (charter CNIL-1-07). */
  async ballotsThatCount(reader: EntityManager, roundId: string): Promise<string[]> {
    const rows: { ballot: string }[] = await reader.query(
      `SELECT ballot FROM (${COUNTED}) counted ORDER BY tracker COLLATE "C"`,
      [[roundId]],
    );
    return rows.map(({ ballot }) => ballot);
  }

  /** The trackers of closed rounds, sorted. */
  trackers(reader: EntityManager, roundIds: readonly string[]): Promise<BoxTracker[]> {
    return reader.query(
      `SELECT b.round_id AS "roundId", b.tracker, c.tracker IS NOT NULL AS counts
       FROM sealed_ballot b JOIN election_round r ON r.id = b.round_id AND r.closed_at IS NOT NULL
       LEFT JOIN (${COUNTED}) c ON c.round_id = b.round_id AND c.tracker = b.tracker
       WHERE b.round_id = ANY ($1) ORDER BY b.tracker COLLATE "C"`,
      [roundIds],
    );
  }

  /** The seats that voted in these closed rounds, by member number: never before the closing. */
  voted(
    reader: EntityManager,
    roundIds: readonly string[],
  ): Promise<{ roundId: string; memberId: string }[]> {
    return reader.query(
      `SELECT s.round_id AS "roundId", s.member_id AS "memberId"
       FROM register_signature s JOIN election_round r ON r.id = s.round_id AND r.closed_at IS NOT NULL
       JOIN member m ON m.id = s.member_id
       WHERE s.round_id = ANY ($1) ORDER BY m.number`,
      [roundIds],
    );
  }

  /** Fixes the box of a round. */
  async close(tx: Tx, box: SealedBox): Promise<void> {
    await tx.insert(SealedBox, box);
    // PostgreSQL notes with each row the transaction that wrote it, and keeps rows in the order in which they came: for a
    // ballot, both are those of a seat's signature. Written again by this one transaction, in another order, they are not.
    await tx.query(
      `WITH taken AS (DELETE FROM sealed_ballot WHERE round_id = $1 RETURNING *)
       INSERT INTO sealed_ballot (round_id, tracker, credential, number, ballot)
       SELECT round_id, tracker, credential, number, ballot FROM taken ORDER BY tracker COLLATE "C"`,
      [box.roundId],
    );
  }

  box(reader: EntityManager, roundId: string): Promise<SealedBox | null> {
    return reader.findOneBy(SealedBox, { roundId });
  }

  /** What the trustees gave to open a round's box, by number. */
  decryptions(reader: EntityManager, roundId: string): Promise<PartialDecryption[]> {
    return reader.find(PartialDecryption, { where: { roundId }, order: { number: 'ASC' } });
  }

  /** Which trustees opened these rounds' boxes, by number. */
  openers(
    reader: EntityManager,
    roundIds: readonly string[],
  ): Promise<Pick<PartialDecryption, 'roundId' | 'number'>[]> {
    return reader.find(PartialDecryption, {
      select: { roundId: true, number: true },
      where: { roundId: In([...roundIds]) },
      order: { number: 'ASC' },
    });
  }

  async decrypt(tx: Tx, decryption: PartialDecryption): Promise<void> {
    await tx.insert(PartialDecryption, decryption);
  }

  async end(tx: Tx, result: SealedResult): Promise<void> {
    await tx.insert(SealedResult, result);
  }

  result(reader: EntityManager, roundId: string): Promise<SealedResult | null> {
    return reader.findOneBy(SealedResult, { roundId });
  }
}
