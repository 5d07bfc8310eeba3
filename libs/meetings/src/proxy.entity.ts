import { Person } from '@hemicycle/accounts';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** How a proxy ended: its giver withdrew it, or her seat took part after all (charter PROXY). */
export const PROXY_ENDINGS = ['WITHDRAWN', 'LAPSED'] as const;
export type ProxyEnding = (typeof PROXY_ENDINGS)[number];

/** The vote of a member lent to another of the same college, for one meeting (charter PROXY). */
@Entity()
@Index('proxy_one_a_giver', ['meetingId', 'giverId'], { unique: true, where: 'ended_at IS NULL' })
@Check('proxy_to_another', 'giver_id <> holder_id')
@Check('proxy_ending', `ending IN ('WITHDRAWN', 'LAPSED')`)
@Check('proxy_ended_somehow', '(ended_at IS NULL) = (ending IS NULL)')
export class Proxy {
  @IdColumn('proxy_key')
  id: string;

  @ForeignKey(() => Meeting, { name: 'proxy_for' })
  @Column('uuid')
  meetingId: string;

  @ForeignKey(() => Member, { name: 'proxy_giver' })
  @Column('uuid')
  giverId: string;

  @ForeignKey(() => Member, { name: 'proxy_holder' })
  @Column('uuid')
  holderId: string;

  /** The giver, or the person of the secretariat who recorded what the giver wrote. */
  @ForeignKey(() => Person, { name: 'proxy_recorded_by' })
  @Column('uuid')
  recordedById: string;

  @InstantColumn()
  givenAt: Date;

  @InstantColumn({ nullable: true })
  endedAt: Date | null;

  @WordsColumn({ nullable: true })
  ending: ProxyEnding | null;
}
