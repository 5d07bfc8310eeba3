import { enumOf, LanguageEnum, TextField } from '@hemicycle/graphql';
import { type Language, ROLES, type Role, type Text } from '@hemicycle/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PublicPerson } from './person.type.js';

export const RoleEnum = enumOf(
  'Role',
  ROLES,
  'What somebody may be in the forum on a day; a person may be several.',
  {
    ANYONE: 'Everybody, signed in or not.',
    PERSON: 'Whoever is signed in.',
    MEMBER: 'Holds a seat in the forum.',
    ALTERNATE: 'Is named to sit in for a member.',
    FOUNDING_GROUP: 'Belongs to the founding working group, until the first plenary is held.',
    FACILITATOR: 'Facilitates a thematic working group, by a decision of the plenary.',
    COMMITTEE_MEMBER: 'Holds a seat in the management committee, or one of the two co-chairs’.',
    CO_CHAIR: 'Is one of the two co-chairs.',
    SECRETARIAT: 'Acts for one of the bodies of the secretariat.',
    CORRESPONDENT: 'Is a department’s contact for the action plan.',
  },
);

@ObjectType({ description: 'What the person who is signed in may know and choose of herself.' })
export class Account {
  @Field(() => PublicPerson)
  person: PublicPerson;

  @Field(() => String, {
    nullable: true,
    description:
      'The address to which sign-in links go. Nobody else sees it. Null: it was forgotten, three years after her last role.',
  })
  email: string | null;

  @Field(() => LanguageEnum, { description: 'The language of the letters that the forum sends her.' })
  language: Uppercase<Language>;

  @Field(() => [RoleEnum], { description: 'What she is in the forum today.' })
  roles: Role[];
}

@ObjectType('Session', { description: 'One sign-in, open until it ends by itself or is revoked.' })
export class SessionType {
  @Field(() => ID)
  id: string;

  @Field()
  createdAt: Date;

  @Field({ description: 'When it ends by itself.' })
  expiresAt: Date;

  @Field({ description: 'Whether it is the one that asks.' })
  current: boolean;
}

@ObjectType({ description: 'The answer is the same whether anybody has the address or not.' })
export class RequestSignInLinkResult {
  @TextField('What to tell whoever asked.')
  said: Text;

  @Field(() => Int, { description: 'How long a link can be used, once, after it left.' })
  minutes: number;
}

@ObjectType()
export class SignInResult {
  @Field({
    description:
      'To be sent with every request, as `Authorization: Bearer <token>`. It is shown once: whoever has it is the person.',
  })
  token: string;

  @Field({ description: 'When the session ends by itself.' })
  expiresAt: Date;

  @Field(() => PublicPerson)
  person: PublicPerson;
}

@ObjectType({ description: 'Sessions whose tokens open nothing any more.' })
export class RevokedSessions {
  @Field(() => Int, { description: 'How many were open.' })
  revoked: number;
}
