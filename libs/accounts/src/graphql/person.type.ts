import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Person', {
  description: 'Someone who takes part in the forum, as the public knows them: no address, no contact.',
})
export class PublicPerson {
  @Field(() => ID)
  id: string;

  @Field({ description: 'First name and surname, or the title under which the person sits.' })
  name: string;
}
