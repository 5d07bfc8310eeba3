import { Person } from '@hemicycle/accounts';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Convocation } from './convocation.entity.js';

/** That a convocation was sent to a person, when it left or once she came to take part in the meeting: nobody is sent it twice, unless she was freed of it meanwhile ({@link Release}). */
@Entity()
@ForeignKey(() => Convocation, ['meetingId', 'number'], ['meetingId', 'number'], { name: 'summons_by' })
@Index('summons_of_person', ['personId'])
export class Summons {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'summons_key' })
  meetingId: string;

  /** That of the convocation. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'summons_key' })
  number: number;

  @ForeignKey(() => Person, { name: 'summons_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'summons_key' })
  personId: string;
}
