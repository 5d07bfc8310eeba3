import { CollegeEnum, TextField } from '@hemicycle/graphql';
import type { College, Text } from '@hemicycle/kernel';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('CollegeQuorum', {
  description: 'The quorum of one college (charter QUORUM). Whole numbers only.',
})
export class CollegeQuorumType {
  @Field(() => CollegeEnum)
  college: College;

  @Field(() => Int, {
    description: 'Voting members present, online or represented, by their alternates or by a proxy.',
  })
  present: number;

  @Field(() => Int, { description: 'Voting members on the day of the meeting.' })
  members: number;

  @Field(() => Int, { description: 'How many must be present.' })
  needed: number;

  @Field()
  met: boolean;

  @TextField('The arithmetic in words.')
  explanation: Text;
}

@ObjectType('Quorum', {
  description: 'Whether a meeting has its quorum, college by college (charter QUORUM).',
})
export class QuorumType {
  @Field({ description: 'Whether every college has it.' })
  met: boolean;

  @Field({ description: 'False for a second convocation, which requires none.' })
  required: boolean;

  @Field(() => [CollegeQuorumType])
  colleges: CollegeQuorumType[];
}

@ObjectType('QuorumCheck', {
  description: 'What was found of one college when its quorum was tested: kept as it was.',
})
export class QuorumCheckType {
  @Field()
  checkedAt: Date;

  @Field(() => CollegeEnum)
  college: College;

  @Field(() => Int, {
    description: 'Voting members present, online or represented, by their alternates or by a proxy.',
  })
  present: number;

  @Field(() => Int, { description: 'Voting members on the day of the meeting.' })
  members: number;

  @Field(() => Int, { description: 'How many had to be present.' })
  needed: number;

  @Field(() => Int, {
    description: 'Seats in neither count, by a declared interest in the item voted on (charter RECUSAL).',
  })
  recused: number;
}
