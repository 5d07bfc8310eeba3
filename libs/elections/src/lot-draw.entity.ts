import { Person } from '@hemicycle/accounts';
import { InstantColumn } from '@hemicycle/database';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ElectionRound } from './election-round.entity.js';

/** That lots were drawn between those tied in a round (charter TIE): what they gave follows from the two values. */
@Entity()
export class LotDraw {
  @ForeignKey(() => ElectionRound, { name: 'lot_draw_for' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lot_draw_key' })
  roundId: string;

  @ForeignKey(() => Person, { name: 'lot_draw_by' })
  @Column('uuid')
  drawnById: string;

  @InstantColumn()
  drawnAt: Date;
}
