import { APPLICATION, type ApplicationState } from '@hemicycle/charter';
import { enumOf, pageOf, resultOf } from '@hemicycle/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';

const ApplicationStateEnum = enumOf(
  'ApplicationState',
  Object.keys(APPLICATION.states) as ApplicationState[],
  'The life of an application.',
  {
    SUBMITTED: 'Waiting for its decision.',
    ADMITTED: 'Accepted: the applicant is a member.',
    DECLINED: 'Not accepted, with reasons.',
    WITHDRAWN: 'Withdrawn by the applicant; nothing personal is left of it.',
  },
);

@ObjectType('Application', {
  description:
    'An answer to a call for applications. The secretariat alone reads it: no operation open to others leads here. What was sent is erased when it is withdrawn, else a year after the call was decided, with the reasons for declining it.',
})
export class ApplicationType {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true, description: 'The applicant’s name; null once it is erased.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'The applicant’s address; null once it is erased.' })
  email: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The organisation as the applicant writes it; null once it is erased.',
  })
  organisationName: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the application meets the criteria; null once it is erased.',
  })
  motivation: string | null;

  @Field(() => ApplicationStateEnum)
  state: ApplicationState;

  @Field()
  submittedAt: Date;

  @Field(() => Date, { nullable: true, description: 'Null: not withdrawn.' })
  withdrawnAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Null: no decision yet.' })
  decidedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'The decision’s reasons in French; null: none in French, or erased.',
  })
  reasonsFr: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The decision’s reasons in English; null: none in English, or erased.',
  })
  reasonsEn: string | null;
}

export const ApplicationPage = pageOf(ApplicationType, 'Application');
export const AdmitApplicantResult = resultOf('AdmitApplicant', () => ApplicationType);
export const DeclineApplicationResult = resultOf('DeclineApplication', () => ApplicationType);
