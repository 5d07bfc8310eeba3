import { EmailAddress, LanguageEnum, Line, Prose } from '@hemicycle/graphql';
import { Field, InputType } from '@nestjs/graphql';
import { IsEmpty, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';

@InputType()
export class WriteToSecretariatInput {
  @Field(() => String, { nullable: true, description: 'The name of whoever writes; null: she gives none.' })
  @IsOptional()
  @Line(200)
  name?: string | null;

  @Field({ description: 'Where the secretariat answers.' })
  @EmailAddress()
  email: string;

  @Field(() => LanguageEnum, { description: 'The language of the acknowledgement.' })
  language: 'FR' | 'EN';

  @Field({ description: 'What the message is about, on one line.' })
  @Line(150)
  subject: string;

  @Field({ description: 'The message, as it is passed on.' })
  @Prose(8_000)
  message: string;

  @Field(() => String, {
    nullable: true,
    description: 'A trap for automatic senders, hidden in forms: it stays null or empty.',
  })
  @IsOptional()
  @IsEmpty()
  website?: string | null;

  @Field({
    description:
      'The solution of a `secretariatChallenge`: base64 of the JSON `{ challenge, solution }` of ALTCHA, version 2.',
  })
  @IsNotEmpty()
  @MaxLength(4_000)
  proofOfWork: string;
}
