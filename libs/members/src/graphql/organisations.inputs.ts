import { CollegeEnum, DayScalar, Line } from '@hemicycle/graphql';
import type { College, Day } from '@hemicycle/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { PersonInput } from './person.input.js';

@InputType({ isAbstract: true })
abstract class NamesInput {
  @Field({ description: 'Its name in French.' })
  @Line(200)
  nameFr: string;

  @Field({ description: 'Its name in English; the French one where it has none.' })
  @Line(200)
  nameEn: string;
}

@InputType()
export class RegisterOrganisationInput extends NamesInput {
  @Field(() => CollegeEnum)
  college: College;
}

@InputType()
export class RenameOrganisationInput extends NamesInput {
  @Field(() => ID)
  @IsUUID()
  organisationId: string;

  @Field(() => DayScalar, {
    description:
      'The first day of the new name, past or to come. A name recorded for that very day is replaced.',
  })
  fromOn: Day;
}

@InputType()
export class NameCorrespondentInput extends PersonInput {
  @Field(() => ID, { description: 'The government organisation whose contact for the action plan it is.' })
  @IsUUID()
  organisationId: string;
}

@InputType()
export class EndCorrespondentInput {
  @Field(() => ID)
  @IsUUID()
  correspondentId: string;
}
