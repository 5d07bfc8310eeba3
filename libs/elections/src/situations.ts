import { PeopleRepository } from '@hemicycle/accounts';
import {
  type CountedRound,
  electorate,
  type NextRoundFacts,
  type NominationsFacts,
  type ResultFacts,
  type RulesOfProcedure,
  type ElectedSeat,
  type NumberedSeat,
  openSeats,
  type SeatFacts,
} from '@hemicycle/charter';
import { type Act, type College, type Day, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { AttendanceRepository, type Meeting, MeetingsRepository, Sessions } from '@hemicycle/meetings';
import { type MemberOnDay, MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import type { RoundOutcome } from '@hemicycle/tally';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CountResult } from './election-count.entity.js';
import type { ElectionRound } from './election-round.entity.js';
import type { Election } from './election.entity.js';
import { ElectionsRepository, isUnderWay, type NamedCandidacy } from './elections.repository.js';
import { drawOf, type Lots, LotsRepository } from './lots.repository.js';
import { PollsRepository } from './polls.repository.js';
import type { Scrutineer } from './scrutineer.entity.js';
import type { KeyCeremony } from './sealed/key-ceremony.entity.js';
import {
  type NamedTrustee,
  type SealedPollHead,
  SealedPollsRepository,
} from './sealed/sealed-polls.repository.js';
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
  /** Who was elected by the rounds counted so far, those with the most votes first. */
  readonly elected: readonly NamedCandidacy[];
  /** Who was named, one a college at most. */
  readonly scrutineers: readonly Scrutineer[];
  /** Of all of its rounds. */
  readonly lots: Lots;
  /** Whether lots were drawn between those tied in the last round. */
  readonly drawn: boolean;
  /** The seal of the last round; null: it is by recorded votes, or not open. */
  readonly lastPoll: SealedPollHead | null;
  /** The making of the key of this plenary, and its trustees; null: nobody was named. */
  readonly ceremony: KeyCeremony | null;
  readonly trustees: readonly NamedTrustee[];
  /** What the next round is, and how many it may elect. */
  readonly next: Pick<ElectionRound, 'kind' | 'seats'>;
  /** Who would be on the ballot of the next round: of a first round, whoever stands and is an active member. */
  readonly nextCandidates: readonly string[];
  readonly actorIsCandidate: boolean;
}

/** Who presides over an item, and whether it is whoever acts. */
export interface ItemsPresident {
  /** Null: a person of the secretariat, or nobody while there is no session. */
  readonly president: string | null;
  /** Her seat; null: likewise. */
  readonly memberId: string | null;
  readonly actorPresides: boolean;
}

/** Gathers what the charter asks to know of an election. In a command, its row is locked by then. */
@Injectable()
export class Situations {
  constructor(
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly lots: LotsRepository,
    private readonly sealed: SealedPollsRepository,
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
      ({ withdrawnAt, lapsedAt }) => withdrawnAt === null && lapsedAt === null,
    );
    const rounds = await this.elections.rounds(reader, [election.id]);
    const counts = await this.elections.counts(
      reader,
      rounds.map(({ id }) => id),
    );
    const counted = rounds.flatMap(({ id }) => counts.filter(({ roundId }) => roundId === id));
    const count = counted.at(-1);
    const lastCounted = rounds.find(({ id }) => id === count?.roundId);
    const lastCount =
      count === undefined ? null : { result: count.result, on: dayOf(count.countedAt, this.zone) };
    const lots = await this.lots.of(
      reader,
      rounds.map(({ id }) => id),
    );
    const ceremony = await this.sealed.ceremony(reader, meeting.id);
    const lastRound = rounds.at(-1) ?? null;
    const drawn =
      count === undefined || lastCounted === undefined ? null : drawOf(lots, lastCounted, count.result);
    const elected = [
      ...counted.flatMap(({ result }) => electedBy(result.outcome)),
      ...(drawn ?? []).slice(0, seatsLeft(count?.result)).map(({ candidate }) => candidate),
    ];
    return {
      election,
      meeting,
      plenaryOn: dayOf(meeting.startsAt, this.zone),
      rules: await this.rulesFor(reader, act, election),
      standing,
      rounds,
      lastRound,
      lastPoll: lastRound === null ? null : ((await this.sealed.heads(reader, [lastRound.id]))[0] ?? null),
      ceremony,
      trustees: ceremony === null ? [] : await this.sealed.trustees(reader, [ceremony.id]),
      lastCount,
      elected: elected.flatMap((id) => standing.filter((candidacy) => candidacy.id === id)),
      scrutineers: await this.lots.scrutineers(reader, [election.id]),
      lots,
      drawn: drawn !== null,
      next: nextRoundOf(election, lastCount?.result ?? null),
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
    return this.procedure.rulesOfEdition(reader, editionNumber);
  }

