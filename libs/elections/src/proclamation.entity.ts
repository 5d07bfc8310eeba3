import { DayColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Mandate } from '@hemicycle/mandates';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Candidacy } from './candidacy.entity.js';
import { Election } from './election.entity.js';

/** Who was proclaimed, and the mandate that began that day: there is no other way into the committee (C3-ELECTED-AT-PLENARY). */
@Entity()
@Unique('proclamation_one_a_mandate', ['mandateId'])
export class Proclamation {
  @ForeignKey(() => Election, { name: 'proclamation_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proclamation_key' })
  electionId: string;

  @ForeignKey(() => Candidacy, { name: 'proclamation_elects' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proclamation_key' })
  candidacyId: string;

  @ForeignKey(() => Mandate, { name: 'proclamation_gives' })
  @Column('uuid')
  mandateId: string;

  @DayColumn()
  proclaimedOn: Day;
}
