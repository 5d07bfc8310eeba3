import { CollegeEnum } from '@hemicycle/graphql';
import type { College } from '@hemicycle/kernel';
import { Field, InputType } from '@nestjs/graphql';
import { IsNotEmpty, MaxLength } from 'class-validator';

@InputType()
export class RegisterOrganisationInput {
  @Field({ description: 'Its name in French.' })
  @IsNotEmpty()
  @MaxLength(200)
  nameFr: string;

  @Field({ description: 'Its name in English; the French one where it has none.' })
  @IsNotEmpty()
  @MaxLength(200)
  nameEn: string;

  @Field(() => CollegeEnum)
  college: College;
}
