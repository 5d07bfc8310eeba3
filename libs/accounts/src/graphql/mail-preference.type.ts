import { enumOf, TextField } from '@hemicycle/graphql';
import type { Text } from '@hemicycle/kernel';
import { MAIL_DELIVERIES, MAIL_TOPICS, type MailDelivery, type MailTopic } from '@hemicycle/mail';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ValidateNested } from 'class-validator';

const MailTopicEnum = enumOf('MailTopic', MAIL_TOPICS, 'What one may choose to be written about or not.', {
  REMINDERS: 'What the calendar makes due, to whoever has to act.',
  RESULTS: 'What came of elections, to those on their registers and those who stood.',
  MINUTES: 'Minutes published or corrected, to the members of the body that met.',
});

const MailDeliveryEnum = enumOf('MailDelivery', MAIL_DELIVERIES, 'How one wants letters about something.', {
  AT_ONCE: 'A letter each time.',
  DAILY: 'One letter a day, with all that waited; none when nothing did.',
  NEVER: 'None.',
});

@ObjectType({ description: 'Letters about something that one may decline, and how one wants them.' })
export class MailPreference {
  @Field(() => MailTopicEnum)
  topic: MailTopic;

  @TextField('What the letters are about.')
  title: Text;

  @Field(() => MailDeliveryEnum)
  delivery: MailDelivery;
}

@ObjectType({ description: 'Letters that are always sent, at once.' })
export class CompulsoryMail {
  @TextField('What the letters are about.')
  title: Text;

  @TextField('Why nobody declines them.')
  reason: Text;
}

@ObjectType({ description: 'What the forum writes to the person who is signed in.' })
export class MailPreferencesOfPerson {
  @Field(() => [MailPreference])
  optional: MailPreference[];

  @Field(() => [CompulsoryMail])
  compulsory: CompulsoryMail[];
}

@InputType()
export class MailPreferenceInput {
  @Field(() => MailTopicEnum)
  topic: MailTopic;

  @Field(() => MailDeliveryEnum)
  delivery: MailDelivery;
}

@InputType()
export class SetMailPreferencesInput {
  @Field(() => [MailPreferenceInput], { description: 'What is not named stays as it is.' })
  @ValidateNested({ each: true })
  @Type(() => MailPreferenceInput)
  @ArrayMaxSize(MAIL_TOPICS.length)
  preferences: MailPreferenceInput[];
}
