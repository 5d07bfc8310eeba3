import { TRUSTEES_NEEDED } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CurrentAct,
  FACTS,
  PermittedAction,
  permittedAction,
  resultOf,
  RuleRefusal,
  VERDICTS,
} from '@hemicycle/graphql';
import { type Act, isId } from '@hemicycle/kernel';
import { type Meeting, MeetingActs, MeetingType } from '@hemicycle/meetings';
import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CastBallot, type SealedReceipt } from '../commands/cast-ballot.js';
import { GiveDecryption } from '../commands/give-decryption.js';
import { GiveTrusteePart } from '../commands/give-trustee-part.js';
import { NameTrustees } from '../commands/name-trustees.js';
import { ElectionActs } from '../election-acts.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { BoxChecks, FAULT_IN_WORDS } from '../sealed/box-integrity.js';
import type { KeyCeremony } from '../sealed/key-ceremony.entity.js';
import { dueStep, GROUP_NAME, partsOfAll, shareInputFor, TRUSTEES } from '../sealed/key-making.js';
import { SealedPollsRepository } from '../sealed/sealed-polls.repository.js';
import { CastBallotResult, GiveDecryptionResult } from './election.type.js';
import {
  CastBallotInput,
  GiveDecryptionInput,
  GiveTrusteePartInput,
  NameTrusteesInput,
} from './elections.inputs.js';
import {
  BoxIntegrityType,
  KeyCeremonyType,
  TrackerCheckType,
  TrusteeType,
  TrusteeWorkType,
} from './sealed-poll.type.js';

const NameTrusteesResult = resultOf('NameTrustees', () => MeetingType);
const GiveTrusteePartResult = resultOf('GiveTrusteePart', () => KeyCeremonyType);

/** What secret polls ask of trustees and voters. */
@Resolver(() => KeyCeremonyType)
export class SealedPollsResolver {
  constructor(
    private readonly database: Database,
    private readonly elections: ElectionsRepository,
    private readonly sealed: SealedPollsRepository,
    private readonly naming: NameTrustees,
    private readonly giving: GiveTrusteePart,
    private readonly ballots: CastBallot,
    private readonly opening: GiveDecryption,
    private readonly boxes: BoxChecks,
    ofElections: ElectionActs,
    ofMeetings: MeetingActs,
  ) {
    ofElections.add('castBallot', (reader, act, { election, lastRound, lastPoll }) =>
      ballots.verdict(reader, act, election, lastRound, lastPoll, null),
    );
    ofElections.add('giveDecryption', (reader, act, situation) => opening.verdict(reader, act, situation));
    ofMeetings.add(
      'nameTrustees',
      (reader, act, meeting) => naming.verdict(reader, act, meeting, null),
      'SECRETARIAT',
    );
  }

  @ResolveField(() => [TrusteeType], { complexity: FACTS, description: 'By number.' })
  async trustees({ id }: KeyCeremony): Promise<TrusteeType[]> {
    const { reader } = this.database;
    const steps = await this.sealed.steps(reader, [id]);
    return (await this.sealed.trustees(reader, [id])).map(({ number, capacity, personId, personName }) => ({
      number,
      capacity,
      person: { id: personId, name: personName },
      given: steps.filter((one) => one.number === number).map(({ step }) => step),
    }));
  }

  @ResolveField(() => [PermittedAction], {
    complexity: VERDICTS,
    description:
      'What the actor may do in it now: `giveTrusteePart` is judged for the step that is due from her.',
  })
  async permitted(ceremony: KeyCeremony, _: unknown, { act }: ApiContext): Promise<PermittedAction[]> {
    const mayTry = act.actor.personId !== null;
    const violations = mayTry ? await this.giving.verdict(this.database.reader, act, ceremony, null) : [];
    return [permittedAction('giveTrusteePart', violations, mayTry)];
  }

  @Query(() => TrusteeWorkType, {
    nullable: true,
    description: 'What your device needs for your next step as a trustee of a plenary; null: you are none.',
  })
  async trusteeWork(
    @CurrentAct() act: Act,
    @Args('meetingId', { type: () => ID }) meetingId: string,
  ): Promise<TrusteeWorkType | null> {
    const { reader } = this.database;
    const ceremony = isId(meetingId) ? await this.sealed.ceremony(reader, meetingId) : null;
    if (ceremony === null) return null;
    const trustee = (await this.sealed.trustees(reader, [ceremony.id])).find(
      (one) => one.personId === act.actor.personId,
    );
    if (trustee === undefined) return null;
    const { number } = trustee;
    const parts = await this.sealed.parts(reader, ceremony.id);
    const own = parts.find((part) => part.number === number && part.step === 'KEY');
    return {
      keyCeremonyId: ceremony.id,
      number,
      size: TRUSTEES,
      threshold: TRUSTEES_NEEDED,
      group: GROUP_NAME,
      dueStep: dueStep(parts, number),
      certificates: partsOfAll(parts, 'CERTIFICATE') ?? [],
      shareInput: shareInputFor(parts, number),
      output: own?.part ?? null,
    };
  }

