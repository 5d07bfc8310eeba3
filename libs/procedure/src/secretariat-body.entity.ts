import { DayColumn, IdColumn, WordsColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Entity, Unique } from 'typeorm';

/** A body that holds the role of secretariat, alone or with others: a ministry, its directorate, the CESE. */
@Entity()
@Unique('secretariat_body_name_fr_once', ['nameFr'])
@Unique('secretariat_body_name_en_once', ['nameEn'])
export class SecretariatBody {
  @IdColumn('secretariat_body_key')
  id: string;

  @WordsColumn()
  nameFr: string;

  @WordsColumn()
  nameEn: string;

  @DayColumn()
  registeredOn: Day;
}
