import { InstantColumn } from '@hemicycle/database';
import { Member } from '@hemicycle/members';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PlenaryRequest } from './plenary-request.entity.js';

/** A member's support of a request for a plenary; whoever made it supports it. */
@Entity()
export class PlenaryRequestSupport {
  @ForeignKey(() => PlenaryRequest, { name: 'plenary_request_support_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plenary_request_support_key' })
  requestId: string;

  @ForeignKey(() => Member, { name: 'plenary_request_support_by' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plenary_request_support_key' })
  memberId: string;

  @InstantColumn()
  supportedAt: Date;
}
