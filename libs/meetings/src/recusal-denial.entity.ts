import { InstantColumn } from '@hemicycle/database';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Recusal } from './recusal.entity.js';

/** A member's word that she has no interest in an item, where whoever presided had recorded one: her seat takes part in it. */
@Entity()
@ForeignKey(
  () => Recusal,
  ['meetingId', 'itemId', 'memberId', 'number'],
  ['meetingId', 'itemId', 'memberId', 'number'],
  {
    name: 'recusal_denial_of',
  },
)
export class RecusalDenial {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_denial_key' })
  meetingId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_denial_key' })
  itemId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_denial_key' })
  memberId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'recusal_denial_key' })
  number: number;

  @InstantColumn()
  deniedAt: Date;
}
