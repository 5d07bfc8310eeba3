import { ATTENDEE_CAPACITIES, type AttendeeCapacity } from '@hemicycle/charter';
import { enumOf } from '@hemicycle/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';

export const AttendeeCapacityEnum = enumOf(
  'AttendeeCapacity',
  ATTENDEE_CAPACITIES,
  'In what capacity somebody attends a session who has no seat there (charter MINUTES).',
  {
    EXPERT: 'Heard for what she knows.',
    OBSERVER: 'To follow what is said.',
    SECRETARIAT: 'Of the secretariat.',
    GUEST: 'Invited otherwise.',
  },
);

@ObjectType('Attendee', {
  description:
    'Somebody who attends a session without a seat: she counts for no quorum and has no vote. The minutes alone make her name public.',
})
export class AttendeeType {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field(() => String, { nullable: true, description: 'For whom she comes; null: for nobody.' })
  organisation: string | null;

  @Field(() => AttendeeCapacityEnum)
  capacity: AttendeeCapacity;
}
