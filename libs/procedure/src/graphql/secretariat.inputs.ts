import { EmailAddress, LanguageEnum, Line } from '@hemicycle/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';

@InputType({ description: 'The body, by its names.' })
export class RegisterSecretariatBodyInput {
  @Field({ description: 'Its name in French.' })
  @Line(200)
  nameFr: string;

  @Field({ description: 'Its name in English; the French one where it has none.' })
  @Line(200)
  nameEn: string;
}

@InputType({ description: 'Who works for which body. Nothing is sent to the person.' })
export class AppointSecretaryInput {
  @Field(() => ID, { description: 'The body for which the person works.' })
  @IsUUID()
  bodyId: string;

  @Field({ description: 'First name and surname, or the title under which the person works: public.' })
  @Line(200)
  name: string;

  @Field({
    description: 'Never public. Somebody known by this address keeps her name and language.',
  })
  @EmailAddress()
  email: string;

  @Field(() => LanguageEnum, { description: 'The language in which the forum writes to the person.' })
  language: 'FR' | 'EN';
}

@InputType({ description: 'The appointment that ends.' })
export class EndSecretaryAppointmentInput {
  @Field(() => ID, { description: 'As `secretariat` gives it.' })
  @IsUUID()
  appointmentId: string;
}
