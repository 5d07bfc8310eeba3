import { PublicPerson } from '@hemicycle/accounts';
import { PAPER, type PaperState } from '@hemicycle/charter';
import { enumOf, resultOf, TextField } from '@hemicycle/graphql';
import type { Text } from '@hemicycle/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PAPER_FORMATS, type PaperFormat } from '../paper-format.js';

export const PaperFormatEnum = enumOf('PaperFormat', PAPER_FORMATS, 'What a paper’s file is.');

export const PaperStateEnum = enumOf(
  'PaperState',
  Object.keys(PAPER.states) as PaperState[],
  'The life of a paper.',
  { ATTACHED: 'Its files are read.', WITHDRAWN: 'It stays on record; its files are read no more.' },
);

@ObjectType('PaperVersion', {
  description:
    'One version of a paper. Its file is at `/papers/<id>/<number>`, the last one’s at `/papers/<id>` too.',
})
export class PaperVersionType {
  @Field(() => Int, { description: 'From 1.' })
  number: number;

  @Field({ description: 'As whoever attached it named the file.' })
  fileName: string;

  @Field(() => PaperFormatEnum)
  format: PaperFormat;

  @Field(() => Int, { description: 'In bytes.' })
  size: number;

  @Field({ description: 'SHA-256 of the file, in hexadecimal; the audit trail has it too.' })
  fingerprint: string;

  @Field(() => PublicPerson)
  addedBy: PublicPerson;

  @Field()
  addedAt: Date;
}

@ObjectType('Paper', { description: 'A paper that goes with an item of an agenda (charter NOTICE).' })
export class PaperType {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: 'The item of the agenda with which it goes.' })
  itemId: string;

  @TextField('What it is.')
  title: Text;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is for those who take part alone, in the words and language of whoever attached it; null: everybody reads it from the convocation on.',
  })
  membersOnlyReason: string | null;

  @Field(() => PaperStateEnum)
  state: PaperState;

  @Field(() => Date, { nullable: true, description: 'Null: it was not withdrawn.' })
  withdrawnAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'In the words and language of whoever withdrew it; null: it was not withdrawn.',
  })
  withdrawReason: string | null;

  @Field(() => [PaperVersionType], { description: 'The latest first.' })
  versions: PaperVersionType[];
}

export const AttachPaperResult = resultOf('AttachPaper', () => PaperType);
export const ReplacePaperResult = resultOf('ReplacePaper', () => PaperType);
export const WithdrawPaperResult = resultOf('WithdrawPaper', () => PaperType);
