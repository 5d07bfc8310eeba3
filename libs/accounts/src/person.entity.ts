import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Language } from '@hemicycle/kernel';
import { Check, Entity, Unique } from 'typeorm';

/** Someone who can sign in. The name is public once the person holds a seat; the address never is. */
@Entity()
@Unique('person_email_once', ['email'])
@Check('person_email_lowercase', `email = lower(email)`)
@Check('person_language', `language IN ('fr', 'en')`)
export class Person {
  @IdColumn('person_key')
  id: string;

  @WordsColumn()
  name: string;

  /** In lowercase, so that one address is one person; null: forgotten, years after her last role. */
  @WordsColumn({ nullable: true })
  email: string | null;

  @WordsColumn()
  language: Language;

  @InstantColumn()
  createdAt: Date;

  /** When the address was last replaced by another; null: it is the first. */
  @InstantColumn({ nullable: true })
  emailChangedAt: Date | null;
}
