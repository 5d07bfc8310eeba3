import { AuditRepository, verifyChain } from '@hemicycle/audit';
import { Database, mayTakeLong } from '@hemicycle/database';
import { Forbidden } from '@hemicycle/graphql';
import type { Act, Text } from '@hemicycle/kernel';
import { BoxWorkers, credentialOf, listOf } from '@hemicycle/sealed-ballot-native';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ElectionRound } from '../election-round.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { LotsRepository } from '../lots.repository.js';
import { PollsRepository } from '../polls.repository.js';
import { Gate } from './gate.js';
import { setupHash } from './opening-of-seals.js';
import { checksBox } from './poll-files.js';
import { SealedPollsRepository } from './sealed-polls.repository.js';
import { StandingAnswers } from './standing-answers.js';
import { markOf, VoterKeys } from './voter-keys.js';

/** What is checked of a box while its poll is open. */
export const BOX_CHECKS = [
  'SETUP',
  'CREDENTIALS',
  'BALLOTS',
  'NUMBERING',
  'REGISTER',
  'APPEND_ONLY',
  'TRAIL',
] as const;
export type BoxCheck = (typeof BOX_CHECKS)[number];

/** A check that failed, and how often: never of whom, nor where. */
export interface BoxFault {
  readonly check: BoxCheck;
  readonly count: number;
}

/** What a check of an open box found (charter CNIL-1-10). */
export interface BoxIntegrity {
  /** When it was asked for. */
  readonly checkedAt: Date;
  /** The round's number. */
  readonly round: number;
  /** Ballots that would count, one a voter: those replaced are checked too, how many they are is nobody's to know. */
  readonly ballots: number;
  /** None: all is whole. */
  readonly faults: readonly BoxFault[];
}

/** What is wrong where a check fails. @param count how often */
export const FAULT_IN_WORDS: Readonly<Record<BoxCheck, (count: number) => Text>> = {
  SETUP: () => ({
    fr: 'Le fichier du scrutin, sa clé ou sa liste de codes ne sont plus ceux que l’ouverture a fixés.',
    en: 'The election’s file, its key or its list of credentials are no longer those that the opening fixed.',
  }),
  CREDENTIALS: (count) => ({
    fr: `Écart entre le nombre de codes de vote et celui des sièges de la liste électorale : ${count}.`,
    en: `Difference between the number of voting credentials and that of seats on the register: ${count}.`,
  }),
  BALLOTS: (count) => ({
    fr: `Bulletins altérés, d’un code qui n’est pas listé, ou dont une preuve ne tient pas : ${count}.`,
    en: `Ballots that were altered, whose credential is not listed, or of which a proof does not hold: ${count}.`,
  }),
  NUMBERING: (count) => ({
    fr: `Codes dont un bulletin manque parmi ceux qui se sont suivis : ${count}.`,
    en: `Credentials of which a ballot is missing among those that followed each other: ${count}.`,
  }),
  REGISTER: (count) => ({
    fr: `Émargements sans bulletin, ou bulletins sans émargement : ${count}.`,
    en: `Signatures of the register without a ballot, or ballots without a signature: ${count}.`,
  }),
  APPEND_ONLY: (count) => ({
    fr: `Protections des tables du vote qui ont disparu, sont suspendues ou ne sont plus ce qu’elles étaient : ${count}.`,
    en: `Guards of the poll’s tables that are gone, asleep or no longer what they were: ${count}.`,
  }),
  TRAIL: (count) => ({
    fr: `Lignes du journal d’audit altérées ou manquantes depuis l’ouverture du vote : ${count}.`,
    en: `Rows of the audit trail altered or missing since the poll opened: ${count}.`,
  }),
};

/** How long the answer of a check stands for the next who ask, in milliseconds. */
const STANDS = 60_000;
/** Ballots read at a time: enough to test their elements together, few enough for whoever asks something meanwhile. */
const PART = 200;

/**
 * Checks the box of a secret poll that is open, at one instant of it (charter CNIL-1-10): every proof of every ballot, the
 * register's signatures, what the opening fixed, the tables' guards, the audit trail. This process makes one check at a
 * time, of a round one a minute; whoever asks meanwhile gets the same answer.
 */
@Injectable()
export class BoxChecks {
  private readonly oneAtATime = new Gate(1);
  /** By round. */
  private readonly answers = new StandingAnswers<BoxIntegrity | null>(STANDS);

  constructor(
    private readonly database: Database,
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly lots: LotsRepository,
    private readonly sealed: SealedPollsRepository,
    private readonly keys: VoterKeys,
    private readonly workers: BoxWorkers,
    private readonly trail: AuditRepository,
  ) {}

