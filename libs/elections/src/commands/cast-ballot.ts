import { PeopleRepository, SessionsRepository } from '@hemicycle/accounts';
import { castBallot, FRESH_SIGN_IN_MINUTES, judge, type Violation } from '@hemicycle/charter';
import { Database, isLostRace, tellChanged, type Tx } from '@hemicycle/database';
import { Conflict, NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { ballotFrom, fingerprintOf, publicCredential } from '@hemicycle/sealed-ballot';
import { BoxWorkers, TooManyBallots } from '@hemicycle/sealed-ballot-native';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import type { ElectionRound } from '../election-round.entity.js';
import type { Election } from '../election.entity.js';
import { nextBallot } from '../ballots-of-a-seat.js';
import { ElectionsRepository } from '../elections.repository.js';
import { PollsRepository } from '../polls.repository.js';
import { BallotTurns } from '../sealed/ballot-turns.js';
import { badSealedObject, reading } from '../sealed/failed-check.js';
import { group } from '../sealed/key-making.js';
import { OpenedPolls } from '../sealed/opened-polls.js';
import { isOver } from '../round-time.js';
import { type SealedPollHead, SealedPollsRepository } from '../sealed/sealed-polls.repository.js';
import { credentialOfSeat, markOf, VoterKeys } from '../sealed/voter-keys.js';
import { ELECTION_THING } from '../things.js';

/** What a voter is told once her ballot is in the box. */
export interface SealedReceipt {
  readonly election: Election;
  /** The round's number. */
  readonly round: number;
  readonly tracker: string;
  /** The tracker of her ballot that this one replaces; null: it is her first. */
  readonly replacedTracker: string | null;
}

/** A ballot as a device sent it: what it says of itself, before anything of it is checked. */
class BallotSent {
  readonly tracker: string;
  /** The public credential that it names. */
  readonly credential: string;
  /** Of the seat for which it was last asked: deriving it is slow on purpose, and the verdict is given twice. */
  private derived: { readonly seat: string; readonly credential: string } | null = null;

  /** @throws BadUserInput where it is no ballot */
  constructor(readonly ballot: string) {
    this.tracker = fingerprintOf(ballot);
    this.credential = reading('ballot', () => ballotFrom(ballot)).credential;
  }

  /** Whether it names the credential that the server issued to a seat, in the poll of this name and key. */
  isOf(memberId: string, uuid: string, key: Buffer): boolean {
    const seat = `${uuid} ${memberId}`;
    if (this.derived?.seat !== seat) {
      this.derived = { seat, credential: publicCredential(group(), uuid, credentialOfSeat(key, memberId)) };
    }
    return this.derived.credential === this.credential;
  }
}

const TOO_MANY = {
  fr: 'Beaucoup de bulletins arrivent en ce moment. Rien n’a été enregistré ; renvoyez le vôtre dans une minute.',
  en: 'Many ballots are arriving at this moment. Nothing was stored; send yours again in a minute.',
};

/**
 * Puts a sealed ballot in the box of the round under way (charter CNIL-1-02): every proof of it is verified first, in a
 * thread, so that the server stays free; then, in one transaction, the ballot is kept and the register signed. Again and
 * again if she likes, the last one counts. It leaves no row in the audit trail, and its line in the log does not say who acts.
 */
@Injectable()
export class CastBallot {
  private readonly logger = new Logger('command');

  constructor(
    private readonly database: Database,
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly sealed: SealedPollsRepository,
    private readonly opened: OpenedPolls,
    private readonly turns: BallotTurns,
    private readonly keys: VoterKeys,
    private readonly workers: BoxWorkers,
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  /**
   * @param ballot null: judged as for a ballot of her own that is new.
   * @param proved whether its proofs were checked: only whoever holds the credential that it names may learn from a refusal
   * that the credential served.
   */
  async verdict(
    reader: EntityManager,
    act: Act,
    election: Election,
    round: ElectionRound | null,
    poll: SealedPollHead | null,
    ballot: BallotSent | null,
    proved = false,
  ): Promise<Violation[]> {
    return judge(castBallot, {
      state: election.state,
      closed: round !== null && isOver(round, act.at),
      voter: await this.polls.standingOf(reader, round?.id ?? null, {
        personId: act.actor.personId,
        on: act.on,
      }),
      sealed: poll !== null,
      freshlySignedIn: await this.isFreshlySignedIn(reader, act),
      addressChanged: await this.addressChanged(reader, act, election.id),
      replayed:
        ballot !== null &&
        poll !== null &&
        (await this.sealed.boxHolds(reader, poll.roundId, ballot.tracker)),
      ofAnotherSeat:
        ballot !== null && poll !== null && (await this.isOfAnotherSeat(reader, act, poll, ballot, proved)),
    });
  }

  private isFreshlySignedIn(reader: EntityManager, act: Act): Promise<boolean> {
    return this.sessions.signedInWithin(reader, act, FRESH_SIGN_IN_MINUTES);
  }

  /** Whether the address by which she signs in is another than when the register was fixed. */
  private async addressChanged(
    reader: EntityManager,
    { actor: { personId } }: Act,
    electionId: string,
  ): Promise<boolean> {
    if (personId === null) return false;
    const [first] = await this.elections.rounds(reader, [electionId]);
    const { emailChangedAt } = await this.people.byId(reader, personId);
    const frozenAt = first?.openedAt ?? null;
    return emailChangedAt !== null && frozenAt !== null && emailChangedAt > frozenAt;
  }

  private async isOfAnotherSeat(
    reader: EntityManager,
    { actor: { personId } }: Act,
    { roundId, uuid, voterKey, issuedApart }: SealedPollHead,
    ballot: BallotSent,
    proved: boolean,
  ): Promise<boolean> {
    const held = personId === null ? null : await this.polls.heldBy(reader, roundId, personId);
    if (held === null || voterKey === null) return false;
    const { memberId } = held;
    const key = this.keys.open(voterKey);
    if (!issuedApart && !ballot.isOf(memberId, uuid, key)) return true;
    const mark = markOf(key, ballot.credential);
    const signed = await this.sealed.signatureOf(reader, roundId, memberId);
    return (
      (signed !== null && signed !== mark) ||
      (proved && (await this.sealed.markServesAnother(reader, { roundId, memberId, mark })))
    );
  }

  /** The secret credential of whoever acts, in the round under way, where the server issued it; null: none for her. */
  async credentialOf(reader: EntityManager, act: Act, electionId: string): Promise<string | null> {
    const { personId } = act.actor;
    const round = (await this.elections.rounds(reader, [electionId])).at(-1);
    const poll = round === undefined ? null : await this.sealed.head(reader, round.id);
    const voterKey = poll?.voterKey ?? null;
    if (round === undefined || poll === null || voterKey === null || personId === null) return null;
    if (poll.issuedApart) return null;
    if (isOver(round, act.at) || !(await this.isFreshlySignedIn(reader, act))) return null;
    if (await this.addressChanged(reader, act, electionId)) return null;
    const held = await this.polls.heldBy(reader, round.id, personId);
    return held === null ? null : credentialOfSeat(this.keys.open(voterKey), held.memberId);
  }

  async execute(
    act: Act,
    { electionId, ballot: raw }: { readonly electionId: string; readonly ballot: string },
  ): Promise<SealedReceipt | RuleRefusal> {
    try {
      const result = await this.turns.ofVoter(actingPerson(act), () => this.cast(act, electionId, raw));
      this.logger.log({ command: 'castBallot', outcome: result instanceof RuleRefusal ? 'refused' : 'done' });
      return result;
    } catch (error) {
      if (isLostRace(error)) throw new Conflict();
      throw error;
    }
  }

  private async cast(act: Act, electionId: string, raw: string): Promise<SealedReceipt | RuleRefusal> {
    const { reader } = this.database;
    const ballot = new BallotSent(raw);
    // First what costs little: whoever has no vote here makes no thread work.
    const refusal = await this.turns.atTheBox(() => this.refusal(reader, act, electionId, ballot));
    if (refusal instanceof RuleRefusal) return refusal;
    const { roundId } = refusal;
    await this.check(roundId, ballot);
    return this.turns.atTheBox(() =>
      this.database.transaction((tx) => this.keep(tx, act, roundId, electionId, ballot)),
    );
  }

  private async refusal(
    reader: EntityManager,
    act: Act,
    electionId: string,
    ballot: BallotSent,
  ): Promise<RuleRefusal | SealedPollHead> {
    const election = await this.elections.byId(reader, electionId);
    if (election === null) throw new NotFound(ELECTION_THING, electionId);
    const round = (await this.elections.rounds(reader, [electionId])).at(-1) ?? null;
    const poll = round === null ? null : await this.sealed.head(reader, round.id);
    const violations = await this.verdict(reader, act, election, round, poll, ballot);
    if (violations.length > 0 || poll === null) return new RuleRefusal(violations);
    // Asked here too: one that cannot be kept is not worth a thread.
    nextBallot(
      (await this.sealed.lastOf(reader, poll.roundId, fingerprintOf(ballot.credential)))?.number ?? 0,
    );
    return poll;
  }

  /** @throws BadUserInput where a check of the ballot fails */
  private async check(roundId: string, { ballot, credential }: BallotSent): Promise<void> {
    const { electionFile: election, credentials } = await this.opened.of(roundId);
    if (!credentials.has(credential)) {
      throw badSealedObject('ballot', { check: 'credential-listed', place: 'credential' });
    }
    try {
      const fault = await this.workers.judgeBallot({ election, credential, ballot });
      if (fault !== null) throw badSealedObject('ballot', fault);
    } catch (error) {
      if (error instanceof TooManyBallots) throw new Conflict(TOO_MANY);
      throw error;
    }
  }

  private async keep(
    tx: Tx,
    act: Act,
    checkedFor: string,
    electionId: string,
    ballot: BallotSent,
  ): Promise<SealedReceipt | RuleRefusal> {
    // Shared: ballots are cast side by side, and whoever closes waits for them; what is read next is what stands then.
    const round = await this.polls.shareLastRound(tx, electionId);
    const election = await this.elections.byId(tx, electionId);
    if (election === null) throw new NotFound(ELECTION_THING, electionId);
    // Another round may have opened while the ballot was checked: it enters the box that it was checked for, or none.
    if (round?.id !== checkedFor) throw new Conflict();
    const poll = await this.sealed.head(tx, round.id);
    const held = await this.polls.heldBy(tx, round.id, actingPerson(act));
    if (held !== null) await this.sealed.lockSeat(tx, round.id, held.memberId);
    const violations = await this.verdict(tx, act, election, round, poll, ballot, true);
    const voterKey = poll?.voterKey ?? null;
    if (violations.length > 0 || held === null || voterKey === null) {
      return new RuleRefusal(violations);
    }
    const mark = markOf(this.keys.open(voterKey), ballot.credential);
    const replacedTracker = await this.sealed.cast(
      tx,
      { roundId: round.id, memberId: held.memberId, mark },
      {
        tracker: ballot.tracker,
        credential: fingerprintOf(ballot.credential),
        ballot: ballot.ballot,
      },
    );
    // What anybody may read changed: the number of ballots. That somebody voted again is nobody's to know.
    if (replacedTracker === null) await tellChanged(tx, [electionId]);
    return { election, round: round.number, tracker: ballot.tracker, replacedTracker };
  }
}
