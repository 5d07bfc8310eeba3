import { Database } from '@hemicycle/database';
import { DayScalar } from '@hemicycle/graphql';
import { type Day, endOfDay, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Inject } from '@nestjs/common';
import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { AuditRepository } from '../audit.repository.js';

@ObjectType({
  description:
    'The last row of the audit trail. Whoever kept a head can prove later that nothing before it was altered or removed.',
})
export class AuditHead {
  @Field(() => Int, { description: 'How many rows the trail had.' })
  seq: number;

  @Field({ description: 'SHA-256 of the last row, in lowercase hex; it covers every row before.' })
  hash: string;

  @Field({ description: 'When the last row was written.' })
  at: Date;
}

@Resolver()
export class AuditResolver {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  @Query(() => AuditHead, {
    nullable: true,
    description:
      'The head of the audit trail at the end of a day: copy it elsewhere each day and give it to `hemicycle verify-audit --head`. Null: nothing was written by then.',
  })
  auditHead(@Args('on', { type: () => DayScalar }) on: Day): Promise<AuditHead | null> {
    return this.trail.head(this.database.reader, endOfDay(on, this.zone));
  }
}