  private async nextCandidates(
    reader: EntityManager,
    { on }: Act,
    standing: readonly NamedCandidacy[],
    last: CountResult | null,
  ): Promise<readonly string[]> {
    if (last !== null) {
      const { outcome } = last;
      if (outcome.kind !== 'second round' && outcome.kind !== 'tied') return [];
      if (outcome.kind === 'tied' && runOffFollows(last) !== true) return [];
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
  async nextRound(reader: EntityManager, situation: Situation, { on }: Act): Promise<NextRoundFacts> {
    const { election, meeting, rules, lastRound, nextCandidates, actorIsCandidate } = situation;
    const atPlenary = await this.elections.ofMeetings(reader, [meeting.id]);
    return {
      seat: election,
      state: election.state,
      rules,
      on,
      plenaryInSession: meeting.state === 'IN_SESSION',
      coChairsPending: atPlenary.filter((other) => other.office === 'CO_CHAIR' && isUnderWay(other)),
      lastCount: countedRound(situation),
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
      const seat = await this.members.memberOfPerson(reader, first.orderedById, this.sessions.dayOf(meeting));
      return {
        president: name,
        memberId: seat?.id ?? null,
        actorPresides: personId === first.orderedById,
      };
    }
    if (meeting.state !== 'IN_SESSION') {
      return { president: null, memberId: null, actorPresides: false };
    }
    const { members, designation } = await this.sessions.assembly(
      reader,
      meeting,
      standing.map(({ memberId }) => memberId),
    );
    if (designation.memberId === null) {
      return { president: null, memberId: null, actorPresides: roles.has('SECRETARIAT') };
    }
    const { memberId } = designation;
    const member = members.find(({ id }) => id === memberId);
    return {
      president: member?.personName ?? null,
      memberId,
      actorPresides: member?.personId === personId,
    };
  }

  /** What proclaiming the result, or recording the failure, rests on. */
  async result(reader: EntityManager, situation: Situation, act: Act): Promise<ResultFacts> {
    const { election, rules, rounds, nextCandidates, actorIsCandidate } = situation;
    return {
      state: election.state,
      rules,
      on: act.on,
      takenUp: rounds.length > 0,
      candidates: nextCandidates.length,
      lastCount: countedRound(situation),
      winners: (await this.winners(reader, situation, act)).length,
      actorIsCandidate,
    };
  }

  /** Those elected who are still members of the college, and are proclaimed (charter ELIGIBILITY). */
  async winners(
    reader: EntityManager,
    { election, elected }: Situation,
    { on }: Act,
  ): Promise<NamedCandidacy[]> {
    if (elected.length === 0) return [];
    const active = (await this.members.inForce(reader, on)).filter(
      ({ college }) => college === election.college,
    );
    return elected.filter(({ memberId }) => active.some(({ id }) => id === memberId));
  }

  /**
   * The seats of an office and a college that a plenary may fill. Their holders are looked for on the day of the plenary,
   * or today once that day is past: a session may last, and somebody may have been proclaimed since.
   */
  async seatsAtStake(
    reader: EntityManager,
    { on }: Act,
    { office, college }: ElectedSeat,
    { plenaryOn, rules }: { readonly plenaryOn: Day; readonly rules: RulesOfProcedure },
  ): Promise<SeatFacts> {
    const day = on > plenaryOn ? on : plenaryOn;
    const holders = await this.mandates.holdersOn(reader, day);
    const given = office === 'CO_CHAIR' ? 1 : rules.committeeSeatsPerCollege[college];
    const held = holders.filter((one) => one.office === office && one.college === college);
    const numbers = Array.from({ length: Math.max(given, ...held.map(({ seat }) => seat)) }, (_, i) => i + 1);
    const seats = numbers.flatMap((number): NumberedSeat[] => {
      const one = held.find(({ seat }) => seat === number);
      if (one === undefined) return number > given ? [] : [{ number, holder: null }];
      const { memberId, personName: name, untilOn } = one;
      return [{ number, holder: { memberId, name, untilOn } }];
    });
    const kept = seats.length - openSeats({ plenaryOn, seats, given }).length;
    const members = (await this.members.inForce(reader, day)).filter((one) => one.college === college).length;
    const facts = { seat: { office, college }, plenaryOn, seats, given };
    if (office === 'CO_CHAIR') return { ...facts, room: 1 - kept, members };
    const others = holders.filter((one) => one.office === office && one.college !== college).length;
    const coChair = holders.some((one) => one.office === 'CO_CHAIR' && one.college === college);
    const electsCoChair = (await this.elections.underWay(reader, 'CO_CHAIR', college)) !== null;
    const committee =
      rules.committeeSeatsPerCollege.GOVERNMENT + rules.committeeSeatsPerCollege.CIVIL_SOCIETY;
    return {
      ...facts,
      room: committee - others - kept,
      members: members - kept - (coChair || electsCoChair ? 1 : 0),
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

  private async seats(reader: EntityManager, act: Act, situation: Situation): Promise<RegisteredSeat[]> {
    if (situation.lastCount === null) return this.electorate(reader, act, situation);
    const register = await this.polls.register(reader, [situation.election.id]);
    return this.members.onDay(
      reader,
      register.map(({ memberId }) => memberId),
      act.on,
    );
  }

  /** The members who would be on the register of an election if it were fixed on the day of the act. */
  async electorate(
    reader: EntityManager,
    { on }: Act,
    { election, rules }: Pick<Situation, 'election' | 'rules'>,
  ): Promise<MemberOnDay[]> {
    const college = rules.collegeVotes === 'OWN_COLLEGE' ? election.college : null;
    return electorate(await this.members.inForce(reader, on), college, on, rules.registerUnit);
  }
}

/** Who gets a seat by a count, those with the most votes first. */
export function electedBy(outcome: RoundOutcome): readonly string[] {
  switch (outcome.kind) {
    case 'elected':
      return outcome.candidates;
    case 'tied':
      return outcome.elected;
    case 'second round':
    case 'failed':
      return [];
  }
}

/**
 * Whether a count that ended in a tie is followed by a run-off (charter TIE): one an election, and none where the round had
 * exactly those who are tied. Null: nobody is tied.
 */
function runOffFollows({ kind, votes, outcome }: CountResult): boolean | null {
  if (outcome.kind !== 'tied') return null;
  return kind !== 'RUN_OFF' && votes.length > outcome.candidates.length;
}

/** Whether a count calls for another round: a second one, or the run-off of a tie (charter POLL, TIE). */
export const anotherRoundFollows = (result: CountResult): boolean =>
  result.outcome.kind === 'second round' || runOffFollows(result) === true;

function nextRoundOf(
  { method, seats }: Election,
  last: CountResult | null,
): Pick<ElectionRound, 'kind' | 'seats'> {
  if (last?.outcome.kind === 'tied') return { kind: 'RUN_OFF', seats: last.outcome.seats };
  if (last !== null) return { kind: 'SECOND', seats: 1 };
  return method === 'BLOCK_VOTE' ? { kind: 'BLOCK_VOTE', seats: seats ?? 1 } : { kind: 'FIRST', seats: 1 };
}

/** The seats that a tie leaves to the rule on ties. */
const seatsLeft = (result: CountResult | undefined): number =>
  result?.outcome.kind === 'tied' ? result.outcome.seats : 0;

/** How the last round that was counted ended, as the charter asks; null: none was counted. */
export function countedRound({ lastCount, elected, drawn }: Situation): CountedRound | null {
  if (lastCount === null) return null;
  const { result, on } = lastCount;
  if (drawn) return { outcome: 'elected', on, runOff: null, elected: elected.length };
  return { outcome: result.outcome.kind, on, runOff: runOffFollows(result), elected: elected.length };
}

/** The college for which whoever acts is scrutineer; null: for none. */
export function scrutineerOf({ scrutineers }: Situation, { actor }: Act): College | null {
  return scrutineers.find(({ personId }) => personId === actor.personId)?.college ?? null;
}

/** What the scrutineer who acts has given to the lot of the last round. */
export function whatIsGiven(
  situation: Situation,
  act: Act,
): { readonly scrutineerOf: College | null; readonly committed: boolean; readonly revealed: boolean } {
  const { lots, lastRound } = situation;
  const college = scrutineerOf(situation, act);
  const isHers = (one: { readonly roundId: string; readonly college: College }): boolean =>
    one.roundId === lastRound?.id && one.college === college;
  return {
    scrutineerOf: college,
    committed: lots.commitments.some(isHers),
    revealed: lots.values.some(isHers),
  };
}
