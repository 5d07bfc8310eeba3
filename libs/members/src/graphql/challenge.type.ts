import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('ProofOfWorkChallenge', {
  description:
    'A work to be done by the sender’s machine, against automatic senders: a challenge of the ALTCHA protocol, version 2.',
})
export class ChallengeType {
  @Field({ description: 'JSON, as the ALTCHA widget reads it. It can be used once.' })
  challenge: string;

  @Field({ description: 'The instant from which it is no longer taken.' })
  expiresAt: Date;
}
