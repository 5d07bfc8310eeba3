import { PeopleRepository } from '@hemicycle/accounts';
import {
  EDITION_0,
  electorate,
  type NextRoundFacts,
  type NominationsFacts,
  type ResultFacts,
  type RulesOfProcedure,
  type SeatAtStake,
} from '@hemicycle/charter';
import { type Act, type Day, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { AttendanceRepository, type Meeting, MeetingsRepository, Sessions } from '@hemicycle/meetings';
import { MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CountResult } from './election-count.entity.js';
import type { ElectionRound } from './election-round.entity.js';
import type { Election } from './election.entity.js';
import { ElectionsRepository, type NamedCandidacy } from './elections.repository.js';
import { PollsRepository } from './polls.repository.js';
import { type RegisteredSeat, type SeatVoteHolder, voteHolders } from './vote-holders.js';

/** What stands between an election and its end, as its acts are judged: read at once, on one day, for one actor. */
export interface Situation {
  readonly election: Election;
  readonly meeting: Meeting;
  /** The day of the plenary. */
  readonly plenaryOn: Day;
  /** Of the edition that judges the election; before the nominations, of the one in force on that day. */
  readonly rules: RulesOfProcedure;
  /** Candidacies that were not withdrawn, in the order of the declarations. */
  readonly standing: readonly NamedCandidacy[];
  /** The first one first. */
  readonly rounds: readonly ElectionRound[];
  readonly lastRound: ElectionRound | null;
  readonly lastCount: { readonly result: CountResult; readonly on: Day } | null;
  /** Who would be on the ballot of the next round: of a first round, whoever stands and is an active member. */
  readonly nextCandidates: readonly string[];
  readonly actorIsCandidate: boolean;
}

/** Who presides over an item, and whether it is whoever acts. */
export interface ItemsPresident {
  /** Null: a person of the secretariat, or nobody while there is no session. */
  readonly president: string | null;
  readonly actorPresides: boolean;
}

/** Gathers what the charter asks to know of an election. In a command, its row is locked by then. */
@Injectable()
export class Situations {
  constructor(
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly attendance: AttendanceRepository,
    private readonly sessions: Sessions,
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
    private readonly procedure: ProcedureRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  async of(reader: EntityManager, act: Act, election: Election): Promise<Situation> {
    const meeting = await this.meetings.byId(reader, election.meetingId);
    if (meeting === null) throw new RangeError(`No meeting ${election.meetingId}`);
    const standing = (await this.elections.candidacies(reader, [election.id])).filter(
      ({ withdrawnAt }) => withdrawnAt === null,
    );
    const rounds = await this.elections.rounds(reader, [election.id]);
    const counts = await this.elections.counts(
      reader,
      rounds.map(({ id }) => id),
    );
    const lastCounted = rounds.findLast(({ id }) => counts.some(({ roundId }) => roundId === id));
    const count = counts.find(({ roundId }) => roundId === lastCounted?.id);
    const lastCount =
      count === undefined ? null : { result: count.result, on: dayOf(count.countedAt, this.zone) };
    return {
      election,
      meeting,
      plenaryOn: dayOf(meeting.startsAt, this.zone),
      rules: await this.rulesFor(reader, act, election),
      standing,
      rounds,
      lastRound: rounds.at(-1) ?? null,
      lastCount,
      nextCandidates: await this.nextCandidates(reader, act, standing, lastCount?.result ?? null),
      actorIsCandidate: standing.some(({ personId }) => personId === act.actor.personId),
    };
  }

  /** The settings that judge an election (charter RULES-EDITION). */
  private async rulesFor(
    reader: EntityManager,
    { on }: Act,
    { editionNumber }: Election,
  ): Promise<RulesOfProcedure> {
    if (editionNumber === null) return (await this.procedure.editionOn(reader, on)).rules;
    const edition = (await this.procedure.editions(reader)).find(({ number }) => number === editionNumber);
    return edition?.rules ?? EDITION_0;
  }

  private async nextCandidates(
    reader: EntityManager,
    { on }: Act,
    standing: readonly NamedCandidacy[],
    last: CountResult | null,
  ): Promise<readonly string[]> {
    if (last !== null) {
      const { outcome } = last;
      if (outcome.kind !== 'second round') return [];
      // On the ballot in the order of the declarations: the order of the first round's votes would say who leads.
      return standing.filter(({ id }) => outcome.candidates.includes(id)).map(({ id }) => id);
    }
    if (standing.length === 0) return [];
    const active = new Set((await this.members.inForce(reader, on)).map(({ id }) => id));
    return standing.filter(({ memberId }) => active.has(memberId)).map(({ id }) => id);
  }

  /** Whether a person may still stand or stand down. */
  nominations({ election, rules, plenaryOn, rounds }: Situation, { on }: Act): NominationsFacts {
    return { state: election.state, rules, on, plenaryOn, takenUp: rounds.length > 0 };
  }

  /** What ordering and opening the next round rest on. */
  nextRound(situation: Situation, { on }: Act): NextRoundFacts {
    const { election, meeting, rules, lastRound, lastCount, nextCandidates, actorIsCandidate } = situation;
    return {
      seat: election,
      state: election.state,
      rules,
      on,
      plenaryInSession: meeting.state === 'IN_SESSION',
      lastCount: lastCount === null ? null : { outcome: lastCount.result.outcome.kind, on: lastCount.on },
      ordered: lastRound !== null && lastRound.openedAt === null,
      candidates: nextCandidates.length,
      actorIsCandidate,
    };
  }

  /**
   * Who presides over the item: of a first round, whoever PRESIDING designates among those who are no candidates; of a
   * later one, whoever ordered the first (charter POLL). Any person of the secretariat where no member can.
   */
  async president(reader: EntityManager, situation: Situation, act: Act): Promise<ItemsPresident> {
    const { meeting, standing, rounds, lastCount } = situation;
    const { personId, roles } = act.actor;
    const [first] = rounds;
    if (lastCount !== null && first !== undefined) {
      const { name } = await this.people.byId(reader, first.orderedById);
      return { president: name, actorPresides: personId === first.orderedById };
    }
    if (meeting.state !== 'IN_SESSION') return { president: null, actorPresides: false };
    const { members, designation } = await this.sessions.assembly(
      reader,
      meeting,
      standing.map(({ memberId }) => memberId),
    );
    if (designation.memberId === null) return { president: null, actorPresides: roles.has('SECRETARIAT') };
    const member = members.find(({ id }) => id === designation.memberId);
    return { president: member?.personName ?? null, actorPresides: member?.personId === personId };
  }

  /** What proclaiming the result, or recording the failure, rests on. */
  async result(reader: EntityManager, situation: Situation, { on }: Act): Promise<ResultFacts> {
    const { election, rules, rounds, lastCount, nextCandidates, actorIsCandidate } = situation;
    const winner = winnerOf(situation);
    return {
      state: election.state,
      rules,
      on,
      takenUp: rounds.length > 0,
      candidates: nextCandidates.length,
      lastCount: lastCount === null ? null : { outcome: lastCount.result.outcome.kind, on: lastCount.on },
      winnerIsAMember:
        winner === null
          ? null
          : (await this.members.inForce(reader, on)).some(
              ({ id, college }) => id === winner.memberId && college === election.college,
            ),
      actorIsCandidate,
    };
  }

  /**
   * The seat to be filled at a plenary. Its holder is looked for on the day of the plenary, or today once that day is
   * past: a session may last, and somebody may have been proclaimed since.
   */
  async seatAtStake(
    reader: EntityManager,
    { on }: Act,
    { office, college }: SeatAtStake['seat'],
    plenaryOn: Day,
  ): Promise<SeatAtStake> {
    const holders = await this.mandates.holdersOn(reader, on > plenaryOn ? on : plenaryOn);
    const holder = holders.find((held) => held.office === office && held.college === college);
    return {
      seat: { office, college },
      plenaryOn,
      holder: holder === undefined ? null : { name: holder.personName, untilOn: holder.untilOn },
    };
  }

  /** Who holds the votes of the next round: of the register once it is fixed, of the electorate of that day before. */
  async holders(reader: EntityManager, act: Act, situation: Situation): Promise<SeatVoteHolder[]> {
    const seats = await this.seats(reader, act, situation);
    const present = await this.attendance.latest(reader, [situation.meeting.id]);
    const alternates = new Map(
      present.flatMap(({ memberId, alternateId }) =>
        alternateId === null ? [] : [[memberId, alternateId] as const],
      ),
    );
    return voteHolders(seats, alternates);
  }

  private async seats(
    reader: EntityManager,
    { on }: Act,
    { election, rules, lastCount }: Situation,
  ): Promise<RegisteredSeat[]> {
    if (lastCount !== null) {
      const register = await this.polls.register(reader, [election.id]);
      return this.members.onDay(
        reader,
        register.map(({ memberId }) => memberId),
        on,
      );
    }
    const college = rules.collegeVotes === 'OWN_COLLEGE' ? election.college : null;
    return electorate(await this.members.inForce(reader, on), college, on, rules.registerUnit);
  }
}

/** Whoever the last count elected; null: nobody. */
export function winnerOf({ standing, lastCount }: Situation): NamedCandidacy | null {
  const outcome = lastCount?.result.outcome;
  if (outcome?.kind !== 'elected') return null;
  return standing.find(({ id }) => id === outcome.candidate) ?? null;
}
