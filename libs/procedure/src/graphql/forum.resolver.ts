import { Database } from '@hemicycle/database';
import { CurrentAct, DayScalar } from '@hemicycle/graphql';
import { type Act, type Day, FORUM, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { ProcedureRepository } from '../procedure.repository.js';
import { FoundingGroup, ForumType, Secretariat } from './forum.type.js';

@Resolver()
export class ForumResolver {
  constructor(
    private readonly database: Database,
    private readonly procedure: ProcedureRepository,
    @Inject(FORUM_TIME_ZONE) private readonly timeZone: string,
  ) {}

  @Query(() => ForumType, { description: 'The forum that this installation serves.' })
  async forum(@CurrentAct() { on }: Act): Promise<ForumType> {
    const { demonstration } = await this.procedure.forum(this.database.reader);
    return {
      name: FORUM.name,
      host: FORUM.host,
      partnership: FORUM.partnership,
      timeZone: this.timeZone,
      today: on,
      demonstration,
      notice: demonstration ? FORUM.demonstration : null,
    };
  }

  @Query(() => Secretariat, { description: 'The secretariat as it is on a day.' })
  async secretariat(
    @CurrentAct() act: Act,
    @Args('on', { type: () => DayScalar, nullable: true, description: 'Null: today.' }) on: Day | null,
  ): Promise<Secretariat> {
    const day = on ?? act.on;
    return {
      bodies: await this.procedure.bodies(this.database.reader, day),
      members: await this.procedure.appointments(this.database.reader, day),
    };
  }

  @Query(() => FoundingGroup, { description: 'The founding working group as it is on a day.' })
  async foundingGroup(
    @CurrentAct() act: Act,
    @Args('on', { type: () => DayScalar, nullable: true, description: 'Null: today.' }) on: Day | null,
  ): Promise<FoundingGroup> {
    const { foundingGroupEndedOn } = await this.procedure.forum(this.database.reader);
    return {
      members: await this.procedure.founders(this.database.reader, on ?? act.on),
      endedOn: foundingGroupEndedOn,
    };
  }
}
