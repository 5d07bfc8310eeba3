import { CollegeEnum, DayScalar, enumOf, Rule, TextField } from '@hemicycle/graphql';
import type { College, Day, Text } from '@hemicycle/kernel';
import { type Office, OfficeEnum } from '@hemicycle/mandates';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { NEED_ACTS, type NeedAct } from '../needs/acts.js';

const NeedActEnum = enumOf(
  'NeedAct',
  NEED_ACTS,
  'What is waited for: most are mutations that the charter lets the person carry out now.',
  {
    decideApplications: 'To admit or decline each application of a call, with reasons.',
    completeFollowUp: 'To do what a decision charged the person, or her organisation, with.',
    keepInTime: 'What the calendar makes due of the person, though no single act does it at once.',
  },
);

@ObjectType('ElectionInNeed', { description: 'The election that something is waited for in.' })
export class ElectionInNeedType {
  @Field(() => ID)
  id: string;

  @Field(() => OfficeEnum)
  office: Office;

  @Field(() => CollegeEnum)
  college: College;
}

@ObjectType('PersonalNeed', { description: 'Something that waits for the person who asks.' })
export class PersonalNeedType {
  @Field(() => NeedActEnum)
  act: NeedAct;

  @Field(() => Rule, { description: 'The rule by which it waits for her.' })
  rule: Rule;

  @TextField('What it is about, as a title; null: the meeting or the election says it.', { nullable: true })
  about: Text | null;

  @TextField('Why it waits for her, in words.')
  why: Text;

  @Field(() => ID, { nullable: true, description: 'The meeting that it is about; null: none.' })
  meetingId: string | null;

  @TextField('What that meeting is called: its body and its number; null: none.', { nullable: true })
  meetingName: Text | null;

  @Field(() => ElectionInNeedType, { nullable: true, description: 'Null: it is about no election.' })
  election: ElectionInNeedType | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The minutes, the decision, the call for applications, the request or the working group that it is about, as `act` says; for `keepInTime` ' +
      'the meeting; null: none.',
  })
  thingId: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The last day on which it is done in time; null: no day is set.',
  })
  dueOn: Day | null;

  @Field(() => Date, {
    nullable: true,
    description: 'The instant from which it is too late, such as the closing of a poll; null: none is set.',
  })
  closesAt: Date | null;

  @Field({ description: 'Whether its day is past.' })
  late: boolean;
}
