import { DayColumn, IdColumn, WordsColumn } from '@hemicycle/database';
import type { College, Day } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey } from 'typeorm';

/** A ministry, a directorate, an association, a university… in one college for ever (charter C3-COLLEGES). */
@Entity()
@Check('organisation_college', `college IN ('GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check('organisation_succession_dated', `(succeeded_by_id IS NULL) = (succeeded_on IS NULL)`)
@Check('organisation_not_its_own_successor', `succeeded_by_id <> id`)
export class Organisation {
  @IdColumn('organisation_key')
  id: string;

  @WordsColumn()
  college: College;

  @DayColumn()
  registeredOn: Day;

  /** The last day in the forum; null: still there. */
  @DayColumn({ nullable: true })
  leftOn: Day | null;

  /** The organisation that took over, by merger, succession or change of college. */
  @ForeignKey(() => Organisation, { name: 'organisation_succeeded_by' })
  @Column('uuid', { nullable: true })
  succeededById: string | null;

  @DayColumn({ nullable: true })
  succeededOn: Day | null;
}
