import { EmailAddress, LanguageEnum } from '@hemicycle/graphql';
import type { Language } from '@hemicycle/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsEmail, IsUUID, MaxLength } from 'class-validator';

@InputType()
export class RequestSignInLinkInput {
  @Field({ description: 'Where the link is to go.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsEmail()
  @MaxLength(254)
  email: string;
}

@InputType()
export class SignInInput {
  @Field({ description: 'What follows `token=` in the link.' })
  @MaxLength(200)
  token: string;
}

@InputType()
export class RevokeSessionInput {
  @Field(() => ID)
  @IsUUID()
  id: string;
}

@InputType()
export class ChangeAddressInput {
  @Field(() => ID)
  @IsUUID()
  personId: string;

  @Field({ description: 'The new address: links to sign in go there from now on.' })
  @EmailAddress()
  email: string;
}

@InputType()
export class SetLanguageInput {
  @Field(() => LanguageEnum)
  language: Uppercase<Language>;
}
