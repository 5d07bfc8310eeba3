import { PublicPerson } from '@hemicycle/accounts';
import { SEATS_FOUND } from '@hemicycle/charter';
import { CollegeEnum, enumOf, pageOf } from '@hemicycle/graphql';
import type { College } from '@hemicycle/kernel';
import { MemberType } from '@hemicycle/members';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ATTENDANCE_MODES, type AttendanceMode } from '../attendance.entity.js';
import type { Body } from '../meeting.entity.js';
import { BodyEnum } from './meeting.enums.js';

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

export const SeatFoundEnum = enumOf(
  'SeatFound',
  SEATS_FOUND,
  'How the session itself found a seat: when its quorum was tested, in a recorded vote, or as it presided.',
  {
    PRESENT: 'There, the member herself or her alternate: no correction tells otherwise.',
    REPRESENTED:
      'Represented by the member who held her proxy: a correction tells her represented, or present at another time.',
  },
);

@ObjectType('Attendance', {
  description:
    'How a member takes part in a meeting, as recorded last; once it was held, how she took part in it, be it for a while.',
})
export class AttendanceType {
  meetingId: string;

  @Field(() => MemberType, { description: 'The member, as on the day of the meeting.' })
  member: MemberType;

  @Field(() => AttendanceModeEnum)
  mode: AttendanceMode;

  @Field({
    description:
      'Whether she was there and left before the end, she or her alternate; false until the meeting was held.',
  })
  leftEarly: boolean;

  @Field(() => PublicPerson, {
    nullable: true,
    description: 'The alternate who sits in for the member (charter ALTERNATE); null: the member herself.',
  })
  alternate: PublicPerson | null;

  @Field(() => MemberType, {
    nullable: true,
    description:
      'The member who holds her proxy, as on the day of the meeting (charter PROXY); null: she is not represented.',
  })
  proxyHolder: MemberType | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Null: nothing was recorded until the meeting was closed, so she was absent.',
  })
  recordedAt: Date | null;
}

@ObjectType({ isAbstract: true })
abstract class WaysOfAttendingType {
  @Field(() => Int, { description: 'In the room or online, the member herself or her alternate.' })
  present: number;

  @Field(() => Int, { description: 'By proxy.' })
  represented: number;

  @Field(() => Int, { description: 'Absent, with apologies.' })
  excused: number;

  @Field(() => Int, { description: 'Absent, or never recorded.' })
  absent: number;
}

@ObjectType('AttendanceFigure', {
  description:
    'How a member, or an organisation by any of its seats, attended the meetings of one body that were held in a year.',
})
export class AttendanceFigureType extends WaysOfAttendingType {
  @Field(() => Int)
  year: number;

  @Field(() => BodyEnum)
  body: Body;

  @Field(() => Int, {
    description: 'How many were held while the seat was one of the body’s: the sum of the other figures.',
  })
  meetings: number;
}

@ObjectType('MemberAttendance', {
  description: 'How a member attended the meetings of a body in a year.',
})
export class MemberAttendanceType extends WaysOfAttendingType {
  @Field(() => Int, {
    description: 'How many were held while she was one of the body’s: the sum of the other figures.',
  })
  meetings: number;
}

@ObjectType('CollegeAttendance', { description: 'How a college attended the meetings of a body in a year.' })
export class CollegeAttendanceType extends WaysOfAttendingType {
  @Field(() => CollegeEnum)
  college: College;

  @Field(() => Int, {
    description: 'Its seats, each counted once a meeting: the sum of the other figures.',
  })
  seats: number;
}

@ObjectType('YearOfMeetings', { description: 'The meetings of a body that were held in a year.' })
export class YearOfMeetingsType {
  @Field(() => Int)
  year: number;

  @Field(() => Int, { description: 'How many were held.' })
  meetings: number;

  @Field(() => [CollegeAttendanceType])
  colleges: CollegeAttendanceType[];
}

export const MemberAttendancePage = pageOf(MemberAttendanceType, 'MemberAttendance');
