import { PeopleRepository } from '@hemicycle/accounts';
import { EDITION_0, FAILURE_IN_WORDS, type RulesOfProcedure } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { type ApiContext, loaderOf } from '@hemicycle/graphql';
import { type Act, COLLEGES, type College, type Text } from '@hemicycle/kernel';
import { type Meeting, MeetingsRepository } from '@hemicycle/meetings';
import { type ListedMember, MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import type { RoundOutcome } from '@hemicycle/tally';
import { fingerprintOf } from '@hemicycle/sealed-ballot';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { CountResult, ElectionCount } from '../election-count.entity.js';
import type { ElectionRound } from '../election-round.entity.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository, type NamedCandidacy } from '../elections.repository.js';
import { drawOf, type Lots, LotsRepository } from '../lots.repository.js';
import { PollsRepository } from '../polls.repository.js';
import { explanationOf } from '../round-result.js';
import { electedBy } from '../situations.js';
import type { KeyCeremony } from '../sealed/key-ceremony.entity.js';
import {
  checksBox,
  isPublished,
  isUnderFloor,
  type Readership,
  readsArchive,
  readsOpening,
} from '../sealed/poll-files.js';
import { pollUuidOf } from '../sealed/poll-uuid.js';
import {
  type BoxTracker,
  type SealedPollHead,
  SealedPollsRepository,
} from '../sealed/sealed-polls.repository.js';
import type { SealedPollType } from './sealed-poll.type.js';
import type {
  CandidacyType,
  ElectionConclusionType,
  ElectionRoundType,
  LotPlaceType,
  LotValueType,
  Outcome,
  ProclamationType,
  RecordedVoteType,
  RoundCountType,
  ScrutineerType,
} from './election.type.js';

/** What an election shows of its other tables. */
export interface ElectionFile {
  /** In the order of the declarations, withdrawn ones included. */
  readonly candidacies: CandidacyType[];
  readonly rounds: ElectionRoundType[];
  /** By member number; null: not fixed yet. */
  readonly register: ListedMember[] | null;
  /** In the order of the declarations. */
  readonly proclamations: ProclamationType[];
  readonly conclusion: ElectionConclusionType | null;
  /** Government first; one a college at most. */
  readonly scrutineers: ScrutineerType[];
}

const OUTCOMES: Readonly<Record<RoundOutcome['kind'], Outcome>> = {
  elected: 'ELECTED',
  'second round': 'SECOND_ROUND',
  tied: 'TIED',
  failed: 'FAILED',
};

/** What lists of elections ask of other tables: some statements for the whole list, whatever its length. */
@Injectable()
export class ElectionsLoaders {
  private readonly key = {
    files: {},
    meetings: {},
    ofMeetings: {},
    elections: {},
    ceremonies: {},
    trackers: {},
    voted: {},
  };

  constructor(
    private readonly database: Database,
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly lots: LotsRepository,
    private readonly sealed: SealedPollsRepository,
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly meetings: MeetingsRepository,
    private readonly procedure: ProcedureRepository,
  ) {}

  file(context: ApiContext, election: Election): Promise<ElectionFile> {
    return loaderOf(
      context,
      this.key.files,
      // Never kept: several mutations of one request each show the election as it then is.
      () =>
        new DataLoader(
          (elections: readonly Election[]) => this.files(this.database.reader, context.act, elections),
          { cache: false },
        ),
    ).load(election);
  }

  meeting(context: ApiContext, meetingId: string): Promise<Meeting> {
    return loaderOf(
      context,
      this.key.meetings,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const found = await this.meetings.byIds(this.database.reader, ids);
            return ids.map((id) => found.find((one) => one.id === id) ?? new RangeError(`No meeting ${id}`));
          },
          { cache: false },
        ),
    ).load(meetingId);
  }

  ofMeeting(context: ApiContext, meetingId: string): Promise<Election[]> {
    return loaderOf(
      context,
      this.key.ofMeetings,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const found = await this.elections.ofMeetings(this.database.reader, ids);
            return ids.map((id) => found.filter((election) => election.meetingId === id));
          },
          { cache: false },
        ),
    ).load(meetingId);
  }

  election(context: ApiContext, id: string): Promise<Election> {
    return loaderOf(
      context,
      this.key.elections,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const found = await this.elections.byIds(this.database.reader, ids);
            return ids.map(
              (one) => found.find((row) => row.id === one) ?? new RangeError(`No election ${one}`),
            );
          },
          { cache: false },
        ),
    ).load(id);
  }

  keyCeremony(context: ApiContext, meetingId: string): Promise<KeyCeremony | null> {
    return loaderOf(
      context,
      this.key.ceremonies,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const found = await this.sealed.ceremonies(this.database.reader, ids);
            return ids.map((id) => found.find((ceremony) => ceremony.meetingId === id) ?? null);
          },
          { cache: false },
        ),
    ).load(meetingId);
  }

  /** The trackers of a round's ballots, sorted; none before it is closed. */
  trackers(context: ApiContext, roundId: string): Promise<BoxTracker[]> {
    return loaderOf(
      context,
      this.key.trackers,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const found = await this.sealed.trackers(this.database.reader, ids);
            return ids.map((id) => found.filter((one) => one.roundId === id));
          },
          { cache: false },
        ),
    ).load(roundId);
  }

  /** The seats that voted in a round, by number; none before it is closed. */
  voted(context: ApiContext, roundId: string): Promise<ListedMember[]> {
    return loaderOf(
      context,
      this.key.voted,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const found = await this.sealed.voted(this.database.reader, ids);
            const members = await this.membersById(
              this.database.reader,
              context.act,
              found.map(({ memberId }) => memberId),
            );
            return ids.map((id) =>
              found
                .filter(({ roundId: round }) => round === id)
                .map(({ memberId }) => known(members, memberId)),
            );
          },
          { cache: false },
        ),
    ).load(roundId);
  }

  /** One candidacy, just declared or withdrawn. */
  async candidacy(context: ApiContext, candidacy: NamedCandidacy): Promise<CandidacyType> {
    const members = await this.membersById(this.database.reader, context.act, [candidacy.memberId]);
    return { ...candidacy, member: known(members, candidacy.memberId) };
  }

  /** What whoever acts reads of these elections, as `reader` sees them. */
  async files(reader: EntityManager, act: Act, asked: readonly Election[]): Promise<ElectionFile[]> {
    // Each field of an election asks for its file: one serves them all.
    const elections = [...new Map(asked.map((election) => [election.id, election])).values()];
    const electionIds = elections.map(({ id }) => id);
    const rounds = await this.elections.rounds(reader, electionIds);
    const roundIds = rounds.map(({ id }) => id);
    const candidacies = await this.elections.candidacies(reader, electionIds);
    const register = await this.polls.register(reader, electionIds);
    const papers = await this.polls.ballotPapers(reader, roundIds);
    const ballots = await this.polls.ballots(reader, roundIds);
    const votes = await this.polls.votes(reader, roundIds);
    const counts = await this.elections.counts(reader, roundIds);
    const proclamations = await this.elections.proclamations(reader, electionIds);
    const scrutineers = await this.lots.scrutineers(reader, electionIds);
    const lots = await this.lots.of(reader, roundIds);
    const seals = await this.seals(reader, roundIds);
    // Asked for where a sealed poll is open, and nowhere else.
    const votesHeld = await this.polls.heldIn(
      reader,
      roundIds.filter((id) => (seals.polls.get(id)?.head.voterKey ?? null) !== null),
      act.actor.personId,
    );
    const editions = await this.procedure.editions(reader);
    const members = await this.membersById(reader, act, [
      ...candidacies.map(({ memberId }) => memberId),
      ...register.map(({ memberId }) => memberId),
    ]);
    const people = await this.peopleById(reader, [
      ...elections.map(({ concludedById }) => concludedById),
      ...rounds.flatMap(({ orderedById, openedById, closedById }) => [orderedById, openedById, closedById]),
      ...votes.map(({ personId }) => personId),
      ...scrutineers.map(({ personId }) => personId),
      ...counts.map(({ countedById }) => countedById),
    ]);
    const names = new Map(candidacies.map(({ id, personName }) => [id, personName]));
    const shown = new Map(
      candidacies.map((candidacy): [string, CandidacyType] => [
        candidacy.id,
        { ...candidacy, member: known(members, candidacy.memberId) },
      ]),
    );

    const countOf = (
      { countedAt, countedById, result }: ElectionCount,
      rules: RulesOfProcedure,
      readership: Readership | null,
    ): RoundCountType => {
      const underFloor = readership !== null && isUnderFloor(readership);
      const figures = {
        votes: result.votes.map((line) => ({ candidacy: known(shown, line.candidate), votes: line.votes })),
        blanks: result.blanks,
        votesCast: result.votesCast,
        majorityNeeded: result.majorityNeeded,
        explanation: inLines(explanationOf(result, names, rules)),
      };
      // The order of the votes would say figures: under the floor, names come in that of the declarations.
      const inOrder = (ids: readonly string[]): CandidacyType[] =>
        (underFloor ? [...shown.keys()].filter((id) => ids.includes(id)) : ids).map((id) => known(shown, id));
      return {
        countedAt,
        countedBy: known(people, countedById),
        underFloor,
        ...(underFloor && !readsArchive(readership, act.actor.personId) ? NO_FIGURES : figures),
        outcome: OUTCOMES[result.outcome.kind],
        outcomeFor: inOrder(concerned(result.outcome)),
        elected: inOrder(electedBy(result.outcome)),
      };
    };

    const sealOf = (
      { id, closedAt }: ElectionRound,
      readership: Readership,
      { head, electionFile }: Seal,
    ): SealedPollType => {
      const reads = readsArchive(readership, act.actor.personId);
      const isOpen = head.voterKey !== null;
      const held = votesHeld.filter(({ roundId }) => roundId === id);
      return {
        roundId: id,
        closed: closedAt !== null,
        electionFile,
        fingerprint: fingerprintOf(electionFile),
        credentialsIssuedApart: head.issuedApart,
        boothHash: head.boothHash,
        verifier: head.verifier,
        keyCeremonyId: head.ceremonyId,
        openedBy: seals.openers.filter(({ roundId }) => roundId === id).map(({ number }) => number),
        published: isPublished(readership),
        checkable: isOpen && checksBox(act.actor, readership),
        openingUrl:
          isOpen && readsOpening(act.actor, held, readership) ? `/polls/${head.uuid}.opening.bel` : null,
        archiveUrl: reads ? `/polls/${head.uuid}.bel` : null,
        sideFileUrl: reads && readership.counted ? `/polls/${head.uuid}.bound.json` : null,
      };
    };

    const votesOf = (round: ElectionRound): RecordedVoteType[] | null =>
      round.closedAt === null || seals.polls.has(round.id)
        ? null
        : votes
            .filter(({ roundId }) => roundId === round.id)
            .map(({ memberId, personId, voted, candidacyIds }) => ({
              member: known(members, memberId),
              holder: known(people, personId),
              voted,
              choices: candidacyIds.map((id) => known(shown, id)),
            }));

    const lotOf = (round: ElectionRound, result: CountResult): LotPlaceType[] | null => {
      const seats = result.outcome.kind === 'tied' ? result.outcome.seats : 0;
      const drawn = drawOf(lots, round, result);
      return (
        drawn?.map(({ candidate, text, digest }, place) => ({
          candidacy: known(shown, candidate),
          text,
          digest,
          elected: place < seats,
        })) ?? null
      );
    };

    const roundOf = (round: ElectionRound, rules: RulesOfProcedure): ElectionRoundType => {
      const count = counts.find(({ roundId }) => roundId === round.id);
      const seal = seals.polls.get(round.id);
      const cast = ballots.find(({ roundId }) => roundId === round.id)?.ballots ?? 0;
      const readership =
        seal === undefined
          ? null
          : {
              round,
              ballots: cast,
              rules,
              counted: count !== undefined,
              scrutineers: scrutineers.filter(({ electionId }) => electionId === round.electionId),
              trustees: seals.trustees.filter(({ ceremonyId }) => ceremonyId === seal.head.ceremonyId),
            };
      return {
        number: round.number,
        sealedUuid: pollUuidOf(round.id),
        sealed: seal === undefined || readership === null ? null : sealOf(round, readership, seal),
        kind: round.kind,
        seats: round.seats,
        orderedBy: known(people, round.orderedById),
        orderedAt: round.orderedAt,
        openedBy: round.openedById === null ? null : known(people, round.openedById),
        openedAt: round.openedAt,
        closesAt: round.closesAt,
        closedBy: round.closedById === null ? null : known(people, round.closedById),
        closedAt: round.closedAt,
        candidates: papers
          .filter(({ roundId }) => roundId === round.id)
          .map(({ candidacyId }) => known(shown, candidacyId)),
        ballots: cast,
        votes: votesOf(round),
        count: count === undefined ? null : countOf(count, rules, readership),
        lotValues: COLLEGES.flatMap((college) => lotValueOf(lots, round.id, college)),
        lot: count === undefined ? null : lotOf(round, count.result),
      };
    };

    const conclusionOf = ({
      concludedAt,
      concludedById,
      failure,
      cancelReason,
    }: Election): ElectionConclusionType | null =>
      concludedAt === null || concludedById === null
        ? null
        : {
            at: concludedAt,
            by: known(people, concludedById),
            failure,
            reason: failure === null ? inItsOwnWords(cancelReason) : FAILURE_IN_WORDS[failure],
          };

    const fileOf = (election: Election): ElectionFile => {
      const { id, editionNumber } = election;
      const rules = editions.find(({ number }) => number === editionNumber)?.rules ?? EDITION_0;
      const seats = register.filter(({ electionId }) => electionId === id);
      return {
        candidacies: candidacies
          .filter(({ electionId }) => electionId === id)
          .map((candidacy) => known(shown, candidacy.id)),
        rounds: rounds.filter(({ electionId }) => electionId === id).map((round) => roundOf(round, rules)),
        register:
          seats.length === 0
            ? null
            : seats.map(({ memberId }) => known(members, memberId)).toSorted((a, b) => a.number - b.number),
        proclamations: candidacies.flatMap((candidacy) =>
          proclamations
            .filter(({ electionId, candidacyId }) => electionId === id && candidacyId === candidacy.id)
            .map((proclamation) => ({ ...proclamation, candidacy: known(shown, candidacy.id) })),
        ),
        conclusion: conclusionOf(election),
        scrutineers: scrutineers
          .filter(({ electionId }) => electionId === id)
          .map(({ college, personId, namedAt }) => ({ college, person: known(people, personId), namedAt })),
      };
    };
    const files = new Map(elections.map((election) => [election.id, fileOf(election)]));
    return asked.map(({ id }) => known(files, id));
  }

  /** What is known of the seals of these rounds; nothing of those by recorded votes. */
  private async seals(reader: EntityManager, roundIds: readonly string[]) {
    const heads = await this.sealed.heads(reader, roundIds);
    const sealedIds = heads.map(({ roundId }) => roundId);
    const none = sealedIds.length === 0;
    const files = none ? [] : await this.sealed.electionFiles(reader, sealedIds);
    const polls = new Map(
      heads.map((head): [string, Seal] => [
        head.roundId,
        { head, electionFile: files.find(({ roundId }) => roundId === head.roundId)?.electionFile ?? '' },
      ]),
    );
    return {
      polls,
      openers: none ? [] : await this.sealed.openers(reader, sealedIds),
      trustees: none
        ? []
        : await this.sealed.trustees(
            reader,
            heads.map(({ ceremonyId }) => ceremonyId),
          ),
    };
  }

  private async membersById(
    reader: EntityManager,
    act: Act,
    ids: readonly string[],
  ): Promise<Map<string, ListedMember>> {
    const members = await this.members.listedByIds(reader, [...new Set(ids)], act.on);
    return new Map(members.map((member) => [member.id, member]));
  }

  private async peopleById(
    reader: EntityManager,
    ids: readonly (string | null)[],
  ): Promise<Map<string, { readonly id: string; readonly name: string }>> {
    const wanted = new Set(ids.filter((id) => id !== null));
    const people = await this.people.byIds(reader, [...wanted]);
    return new Map(people.map(({ id, name }) => [id, { id, name }]));
  }
}

