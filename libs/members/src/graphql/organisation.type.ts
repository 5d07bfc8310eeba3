import { CollegeEnum, DayScalar, pageOf, resultOf, TextField } from '@hemicycle/graphql';
import type { College, Day, Text } from '@hemicycle/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('OrganisationName', { description: 'A name that an organisation bears, from a day on.' })
export class OrganisationNameType {
  @TextField('The name.')
  name: Text;

  @Field(() => DayScalar, { description: 'The first day of this name; the next one ends it.' })
  fromOn: Day;
}

@ObjectType('Organisation', { description: 'An organisation of the forum, in one college.' })
export class OrganisationType {
  @Field(() => ID)
  id: string;

  @TextField('Its name on the day asked for; it may have been renamed since or before.')
  name: Text;

  @Field(() => CollegeEnum)
  college: College;

  @Field(() => DayScalar)
  registeredOn: Day;

  @Field(() => DayScalar, { nullable: true, description: 'Its last day in the forum; null: still there.' })
  leftOn: Day | null;
}

export const OrganisationPage = pageOf(OrganisationType, 'Organisation');
export const RegisterOrganisationResult = resultOf('RegisterOrganisation', () => OrganisationType);
export const RenameOrganisationResult = resultOf('RenameOrganisation', () => OrganisationType);
