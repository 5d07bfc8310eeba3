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
    'An answer to a call for applications. The secretariat alone reads it: no operation open to others leads here.',
})
export class ApplicationType {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true, description: 'The applicant’s name; null once withdrawn.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'The applicant’s address; null once withdrawn.' })
  email: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The organisation as the applicant writes it; null once withdrawn.',
  })
  organisationName: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the application meets the criteria; null once withdrawn.',
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
    description: 'The decision’s reasons in French; null: none in French.',
  })
  reasonsFr: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The decision’s reasons in English; null: none in English.',
  })
  reasonsEn: string | null;
}

export const ApplicationPage = pageOf(ApplicationType, 'Application');
export const AdmitApplicantResult = resultOf('AdmitApplicant', () => ApplicationType);
export const DeclineApplicationResult = resultOf('DeclineApplication', () => ApplicationType);
