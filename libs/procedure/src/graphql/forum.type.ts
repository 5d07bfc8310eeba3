import { PublicPerson } from '@hemicycle/accounts';
import { CollegeEnum, DayScalar, resultOf, TextField } from '@hemicycle/graphql';
import type { College, Day, Text } from '@hemicycle/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Forum', { description: 'The forum that this installation serves.' })
export class ForumType {
  @TextField('Its name.')
  name: Text;

  @TextField('Who hosts it (charter C3-HOST).')
  host: Text;

  @TextField('What it is in the Open Government Partnership (charter C3-HOST).')
  partnership: Text;

  @Field({ description: 'The IANA name of its time zone: days are days there.' })
  timeZone: string;

  @Field(() => DayScalar, { description: 'The day that it is there.' })
  today: Day;

  @Field({ description: 'Whether what it shows is invented.' })
  demonstration: boolean;

  @TextField('To be shown on every page and document; null: there is nothing to say.', { nullable: true })
  notice: Text | null;
}

@ObjectType('SecretariatBody', { description: 'A body that holds the role of secretariat, with others.' })
export class SecretariatBodyType {
  @Field(() => ID, { description: 'To appoint somebody who works for it.' })
  id: string;

  @TextField('Its name.')
  name: Text;

  @Field(() => DayScalar, { description: 'The day on which it entered the secretariat.' })
  registeredOn: Day;
}

@ObjectType('SecretariatAppointment', { description: 'A person’s work in the secretariat.' })
export class SecretariatAppointmentType {
  @Field(() => ID, { description: 'To end it.' })
  id: string;

  @Field(() => PublicPerson, { description: 'Who works in the secretariat.' })
  person: PublicPerson;

  @Field(() => SecretariatBodyType, { description: 'The body for which the person works.' })
  body: SecretariatBodyType;

  @Field(() => DayScalar, { description: 'The first day.' })
  fromOn: Day;

  @Field(() => DayScalar, { nullable: true, description: 'The last day; null: no end known.' })
  untilOn: Day | null;
}

@ObjectType({
  description: 'The secretariat: one role, held by several bodies together (charter C3-CONVOCATION).',
})
export class Secretariat {
  @Field(() => [SecretariatBodyType], { description: 'By French name.' })
  bodies: SecretariatBodyType[];

  @Field(() => [SecretariatAppointmentType], { description: 'Who works in it, by name.' })
  members: SecretariatAppointmentType[];
}

@ObjectType({ description: 'A person of the founding working group.' })
export class FoundingGroupMember {
  @Field(() => ID, { description: 'The same for as long as the person belongs to the group.' })
  id: string;

  @Field(() => PublicPerson, { description: 'Who belongs to the group.' })
  person: PublicPerson;

  @Field(() => CollegeEnum, { description: 'The side from which the person comes.' })
  college: College;

  @Field(() => DayScalar, { description: 'The first day.' })
  fromOn: Day;

  @Field(() => DayScalar, { nullable: true, description: 'The last day; null: no end known.' })
  untilOn: Day | null;
}

@ObjectType({
  description:
    'The founding working group: it approves edition 1 of the rules of procedure and holds the second key of the first plenary’s agenda (charter RULES-ADOPTION, C3-AGENDA).',
})
export class FoundingGroup {
  @Field(() => [FoundingGroupMember], { description: 'By name.' })
  members: FoundingGroupMember[];

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day of the first plenary, its last; null: still at work.',
  })
  endedOn: Day | null;
}

export const RegisterSecretariatBodyResult = resultOf('RegisterSecretariatBody', () => SecretariatBodyType);
export const AppointSecretaryResult = resultOf('AppointSecretary', () => SecretariatAppointmentType);
export const EndSecretaryAppointmentResult = resultOf(
  'EndSecretaryAppointment',
  () => SecretariatAppointmentType,
);
