import type { Tx } from '@hemicycle/database';
import { type Language, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { Person } from './person.entity.js';

@Injectable()
export class PeopleRepository {
  /** The person with this address, made when there is none: one address is one person, whoever asks first. */
  async personAt(
    tx: Tx,
    wanted: { email: string; name: string; language: Language; at: Date },
  ): Promise<Person> {
    const email = wanted.email.toLowerCase();
    await tx
      .createQueryBuilder()
      .insert()
      .into(Person)
      .values({ id: newId(), email, name: wanted.name, language: wanted.language, createdAt: wanted.at })
      .orIgnore()
      .execute();
    return tx.findOneByOrFail(Person, { email });
  }
}
