import { WordsColumn } from '@hemicycle/database';
import type { College } from '@hemicycle/kernel';
import type { Office } from '@hemicycle/mandates';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DecisionSubject, ItemKind } from './agenda-item.entity.js';
import { PlenaryRequest } from './plenary-request.entity.js';

/** A point of the agenda that a request for a plenary carries; written as one, when the plenary is planned. */
@Entity()
@Check(
  'plenary_request_item_results_are_presented',
  `NOT presents_results OR kind IN ('INFORMATION', 'DISCUSSION')`,
)
@Check('plenary_request_item_planned_minutes', `planned_minutes BETWEEN 1 AND 600`)
@Check('plenary_request_item_positions_from_one', `position >= 1`)
export class PlenaryRequestItem {
  @ForeignKey(() => PlenaryRequest, { name: 'plenary_request_item_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plenary_request_item_key' })
  requestId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'plenary_request_item_key' })
  position: number;

  @WordsColumn()
  kind: ItemKind;

  @WordsColumn()
  titleFr: string;

  @WordsColumn()
  titleEn: string;

  @WordsColumn({ nullable: true })
  office: Office | null;

  @WordsColumn({ nullable: true })
  college: College | null;

  @WordsColumn({ nullable: true })
  subject: DecisionSubject | null;

  @Column('uuid', { nullable: true })
  objectId: string | null;

  @Column('boolean')
  presentsResults: boolean;

  @Column('integer', { nullable: true })
  plannedMinutes: number | null;
}
