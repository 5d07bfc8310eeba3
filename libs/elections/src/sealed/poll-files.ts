import type { RulesOfProcedure } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import type { Act, Actor } from '@hemicycle/kernel';
import { ProcedureRepository } from '@hemicycle/procedure';
import { ArchiveWriter } from '@hemicycle/sealed-ballot';
import { Injectable } from '@nestjs/common';
import type { ElectionRound } from '../election-round.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { LotsRepository } from '../lots.repository.js';
import { PollsRepository } from '../polls.repository.js';
import type { VoteHolder } from '../vote-holder.entity.js';
import { SealedPollsRepository } from './sealed-polls.repository.js';

/** What decides who reads the figures and files of a sealed round. */
export interface Readership {
  readonly round: Pick<ElectionRound, 'closedAt'>;
  /** How many ballots count. */
  readonly ballots: number;
  readonly rules: Pick<RulesOfProcedure, 'secrecyFloor'>;
  readonly counted: boolean;
  readonly scrutineers: readonly { readonly personId: string }[];
  readonly trustees: readonly { readonly personId: string }[];
}

/** Whether so few ballots were cast that the figures stay with the scrutineers (charter SECRECY-FLOOR). */
export const isUnderFloor = ({ ballots, rules }: Pick<Readership, 'ballots' | 'rules'>): boolean =>
  ballots < rules.secrecyFloor;

/** Whether anybody reads the files of a round. */
export const isPublished = (readership: Readership): boolean =>
  readership.round.closedAt !== null && !isUnderFloor(readership);

/**
 * Whether a person reads the archive of a round: once it is closed, everybody; under the floor of secrecy its scrutineers
 * and, until it is counted, the trustees, who verify it before they open it.
 */
export function readsArchive(readership: Readership, personId: string | null): boolean {
  const { round, counted, scrutineers, trustees } = readership;
  if (round.closedAt === null) return false;
  if (isPublished(readership)) return true;
  const isAmong = (people: Readership['trustees']): boolean =>
    people.some((one) => one.personId === personId);
  return personId !== null && (isAmong(scrutineers) || (!counted && isAmong(trustees)));
}

/** Whether a person may have an open box checked: the secretariat, the election's scrutineers, the trustees of its key. */
export const checksBox = (
  { personId, roles }: Actor,
  { scrutineers, trustees }: Pick<Readership, 'scrutineers' | 'trustees'>,
): boolean =>
  roles.has('SECRETARIAT') || [...scrutineers, ...trustees].some((one) => one.personId === personId);

/** Whether a person reads what the opening of a round fixed: whoever holds a vote in it, or may have its box checked. */
export const readsOpening = (
  actor: Actor,
  votesHeld: readonly VoteHolder[],
  people: Pick<Readership, 'scrutineers' | 'trustees'>,
): boolean => votesHeld.length > 0 || checksBox(actor, people);

/** The one time of the files of a round's archive, from the first on: when its poll began (4.4), in Unix seconds. */
export const archiveTimeOf = (openedAt: Date): number => Math.floor(openedAt.getTime() / 1000);

/** A file to be sent. */
export interface PollFile {
  readonly content: Buffer | string;
  /** Whether it will never change, and anybody may read it. */
  readonly isFinal: boolean;
}

/** The files of sealed rounds, for whoever may read them. */
@Injectable()
export class PollFiles {
  constructor(
    private readonly database: Database,
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly lots: LotsRepository,
    private readonly sealed: SealedPollsRepository,
    private readonly procedure: ProcedureRepository,
  ) {}

  /** The archive of a round: up to the sum of its ballots until it is counted, whole after. Null: unknown, or not for whoever acts. */
  async archive(act: Act, uuid: string): Promise<PollFile | null> {
    const found = await this.readable(act, uuid);
    if (found === null) return null;
    const { reader } = this.database;
    const result = await this.sealed.result(reader, found.roundId);
    if (result !== null) return { content: result.archive, isFinal: found.published };
    const box = await this.sealed.box(reader, found.roundId);
    return box === null ? null : { content: box.archive, isFinal: false };
  }

  /**
   * The archive of a round as its poll opened: what the opening fixed, and no ballot. It is served while the poll is open,
   * to whoever votes in it or may have its box checked; the archive published later begins with it, byte for byte. Null:
   * unknown, no longer open, or not for whoever acts.
   */
  async opening({ actor }: Act, uuid: string): Promise<PollFile | null> {
    const { reader } = this.database;
    const head = await this.sealed.pollByUuid(reader, uuid);
    if (head === null || head.voterKey === null) return null;
    const { id, electionId, openedAt } = await this.elections.round(reader, head.roundId);
    const votes = await this.polls.heldIn(reader, [id], actor.personId);
    const people = {
      scrutineers: await this.lots.scrutineers(reader, [electionId]),
      trustees: await this.sealed.trustees(reader, [head.ceremonyId]),
    };
    const poll = readsOpening(actor, votes, people) ? await this.sealed.poll(reader, id) : null;
    if (poll === null || openedAt === null) return null;
    const { trusteesFile } = await this.sealed.ceremonyById(reader, poll.ceremonyId);
    const writer = new ArchiveWriter(archiveTimeOf(openedAt));
    writer.setup(poll.electionFile, trusteesFile ?? '', poll.credentialsFile);
    return { content: Buffer.from(writer.bytes()), isFinal: false };
  }

  /** The bound proofs of a counted round. Null: unknown, not counted, or not for whoever acts. */
  async sideFile(act: Act, uuid: string): Promise<PollFile | null> {
    const found = await this.readable(act, uuid);
    const result = found === null ? null : await this.sealed.result(this.database.reader, found.roundId);
    return found === null || result === null ? null : { content: result.sideFile, isFinal: found.published };
  }

  private async readable(
    { actor: { personId } }: Act,
    uuid: string,
  ): Promise<{ readonly roundId: string; readonly published: boolean } | null> {
    const { reader } = this.database;
    const poll = await this.sealed.pollByUuid(reader, uuid);
    if (poll === null) return null;
    const { roundId, ceremonyId } = poll;
    const round = await this.elections.round(reader, roundId);
    const election = await this.elections.byId(reader, round.electionId);
    const [cast] = await this.polls.ballots(reader, [roundId]);
    const readership = {
      round,
      ballots: cast?.ballots ?? 0,
      rules: await this.procedure.rulesOfEdition(reader, election?.editionNumber ?? 0),
      counted: (await this.elections.counts(reader, [roundId])).length > 0,
      scrutineers: await this.lots.scrutineers(reader, [round.electionId]),
      trustees: await this.sealed.trustees(reader, [ceremonyId]),
    };
    return readsArchive(readership, personId) ? { roundId, published: isPublished(readership) } : null;
  }
}
