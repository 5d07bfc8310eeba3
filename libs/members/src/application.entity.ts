import { Person } from '@hemicycle/accounts';
import type { ApplicationState } from '@hemicycle/charter';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Language } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { CallForApplications } from './call-for-applications.entity.js';
import { Member } from './member.entity.js';

/** An answer to a call. The secretariat alone reads it; nothing that was sent is left of it once withdrawn, or long after the call. */
@Entity()
@Unique('application_one_an_address', ['callId', 'email'])
@Unique('application_one_a_member', ['memberId'])
@Check('application_email_lowercase', `email = lower(email)`)
@Check('application_language', `language IN ('fr', 'en')`)
@Check('application_state', `state IN ('SUBMITTED', 'ADMITTED', 'DECLINED', 'WITHDRAWN')`)
@Check('application_withdrawal_dated', `(state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)`)
@Check(
  'application_erased_whole',
  `num_nulls(name, email, organisation_name, motivation) =
     CASE WHEN state = 'WITHDRAWN' OR erased_at IS NOT NULL THEN 4 ELSE 0 END`,
)
@Check('application_erased_once_decided', `erased_at IS NULL OR state IN ('ADMITTED', 'DECLINED')`)
@Check(
  'application_decided_with_reasons',
  `CASE WHEN state IN ('ADMITTED', 'DECLINED')
     THEN num_nulls(decided_at, decided_by_id) = 0
       AND (num_nonnulls(reasons_fr, reasons_en) > 0) = (state = 'ADMITTED' OR erased_at IS NULL)
     ELSE num_nonnulls(decided_at, decided_by_id, reasons_fr, reasons_en) = 0
   END`,
)
@Check('application_admits', `(state = 'ADMITTED') = (member_id IS NOT NULL)`)
@Index('application_in_order', ['callId', 'submittedAt', 'id'])
export class Application {
  @IdColumn('application_key')
  id: string;

  @ForeignKey(() => CallForApplications, { name: 'application_to' })
  @Column('uuid')
  callId: string;

  @WordsColumn({ nullable: true })
  name: string | null;

  /** In lowercase: one address, one application that stands. */
  @WordsColumn({ nullable: true })
  email: string | null;

  @WordsColumn()
  language: Language;

  /** As the applicant writes it: it need not be registered yet. */
  @WordsColumn({ nullable: true })
  organisationName: string | null;

  @WordsColumn({ nullable: true })
  motivation: string | null;

  @WordsColumn()
  state: ApplicationState;

  @InstantColumn()
  submittedAt: Date;

  @InstantColumn({ nullable: true })
  withdrawnAt: Date | null;

  @InstantColumn({ nullable: true })
  decidedAt: Date | null;

  @ForeignKey(() => Person, { name: 'application_decided_by' })
  @Column('uuid', { nullable: true })
  decidedById: string | null;

  @WordsColumn({ nullable: true })
  reasonsFr: string | null;

  @WordsColumn({ nullable: true })
  reasonsEn: string | null;

  /** When what was sent was forgotten, long after the call was decided; null: it is kept, or was withdrawn. */
  @InstantColumn({ nullable: true })
  erasedAt: Date | null;

  /** The membership that it led to; null: none. */
  @ForeignKey(() => Member, { name: 'application_member' })
  @Column('uuid', { nullable: true })
  memberId: string | null;
}
