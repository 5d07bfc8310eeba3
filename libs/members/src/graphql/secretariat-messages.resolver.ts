import { type ApiContext, CurrentAct } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Args, Context, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import {
  type MessageReceived,
  WriteToSecretariat,
  WRITING_TO_SECRETARIAT,
} from '../commands/write-to-secretariat.js';
import { ProofOfWork } from '../proof-of-work.js';
import { WriteToSecretariatInput } from './secretariat-messages.inputs.js';

@ObjectType({ description: 'A work to be done by the sender’s machine, against automatic senders.' })
class SecretariatChallenge {
  @Field({ description: 'JSON, as the ALTCHA widget (version 2) reads it. It can be used once.' })
  challenge: string;

  @Field({ description: 'The instant from which it is no longer taken.' })
  expiresAt: Date;
}

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

  @Query(() => SecretariatChallenge, {
    description:
      'A proof of work to be done before writing to the secretariat: no account, no cookie, no third party. Good for one hour and one message.',
  })
  secretariatChallenge(@CurrentAct() act: Act): Promise<SecretariatChallenge> {
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
