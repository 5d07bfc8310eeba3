import { type Gender, GENDERS, PARITIES, type Parity } from '@hemicycle/charter';
import { CollegeEnum, enumOf } from '@hemicycle/graphql';
import type { College } from '@hemicycle/kernel';
import { Field, InputType, ObjectType } from '@nestjs/graphql';

const GenderEnum = enumOf('Gender', GENDERS, 'What a person may declare of herself for parity.', {
  WOMAN: 'Counted as a woman.',
  MAN: 'Counted as a man.',
  NEITHER: 'Counted as neither.',
});

const ParityEnum = enumOf('Parity', PARITIES, 'All that is ever shown of declarations (charter PARITY).', {
  MET: 'The gap between women and men is at most one.',
  NOT_MET: 'The gap is larger.',
  UNKNOWN: 'Too few declared to tell.',
});

@ObjectType('CollegeParity', {
  description: 'Whether women and men are in parity among the seats that one college holds on the committee.',
})
export class CollegeParityType {
  @Field(() => CollegeEnum)
  college: College;

  @Field(() => ParityEnum)
  parity: Parity;
}

@ObjectType('OwnParity', {
  description: 'What whoever asks declared of herself for the seat that she holds.',
})
export class OwnParityType {
  @Field(() => GenderEnum, { nullable: true, description: 'Null: nothing.' })
  gender: Gender | null;
}

@InputType()
export class DeclareForParityInput {
  @Field(() => GenderEnum, { nullable: true, description: 'Null: takes back what was declared.' })
  gender: Gender | null;
}
