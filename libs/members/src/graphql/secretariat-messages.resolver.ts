import { type ApiContext, CurrentAct } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Args, Context, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import {
  type MessageReceived,
  WriteToSecretariat,
  WRITING_TO_SECRETARIAT,
} from '../commands/write-to-secretariat.js';
import { ChallengeType } from './challenge.type.js';
import { ProofOfWork } from '../proof-of-work.js';
import { WriteToSecretariatInput } from './secretariat-messages.inputs.js';

@ObjectType({
  description:
    'A message goes to the secretariat. The acknowledgement goes to the address given and repeats nothing of it.',
})
class WriteToSecretariatResult {
  @Field({ description: 'When it arrived.' })
  receivedAt: Date;
}

@Resolver()
export class SecretariatMessagesResolver {
  constructor(
    private readonly proofs: ProofOfWork,
    private readonly writing: WriteToSecretariat,
  ) {}

  @Query(() => ChallengeType, {
    description:
      'A proof of work to be done before writing to the secretariat: no account, no cookie, no third party. Good for one hour and one message.',
  })
  secretariatChallenge(@CurrentAct() act: Act): Promise<ChallengeType> {
    return this.proofs.challenge(WRITING_TO_SECRETARIAT, act.at);
  }

  @Mutation(() => WriteToSecretariatResult, {
    description:
      'Writes to the secretariat: open to everybody, without an account. Everybody who works there today receives the message by mail and answers the address given; the forum keeps neither once it is passed on. Too many messages from one network or one address are refused (FORBIDDEN), as is one that nobody would receive (CONFLICT).',
  })
  writeToSecretariat(
    @CurrentAct() act: Act,
    @Context() { callerAddress }: ApiContext,
    @Args('input') input: WriteToSecretariatInput,
  ): Promise<MessageReceived> {
    return this.writing.execute(act, input, callerAddress);
  }
}
