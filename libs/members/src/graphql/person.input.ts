import { EmailAddress, LanguageEnum, Line } from '@hemicycle/graphql';
import { Field, InputType } from '@nestjs/graphql';

/** The particulars of a person who is given a place. */
@InputType({ isAbstract: true })
export abstract class PersonInput {
  @Field({ description: 'First name and surname, or the title under which the person sits: public.' })
  @Line(200)
  name: string;

  @Field({
    description:
      'Where the convocations go: never public. Somebody known by this address keeps her name and language.',
  })
  @EmailAddress()
  email: string;

  @Field(() => LanguageEnum, { description: 'The language in which the forum writes to the person.' })
  language: 'FR' | 'EN';
}
