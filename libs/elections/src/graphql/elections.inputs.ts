import { CollegeEnum, Hexadecimal, Instant, Prose } from '@hemicycle/graphql';
import type { TrusteeStep } from '@hemicycle/charter';
import type { College } from '@hemicycle/kernel';
import { OnTheDayReadInput, WhenAndWhereInput } from '@hemicycle/meetings';
import { TrusteeStepEnum } from './sealed-poll.type.js';
import { type Office, OfficeEnum } from '@hemicycle/mandates';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

@InputType()
export class ConveneMeetingInput extends OnTheDayReadInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => Date, {
    nullable: true,
    description:
      'When the members are called for; null: the planned start. A second convocation names a new one.',
  })
  @IsOptional()
  @Instant()
  startsAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the notice is short: public; null: it is not said to be urgent (charter NOTICE).',
  })
  @IsOptional()
  @Prose(2_000)
  urgencyReason?: string | null;
}

@InputType()
export class PublishAgendaInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is sent less than five days before: public; null: it is not said to be urgent (charter C3-AGENDA, NOTICE).',
  })
  @IsOptional()
  @Prose(2_000)
  urgencyReason?: string | null;
}

@InputType()
export class CloseSessionInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;
}

@InputType()
export class CancelMeetingInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field({ description: 'Why: public, and sent to whoever had been convened.' })
  @Prose(2_000)
  reason: string;
}

@InputType()
export class MoveMeetingInput extends WhenAndWhereInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => Int, {
    description:
      'How often it had been moved when it was read, 0 before the first time: a later move is told, by CONFLICT.',
  })
  @IsInt()
  @Min(0)
  @Max(1_000)
  basedOnMove: number;

  @Field({ description: 'Why: public, and sent to whoever is convened, if anybody is yet.' })
  @Prose(2_000)
  reason: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the notice is short: public; null: it is not said to be urgent (charter NOTICE). Not kept of a meeting that nobody is convened to.',
  })
  @IsOptional()
  @Prose(2_000)
  urgencyReason?: string | null;
}

@InputType()
export class CallElectionInput {
  @Field(() => ID, { description: 'The plenary that elects.' })
  @IsUUID()
  meetingId: string;

  @Field(() => OfficeEnum)
  office: Office;

  @Field(() => CollegeEnum, { description: 'The college of the seat.' })
  college: College;
}

@InputType()
export class StandAsCandidateInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;

  @Field({ description: 'What you say to the electors, in your language: public.' })
  @Prose(5_000)
  statement: string;
}

@InputType()
export class WithdrawCandidacyInput {
  @Field(() => ID)
  @IsUUID()
  candidacyId: string;
}

@InputType()
export class AskForSecrecyInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;
}

@InputType()
export class OrderPollInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;
}

@InputType()
export class OpenVotingInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;

  @Field(() => Date, {
    nullable: true,
    description: 'The instant after which no ballot is taken; null: the round closes in session.',
  })
  @IsOptional()
  @Instant()
  closesAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The content of a `.pubcreds` file: credentials issued on another machine, for a secret poll; null: the server issues them.',
  })
  @IsOptional()
  @Prose(250_000)
  publicCredentials?: string | null;
}

@InputType({ description: 'A ballot that was sealed on the voter’s device.' })
export class CastBallotInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;

  @Field({ description: 'The sealed ballot, byte for byte: canonical JSON.' })
  @Prose(200_000)
  ballot: string;
}

@InputType()
export class GiveDecryptionInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;

  @Field({
    description: 'The partial decryption of the box’s encrypted tally, byte for byte: canonical JSON.',
  })
  @Prose(100_000)
  decryption: string;

  @Field({
    description: 'The proofs that bind it to this box, one a pair of the tally: canonical JSON.',
  })
  @Prose(100_000)
  boundProofs: string;
}

@InputType({ description: 'The three trustees of a plenary: ids of persons.' })
export class NameTrusteesInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => ID, { description: 'A member or an alternate of the college of government actors.' })
  @IsUUID()
  governmentId: string;

  @Field(() => ID, { description: 'A member or an alternate of the college of civil society.' })
  @IsUUID()
  civilSocietyId: string;

  @Field(() => ID, { description: 'A person of the secretariat, for the forum’s host.' })
  @IsUUID()
  hostId: string;
}

@InputType()
export class GiveTrusteePartInput {
  @Field(() => ID, {
    description:
      'The making of a key for which the part was made: of one begun anew meanwhile it is refused.',
  })
  @IsUUID()
  keyCeremonyId: string;

  @Field(() => TrusteeStepEnum)
  step: TrusteeStep;

  @Field({ description: 'What the step gives, byte for byte: canonical JSON, public or sealed for others.' })
  @Prose(100_000)
  part: string;
}

@InputType({
  description:
    'A choice: candidacies of the round, no more than it has seats, or blank. Never both, never neither.',
})
export class CastRecordedBallotInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;

  @Field(() => [ID], { defaultValue: [], description: 'The candidacies chosen; none with `blank`.' })
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(4)
  candidacyIds: string[];

  @Field({ defaultValue: false, description: 'True for a blank vote.' })
  @IsBoolean()
  blank: boolean;
}

@InputType()
export class CloseVotingInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;
}

@InputType()
export class CountVotesInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;
}

@InputType()
export class NameScrutineerInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;

  @Field(() => CollegeEnum)
  college: College;

  @Field(() => ID, {
    description: 'A member who is no candidate; else an alternate, else a person of the secretariat.',
  })
  @IsUUID()
  personId: string;
}

@InputType()
export class CommitLotValueInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;

  @Field({
    description:
      'SHA-256 of the value’s 32 ASCII characters, in lowercase hexadecimal: `printf %s VALUE | sha256sum`. The value itself ' +
      'stays with the scrutineer.',
  })
  @Hexadecimal(64)
  commitment: string;
}

@InputType()
export class RevealLotValueInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;

  @Field({ description: '32 lowercase hexadecimal digits: public from now on.' })
  @Hexadecimal(32)
  value: string;
}

@InputType({ description: 'Dice rolled in session for each value that was withheld.' })
export class DrawLotInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;

  @Field(() => String, {
    nullable: true,
    description: '32 lowercase hexadecimal digits, rolled; null: government’s scrutineer revealed hers.',
  })
  @IsOptional()
  @Hexadecimal(32)
  governmentDice?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '32 lowercase hexadecimal digits, rolled; null: civil society’s scrutineer revealed hers.',
  })
  @IsOptional()
  @Hexadecimal(32)
  civilSocietyDice?: string | null;
}

@InputType()
export class ProclaimResultInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;
}

@InputType()
export class RecordFailureInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;
}

@InputType()
export class CancelElectionInput {
  @Field(() => ID)
  @IsUUID()
  electionId: string;

  @Field({ description: 'Why: public.' })
  @Prose(2_000)
  reason: string;
}
