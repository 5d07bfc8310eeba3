import { CollegeEnum, TextField } from '@hemicycle/graphql';
import type { College, Text } from '@hemicycle/kernel';
import { type Office, OfficeEnum } from '@hemicycle/mandates';
import { type DecisionSubject, DecisionSubjectEnum, type ItemKind, ItemKindEnum } from '@hemicycle/meetings';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ItemLeft } from '../items-left.js';

@ObjectType('ItemLeft', {
  description: 'A point that earlier sessions leave to the next one, as `draftAgenda` takes it up.',
})
export class ItemLeftType {
  @Field(() => ItemKindEnum)
  kind: ItemKind;

  @TextField('What it is about.')
  title: Text;

  @Field(() => OfficeEnum, { nullable: true, description: 'For an election, its office; null: no election.' })
  office: Office | null;

  @Field(() => CollegeEnum, {
    nullable: true,
    description: 'For an election, its college; null: no election.',
  })
  college: College | null;

  @Field(() => DecisionSubjectEnum, {
    nullable: true,
    description: 'For a decision whose effects the charter knows, what it is on; null: any other item.',
  })
  subject: DecisionSubject | null;

  @Field(() => ID, { nullable: true, description: 'What the subject is about; null: nothing.' })
  objectId: string | null;

  @Field({
    description:
      'Whether it presents results of the implementation to civil society and collects its comments (charter OGP-5.1).',
  })
  presentsResults: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The working group whose report was to be heard; null: none was.',
  })
  reportOfId: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many minutes it is planned to take; null: nobody said.',
  })
  plannedMinutes: number | null;

  @TextField('Why it is left.')
  why: Text;
}

export const itemLeftShown = ({ titleFr, titleEn, ...item }: ItemLeft): ItemLeftType => ({
  ...item,
  title: { fr: titleFr, en: titleEn },
});
