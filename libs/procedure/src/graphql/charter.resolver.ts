import { RULE_IDS } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { CurrentAct, DayScalar, Rule, ruleOf } from '@hemicycle/graphql';
import { type Act, type Day, isId } from '@hemicycle/kernel';
import { Args, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type KnownEdition, ProcedureRepository } from '../procedure.repository.js';
import { Charter, livesTold } from './charter.type.js';
import { EditionType } from './edition.type.js';

/** The same for everybody and for as long as the server runs. */
const CHARTER: Charter = { rules: RULE_IDS.map(ruleOf), lives: livesTold() };

@Resolver(() => Charter)
export class CharterResolver {
  constructor(
    private readonly database: Database,
    private readonly procedure: ProcedureRepository,
  ) {}

  @Query(() => Charter, { description: 'The forum’s rules, and the rules of procedure that complete them.' })
  charter(): Charter {
    return CHARTER;
  }

  @ResolveField(() => Rule, { nullable: true, description: 'One rule; null: there is none of that name.' })
  rule(@Args('id', { type: () => ID, description: 'Such as `C3-COCHAIRS`.' }) id: string): Rule | null {
    return CHARTER.rules.find((rule) => rule.id === id) ?? null;
  }

  @ResolveField(() => EditionType, { description: 'The edition by which an act of a day is judged.' })
  rulesOfProcedure(
    @CurrentAct() act: Act,
    @Args('on', { type: () => DayScalar, nullable: true, description: 'Null: today.' }) on: Day | null,
  ): Promise<KnownEdition> {
    return this.procedure.editionKnownOn(this.database.reader, on ?? act.on);
  }

  @ResolveField(() => [EditionType], {
    description:
      'Edition 0, with the days before any other was adopted, then every adopted edition, by number.',
  })
  editions(): Promise<KnownEdition[]> {
    return this.procedure.editions(this.database.reader);
  }

  @ResolveField(() => EditionType, {
    nullable: true,
    description: 'The draft that waits for its adoption; null: none does.',
  })
  draft(): Promise<KnownEdition | null> {
    return this.procedure.draft(this.database.reader);
  }

  @ResolveField(() => EditionType, {
    nullable: true,
    description: 'An edition or a draft, superseded ones included; null: unknown.',
  })
  async edition(
    @Args('id', { type: () => ID, description: 'As a mutation or `draft` gave it.' }) id: string,
  ): Promise<KnownEdition | null> {
    return isId(id) ? this.procedure.edition(this.database.reader, id) : null;
  }
}