/** A sealed round, without the list of its credentials. */
interface Seal {
  readonly head: SealedPollHead;
  readonly electionFile: string;
}

/** What is shown of a count whose figures stay with the scrutineers (charter SECRECY-FLOOR). */
const NO_FIGURES = { votes: null, blanks: null, votesCast: null, majorityNeeded: null, explanation: null };

/** What a college gave to the lot of a round; nothing: neither a hash nor a value. */
function lotValueOf({ commitments, values }: Lots, round: string, college: College): LotValueType[] {
  const committed = commitments.find((one) => one.roundId === round && one.college === college);
  const given = values.find((one) => one.roundId === round && one.college === college);
  if (committed === undefined && given === undefined) return [];
  return [
    {
      college,
      commitment: committed?.commitment ?? null,
      value: given?.value ?? null,
      rolled: given?.rolled ?? false,
    },
  ];
}

function known<Thing>(things: ReadonlyMap<string, Thing>, id: string): Thing {
  const thing = things.get(id);
  if (thing === undefined) throw new RangeError(`Nothing known of ${id}`);
  return thing;
}

const concerned = (outcome: RoundOutcome): readonly string[] =>
  outcome.kind === 'failed' ? [] : outcome.candidates;

const inLines = (sentences: readonly Text[]): Text => ({
  fr: sentences.map(({ fr }) => fr).join('\n'),
  en: sentences.map(({ en }) => en).join('\n'),
});

/** What somebody wrote is shown as it was written, whatever the language asked for. */
const inItsOwnWords = (words: string | null): Text | null =>
  words === null ? null : { fr: words, en: words };
