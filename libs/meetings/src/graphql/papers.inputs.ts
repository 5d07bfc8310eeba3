import { Line, Prose } from '@hemicycle/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';

const LARGEST_INT = 2_147_483_647;
const LONGEST_TITLE = 200;
const LONGEST_NAME = 150;
const LONGEST_REASON = 300;

/** A name without folders. */
const FILE_NAME = /^[^/\\]+$/;
const FILE_NAME_SAID =
  'As the file is named, with its extension, which says its format: `.pdf`, `.odt`, `.docx`, `.ods`, `.xlsx`, `.csv`, `.png`, `.jpg`, `.md` or `.txt`.';

@InputType({
  description:
    'A paper; its file is the body of a request to `/papers/attach`, to which this input is given in a header.',
})
export class AttachPaperInput {
  @Field(() => ID)
  @IsUUID()
  meetingId: string;

  @Field(() => ID, { description: 'An item of the agenda that stands published, or of the latest draft.' })
  @IsUUID()
  itemId: string;

  @Field()
  @Line(LONGEST_TITLE)
  titleFr: string;

  @Field()
  @Line(LONGEST_TITLE)
  titleEn: string;

  @Field({ description: FILE_NAME_SAID })
  @Line(LONGEST_NAME)
  @Matches(FILE_NAME)
  fileName: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is for those who take part alone, told to those who may read it; null: everybody reads it from the convocation on.',
  })
  @IsOptional()
  @Prose(LONGEST_REASON)
  membersOnlyReason?: string | null;
}

@InputType({
  description:
    'A newer version; its file is the body of a request to `/papers/replace`, to which this input is given in a header.',
})
export class ReplacePaperInput {
  @Field(() => ID)
  @IsUUID()
  paperId: string;

  @Field(() => Int, {
    description:
      'The version that it replaces: when it is no longer the present one, the answer is CONFLICT and nothing is written.',
  })
  @IsInt()
  @Min(1)
  @Max(LARGEST_INT)
  basedOnVersion: number;

  @Field({ description: FILE_NAME_SAID })
  @Line(LONGEST_NAME)
  @Matches(FILE_NAME)
  fileName: string;
}

@InputType()
export class WithdrawPaperInput {
  @Field(() => ID)
  @IsUUID()
  paperId: string;

  @Field({ description: 'Told to whoever may read the paper.' })
  @Prose(LONGEST_REASON)
  reason: string;
}
