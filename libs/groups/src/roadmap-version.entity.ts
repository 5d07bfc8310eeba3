import { Person } from '@hemicycle/accounts';
import { InstantColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { WorkingGroup } from './working-group.entity.js';

/** One version of a group's roadmap. A change is a new version: nothing is edited. */
@Entity()
@Check('roadmap_versions_from_one', `number >= 1`)
export class RoadmapVersion {
  @ForeignKey(() => WorkingGroup, { name: 'roadmap_version_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'roadmap_version_key' })
  groupId: string;

  /** 1, 2, 3… without a gap. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'roadmap_version_key' })
  number: number;

  @ForeignKey(() => Person, { name: 'roadmap_version_written_by' })
  @Column('uuid')
  writtenById: string;

  @InstantColumn()
  writtenAt: Date;
}
