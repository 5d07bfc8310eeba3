import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many links were asked for, in one hour, for one address or from one network; forgotten after a day. */
@Entity()
@Check('sign_in_quota_asked', 'asked >= 1')
export class SignInQuota {
  /** Keyed hash of the address asked for, or of the network that asked. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_quota_key' })
  askerHash: string;

  /** The hour's first instant. */
  @PrimaryColumn('timestamptz', { precision: 3, primaryKeyConstraintName: 'sign_in_quota_key' })
  fromAt: Date;

  @Column('integer')
  asked: number;
}
