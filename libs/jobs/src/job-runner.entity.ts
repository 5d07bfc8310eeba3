import { InstantColumn } from '@hemicycle/database';
import { Entity, PrimaryColumn } from 'typeorm';

/** A sign of life of what runs jobs in one process. Instants are the database's own: every process compares with the same clock. */
@Entity()
export class JobRunner {
  /** As it signs the jobs that it holds. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'job_runner_key' })
  id: string;

  @InstantColumn()
  lastSeenAt: Date;
}
