import { Database } from '@hemicycle/database';
import { CurrentAct } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DeclareForParity } from '../commands/declare-for-parity.js';
import type { Committee } from '../committee.js';
import { type CollegeParity, Parities } from '../parities.js';
import { ManagementCommitteeType } from './mandate.type.js';
import { CollegeParityType, DeclareForParityInput, OwnParityType } from './parity.type.js';

/** What parity adds to the management committee, and what each holder declares of herself. */
@Resolver(() => ManagementCommitteeType)
export class ParityResolver {
  constructor(
    private readonly database: Database,
    private readonly parities: Parities,
    private readonly declaring: DeclareForParity,
  ) {}

  @ResolveField(() => [CollegeParityType], {
    description:
      'Of each college that has two seats held that day, or more, acting holders included; empty where the rules of procedure do not ' +
      'follow it (charter PARITY). Of a past committee it is no longer known: declarations are deleted with the mandates.',
  })
  parity(@Parent() { on }: Committee): Promise<CollegeParity[]> {
    return this.parities.on(this.database.reader, on);
  }

  @Query(() => OwnParityType, {
    nullable: true,
    description:
      'What one declared of oneself for parity; null: nobody asks, since one holds no seat of the committee or the rules of ' +
      'procedure do not follow it (charter PARITY).',
  })
  myParity(@CurrentAct() { actor, on }: Act): Promise<OwnParityType | null> {
    return this.parities.askedOf(this.database.reader, actor.personId, on);
  }

  @Mutation(() => OwnParityType, {
    description:
      'Declares, or takes back, what one is for parity among the committee’s seats. Nobody has to. It is read by nobody else, ' +
      'replaced without a trace, and deleted once the seat is left (charter PARITY).',
  })
  declareForParity(
    @CurrentAct() act: Act,
    @Args('input') { gender }: DeclareForParityInput,
  ): Promise<OwnParityType> {
    return this.declaring.execute(act, gender ?? null);
  }
}
