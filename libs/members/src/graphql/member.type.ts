import { PublicPerson } from '@hemicycle/accounts';
import { CollegeEnum, DayScalar, enumOf, pageOf, resultOf } from '@hemicycle/graphql';
import type { College, Day } from '@hemicycle/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ADMISSION_ROUTES, type AdmissionRoute } from '../member.entity.js';
import { OrganisationType } from './organisation.type.js';

const AdmissionRouteEnum = enumOf(
  'AdmissionRoute',
  ADMISSION_ROUTES,
  'How a member came in (charter C3-ADMISSION).',
  {
    CALL: 'By a call for applications.',
    DIRECT_APPOINTMENT: 'By direct appointment, for a stated need.',
    CONVENED: 'Convened by the secretariat: the way in of government members.',
  },
);

@ObjectType('Member', {
  description: 'A person’s seat in the forum, for an organisation, from day to day.',
})
export class MemberType {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'Given in the order of admission, once and for all.' })
  number: number;

  @Field(() => PublicPerson)
  person: PublicPerson;

  @Field(() => CollegeEnum)
  college: College;

  @Field(() => OrganisationType, {
    description: 'The organisation for which the member sits, on the day asked for.',
  })
  organisation: OrganisationType;

  @Field(() => AdmissionRouteEnum)
  route: AdmissionRoute;

  @Field(() => DayScalar, { description: 'The first day of the membership.' })
  fromOn: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The last day of the membership; null: no end known.',
  })
  untilOn: Day | null;

  @Field(() => PublicPerson, {
    nullable: true,
    description: 'Who may sit in for the member, on the day asked for (charter ALTERNATE); null: nobody.',
  })
  alternate: PublicPerson | null;
}

export const MemberPage = pageOf(MemberType, 'Member');
export const ConveneMemberResult = resultOf('ConveneMember', () => MemberType);
export const AppointDirectlyResult = resultOf('AppointDirectly', () => MemberType);
export const NameAlternateResult = resultOf('NameAlternate', () => MemberType);
export const EndAlternateResult = resultOf('EndAlternate', () => MemberType);
