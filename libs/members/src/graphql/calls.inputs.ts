import { DayScalar, EmailAddress, LanguageEnum, Line, Prose } from '@hemicycle/graphql';
import type { Day } from '@hemicycle/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEmpty, IsNotEmpty, IsOptional, IsUUID, MaxLength } from 'class-validator';

@InputType()
export class DraftCallInput {
  @Field()
  @Line(200)
  titleFr: string;

  @Field()
  @Line(200)
  titleEn: string;

  @Field({ description: 'The criteria by which every application is judged, in French.' })
  @Prose(8_000)
  criteriaFr: string;

  @Field({ description: 'The same in English.' })
  @Prose(8_000)
  criteriaEn: string;

  @Field(() => DayScalar, { description: 'The first day on which applications are taken.' })
  opensOn: Day;

  @Field(() => DayScalar, { description: 'The last day on which applications are taken, to its end.' })
  closesOn: Day;
}

@InputType({ isAbstract: true })
abstract class CallInput {
  @Field(() => ID)
  @IsUUID()
  callId: string;
}

@InputType()
export class OpenCallInput extends CallInput {}

@InputType()
export class CloseCallInput extends CallInput {}

@InputType()
export class DecideCallInput extends CallInput {}

@InputType()
export class ApplyToCallInput extends CallInput {
  @Field({ description: 'First name and surname. The secretariat alone reads them, until the admission.' })
  @Line(200)
  name: string;

  @Field({ description: 'Where the confirmation and the decision are sent: never public.' })
  @EmailAddress()
  email: string;

  @Field(() => LanguageEnum, { description: 'The language in which to write to the applicant.' })
  language: 'FR' | 'EN';

  @Field({ description: 'The organisation for which the applicant would sit, as it names itself.' })
  @Line(200)
  organisationName: string;

  @Field({ description: 'How the application meets the criteria.' })
  @Prose(8_000)
  motivation: string;

  @Field(() => String, {
    nullable: true,
    description: 'A trap for automatic senders, hidden in forms: it stays null or empty.',
  })
  @IsOptional()
  @IsEmpty()
  website?: string | null;

  @Field({
    description:
      'The solution of an `applicationChallenge` of this call: base64 of the JSON `{ challenge, solution }` of ALTCHA, version 2.',
  })
  @IsNotEmpty()
  @MaxLength(4_000)
  proofOfWork: string;
}

@InputType()
export class WithdrawApplicationInput {
  @Field({ description: 'The code that the confirmation carries.' })
  @IsNotEmpty()
  @MaxLength(100)
  code: string;
}

@InputType({ isAbstract: true })
abstract class DecisionInput {
  @Field(() => ID)
  @IsUUID()
  applicationId: string;

  @Field(() => String, {
    nullable: true,
    description: 'The reasons in French; null: they are given in English. One of the two is compulsory.',
  })
  @IsOptional()
  @Prose(4_000)
  reasonsFr?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The reasons in English; null: they are given in French. One of the two is compulsory.',
  })
  @IsOptional()
  @Prose(4_000)
  reasonsEn?: string | null;
}

@InputType()
export class AdmitApplicantInput extends DecisionInput {
  @Field(() => ID, { description: 'The registered civil-society organisation for which the member sits.' })
  @IsUUID()
  organisationId: string;
}

@InputType()
export class DeclineApplicationInput extends DecisionInput {}
