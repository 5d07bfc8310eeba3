import { PublicPerson } from '@hemicycle/accounts';
import { enumOf } from '@hemicycle/graphql';
import { MemberType } from '@hemicycle/members';
import { Field, ObjectType } from '@nestjs/graphql';
import { ATTENDANCE_MODES, type AttendanceMode } from '../attendance.entity.js';

export const AttendanceModeEnum = enumOf(
  'AttendanceMode',
  ATTENDANCE_MODES,
  'How a member takes part in a meeting, or does not.',
  {
    IN_ROOM: 'In the room.',
    ONLINE: 'At a distance.',
    REPRESENTED: 'By the member who holds her proxy, while that member takes part (charter PROXY).',
    EXCUSED: 'Absent, with apologies.',
    ABSENT: 'Absent.',
  },
);

@ObjectType('Attendance', { description: 'How a member takes part in a meeting, as recorded last.' })
export class AttendanceType {
  @Field(() => MemberType, { description: 'The member, as on the day of the meeting.' })
  member: MemberType;

  @Field(() => AttendanceModeEnum)
  mode: AttendanceMode;

  @Field(() => PublicPerson, {
    nullable: true,
    description: 'The alternate who sits in for the member (charter ALTERNATE); null: the member herself.',
  })
  alternate: PublicPerson | null;

  @Field()
  recordedAt: Date;
}
