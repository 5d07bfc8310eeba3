import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('PersonalCalendar', {
  description: 'That one has a calendar of one’s own behind a secret address.',
})
export class PersonalCalendarType {
  @Field({ description: 'When its address was made. Nobody can be told the address again.' })
  madeAt: Date;
}

@ObjectType({ description: 'A new secret address, which replaces any other.' })
export class MadePersonalCalendar {
  @Field({ description: 'The address, given this once. Whoever knows it reads the calendar.' })
  address: string;

  @Field()
  madeAt: Date;
}

@ObjectType({ description: 'A secret address that leads nowhere any more.' })
export class RevokedPersonalCalendar {
  @Field()
  revokedAt: Date;
}