  /**
   * What a check finds now; null: no secret poll of the election is open.
   * @throws Forbidden for anybody but those of {@link checksBox}
   */
  async ofElection(act: Act, electionId: string): Promise<BoxIntegrity | null> {
    const { reader } = this.database;
    const round = (await this.elections.rounds(reader, [electionId])).at(-1);
    const poll = round === undefined ? null : await this.sealed.head(reader, round.id);
    if (round === undefined || poll === null || poll.voterKey === null) return null;
    const people = {
      scrutineers: await this.lots.scrutineers(reader, [electionId]),
      trustees: await this.sealed.trustees(reader, [poll.ceremonyId]),
    };
    if (!checksBox(act.actor, people)) throw new Forbidden();
    return this.answers.to(round.id, act.at, () =>
      this.oneAtATime.through(() =>
        this.database.snapshot((snapshot) => this.check(snapshot, act.at, round)),
      ),
    );
  }

  private async check(
    reader: EntityManager,
    checkedAt: Date,
    { id, electionId, number }: ElectionRound,
  ): Promise<BoxIntegrity | null> {
    await mayTakeLong(reader);
    const last = (await this.elections.rounds(reader, [electionId])).at(-1);
    const poll = await this.sealed.poll(reader, id);
    // Its poll closed while this check waited for another: there is no open box, and what is read next may be a later round's.
    if (last?.id !== id || poll === null || poll.voterKey === null) return null;
    const { electionFile: election, credentialsFile, ceremonyId } = poll;
    const { trusteesFile } = await this.sealed.ceremonyById(reader, ceremonyId);
    const opening = await this.trail.last(reader, 'openVoting', electionId);
    const { ballots, incomplete } = await this.sealed.numbering(reader, id);
    const listed = listedIn(credentialsFile);
    const box = await this.ballotsOf(reader, id, election, new Set(listed), this.keys.open(poll.voterKey));
    const signed = new Set(await this.sealed.marks(reader, id));
    const seats = await this.polls.register(reader, [electionId]);
    const isAsFixed = setupHash(election, trusteesFile ?? '', credentialsFile) === opening?.fingerprint;
    const counts: Record<BoxCheck, number> = {
      SETUP: isAsFixed ? 0 : 1,
      CREDENTIALS: Math.abs(listed.length - seats.length),
      BALLOTS: box.atFault,
      NUMBERING: incomplete,
      REGISTER: without(signed, box.marks) + without(box.marks, signed),
      APPEND_ONLY: await this.sealed.unguarded(reader),
      TRAIL: opening === null ? 1 : await this.flawsFrom(reader, opening),
    };
    const faults = BOX_CHECKS.map((check) => ({ check, count: counts[check] }));
    return { checkedAt, round: number, ballots, faults: faults.filter(({ count }) => count > 0) };
  }

  /** How many ballots of a round are at fault, and the marks with which the register has to be signed for them. */
  private async ballotsOf(
    reader: EntityManager,
    roundId: string,
    election: string,
    listed: ReadonlySet<unknown>,
    key: Buffer,
  ): Promise<{ readonly atFault: number; readonly marks: ReadonlySet<string> }> {
    const marks = new Set<string>();
    let atFault = 0;
    for (let after = ''; ;) {
      const ballots = await this.sealed.kept(reader, roundId, after, PART);
      const last = ballots.at(-1);
      if (last === undefined) return { atFault, marks };
      const named = ballots.map(({ ballot }) => credentialOf(ballot) ?? '');
      for (const credential of named) marks.add(markOf(key, credential));
      const credentials = listOf(named, (one) => (listed.has(one) ? one : undefined));
      atFault += await this.workers.ballotsAtFault({ election, credentials, ballots });
      after = last.tracker;
    }
  }

  /** How many rows of the trail, from the poll's opening on, do not hold. */
  private async flawsFrom(
    reader: EntityManager,
    { seq, previousHash }: { readonly seq: number; readonly previousHash: string },
  ): Promise<number> {
    const before = { seq: seq - 1, hash: previousHash };
    return (await verifyChain(this.trail.rows(reader, seq), undefined, before)).flaws.length;
  }
}

/** How many of `some` are not in `others`. */
const without = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...some].filter((one) => !others.has(one)).length;

/** The credentials of a list; of one that cannot be read: none. */
function listedIn(credentialsFile: string): readonly unknown[] {
  try {
    const listed: unknown = JSON.parse(credentialsFile);
    return Array.isArray(listed) ? listed : [];
  } catch {
    return [];
  }
}
