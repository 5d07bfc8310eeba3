import { Ledger } from '@hemicycle/audit';
import type { Act, Language } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { PeopleRepository } from '../people.repository.js';
import type { Person } from '../person.entity.js';
import { personActing } from '../person-acting.js';

/** Chooses the language in which one is written to. */
@Injectable()
export class SetLanguage {
  constructor(
    private readonly ledger: Ledger,
    private readonly people: PeopleRepository,
  ) {}

  execute(act: Act, language: Language): Promise<Person> {
    return this.ledger.record(act, 'setLanguage', async (tx) => {
      const id = personActing(act);
      await this.people.speak(tx, id, language);
      return this.people.byId(tx, id);
    });
  }
}
