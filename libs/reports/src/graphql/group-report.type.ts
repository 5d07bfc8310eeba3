import { PublicPerson } from '@hemicycle/accounts';
import { GROUP_REPORT, type GroupReportState } from '@hemicycle/charter';
import { enumOf, LanguageEnum, pageOf, resultOf } from '@hemicycle/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

export const GroupReportStateEnum = enumOf(
  'GroupReportState',
  Object.keys(GROUP_REPORT.states) as GroupReportState[],
  'The life of a group’s report to a plenary.',
  {
    DRAFT: 'Its group writes it: the facilitators and the secretariat read it.',
    SUBMITTED: 'Everybody reads it, and every version written since.',
  },
);

@ObjectType('GroupReportVersion', { description: 'What a report said from some version on.' })
export class GroupReportVersionType {
  @Field(() => Int, { description: 'From 1.' })
  number: number;

  @Field({ description: 'Markdown (CommonMark): no HTML, no image.' })
  text: string;

  @Field(() => PublicPerson)
  writtenBy: PublicPerson;

  @Field()
  writtenAt: Date;
}

@ObjectType('GroupReport', {
  description:
    'What a working group reports to a plenary, which reports on the work done (charter C3-PLENARY-CADENCE): one a group and a plenary.',
})
export class GroupReportType {
  @Field(() => ID)
  id: string;

  @Field(() => LanguageEnum, { description: 'The language in which it is written.' })
  language: 'FR' | 'EN';

  @Field(() => GroupReportStateEnum)
  state: GroupReportState;

  @Field(() => Date, { nullable: true, description: 'Null: not submitted.' })
  submittedAt: Date | null;
}

@ObjectType('GroupReporting', {
  description:
    'Where a working group and a plenary meet: what the one reports to the other, whether or not it does.',
})
export class GroupReportingType {
  groupId: string;

  meetingId: string;
}

export const GroupReportPage = pageOf(GroupReportType, 'GroupReport');
export const GroupReportVersionPage = pageOf(GroupReportVersionType, 'GroupReportVersion');
export const SaveGroupReportResult = resultOf('SaveGroupReport', () => GroupReportType);
export const SubmitGroupReportResult = resultOf('SubmitGroupReport', () => GroupReportType);
