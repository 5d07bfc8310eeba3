import type { Tx } from '@hemicycle/database';
import { type Language, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, Not } from 'typeorm';
import { Person } from './person.entity.js';

@Injectable()
export class PeopleRepository {
  /**
   * The person with this address, made when there is none: one address is one person, whoever asks first. Her row is locked, so
   * that the address is not forgotten while it is used (ADR 0031).
   */
  async personAt(
    tx: Tx,
    wanted: { email: string; name: string; language: Language; at: Date },
  ): Promise<Person> {
    const email = wanted.email.trim().toLowerCase();
    await tx
      .createQueryBuilder()
      .insert()
      .into(Person)
      .values({ id: newId(), email, name: wanted.name, language: wanted.language, createdAt: wanted.at })
      // Writes nothing: what is there is locked, and read as it is by then.
      .orUpdate(['email'], ['email'])
      .execute();
    return tx.findOneByOrFail(Person, { email });
  }

  byId(reader: EntityManager, id: string): Promise<Person> {
    return reader.findOneByOrFail(Person, { id });
  }

  /** The people of these ids; unknown ones are left out. */
  byIds(reader: EntityManager, ids: readonly string[]): Promise<Person[]> {
    return reader.findBy(Person, { id: In(ids) });
  }

  /** Whether an address is that of somebody else than a person. */
  isTaken(reader: EntityManager, email: string, butFor: string): Promise<boolean> {
    return reader.existsBy(Person, { email: email.trim().toLowerCase(), id: Not(butFor) });
  }

  /** Gives a person another address. The caller makes sure that it is nobody else's. */
  async moveTo(tx: Tx, id: string, email: string, at: Date): Promise<void> {
    await tx.update(Person, { id }, { email: email.trim().toLowerCase(), emailChangedAt: at });
  }

  /** Chooses the language in which a person is written to. */
  async speak(tx: Tx, id: string, language: Language): Promise<void> {
    await tx.update(Person, { id }, { language });
  }
}
