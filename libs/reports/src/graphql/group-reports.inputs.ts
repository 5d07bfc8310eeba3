import { LanguageEnum } from '@hemicycle/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Transform } from 'class-transformer';

const LONGEST_TEXT = 50_000;
const LARGEST_INT = 2_147_483_647;

@InputType()
export class SaveGroupReportInput {
  @Field(() => ID)
  @IsUUID()
  groupId: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The plenary to which it reports, whose session has not opened; null: the next one that is planned.',
  })
  @IsOptional()
  @IsUUID()
  meetingId?: string | null;

  @Field(() => LanguageEnum, {
    defaultValue: 'FR',
    description:
      'The language in which it is written, chosen with the first version: not read from the second one on.',
  })
  language: 'FR' | 'EN';

  @Field(() => Int, {
    description:
      'The version that this text started from, 0 where there was none: when it is no longer the present one, the answer is ' +
      'CONFLICT and nothing is written.',
  })
  @IsInt()
  @Min(0)
  @Max(LARGEST_INT)
  basedOnVersion: number;

  @Field({
    description:
      'Markdown (CommonMark): headings of three or four number signs; no HTML, no image, links to https, http and mailto.',
  })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().replace(/\r\n?/g, '\n').normalize('NFC') : value,
  )
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  text: string;
}

@InputType()
export class SubmitGroupReportInput {
  @Field(() => ID)
  @IsUUID()
  reportId: string;

  @Field(() => Int, {
    description: 'The version that was read: when it is no longer the last, nothing is submitted.',
  })
  @IsInt()
  @Min(1)
  @Max(LARGEST_INT)
  version: number;
}