  @Query(() => String, {
    nullable: true,
    description:
      'Your secret credential in the secret poll under way, where the server issued it: keep it to yourself. Null: you have no vote in it, you signed in too long ago, or credentials were issued on another machine.',
  })
  async votingCredential(
    @CurrentAct() act: Act,
    @Args('electionId', { type: () => ID }) electionId: string,
  ): Promise<string | null> {
    return isId(electionId) ? this.ballots.credentialOf(this.database.reader, act, electionId) : null;
  }

  @Query(() => TrackerCheckType, {
    description:
      'What became of the ballot of a tracker: during the poll too, for whoever knows the tracker (charter CNIL-2-07).',
  })
  async tracker(
    @Args('electionId', { type: () => ID }) electionId: string,
    @Args('tracker') tracker: string,
  ): Promise<TrackerCheckType> {
    const { reader } = this.database;
    const found = isId(electionId) ? await this.sealed.tracked(reader, electionId, tracker.trim()) : null;
    if (found === null) return { state: 'UNKNOWN', round: null };
    const rounds = await this.elections.rounds(reader, [electionId]);
    return {
      state: found.counts ? 'IN_THE_BOX' : 'REPLACED',
      round: rounds.find(({ id }) => id === found.roundId)?.number ?? null,
    };
  }

  @Query(() => BoxIntegrityType, {
    nullable: true,
    complexity: VERDICTS,
    description:
      'Checks the whole box of the secret poll under way, by its scrutineers, the trustees of its key and the secretariat (charter CNIL-1-10). Asked again within a minute, it gives the same answer. Null: no secret poll is open.',
  })
  async boxIntegrity(
    @CurrentAct() act: Act,
    @Args('electionId', { type: () => ID }) electionId: string,
  ): Promise<BoxIntegrityType | null> {
    const found = isId(electionId) ? await this.boxes.ofElection(act, electionId) : null;
    if (found === null) return null;
    const faults = found.faults.map(({ check, count }) => ({
      check,
      count,
      statement: FAULT_IN_WORDS[check](count),
    }));
    return { ...found, faults, whole: faults.length === 0 };
  }

  @Mutation(() => NameTrusteesResult, {
    description:
      'Names the three trustees of a plenary, by the secretariat: they then make its key. Naming again starts another (charter CNIL-1-08).',
  })
  nameTrustees(
    @CurrentAct() act: Act,
    @Args('input') { meetingId, governmentId, civilSocietyId, hostId }: NameTrusteesInput,
  ): Promise<Meeting | RuleRefusal> {
    const trustees = { GOVERNMENT: governmentId, CIVIL_SOCIETY: civilSocietyId, HOST: hostId };
    return this.naming.execute(act, { meetingId, trustees });
  }

  @Mutation(() => GiveTrusteePartResult, {
    description: 'Gives a trustee’s part of the making of the key, from her own device (charter CNIL-1-08).',
  })
  giveTrusteePart(
    @CurrentAct() act: Act,
    @Args('input') input: GiveTrusteePartInput,
  ): Promise<KeyCeremony | RuleRefusal> {
    return this.giving.execute(act, input);
  }

  @Mutation(() => CastBallotResult, {
    description:
      'Puts a sealed ballot in the box, by whoever holds a seat’s vote and signed in within the hour; every proof is verified first, the last ballot before the closing counts (charter REGISTER, ONE-BALLOT, CNIL-1-02). Before she votes, she is told that with very few ballots the outcome may tell by itself how people voted (charter SECRECY-FLOOR).',
  })
  castBallot(
    @CurrentAct() act: Act,
    @Args('input') input: CastBallotInput,
  ): Promise<SealedReceipt | RuleRefusal> {
    return this.ballots.execute(act, input);
  }

  @Mutation(() => GiveDecryptionResult, {
    description:
      'Gives a trustee’s part of the opening of a closed box, from her own device; two of the three open it (charter CNIL-1-08).',
  })
  giveDecryption(
    @CurrentAct() act: Act,
    @Args('input') input: GiveDecryptionInput,
  ): Promise<Election | RuleRefusal> {
    return this.opening.execute(act, input);
  }
}
