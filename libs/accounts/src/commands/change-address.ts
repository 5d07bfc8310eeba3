import { Ledger } from '@hemicycle/audit';
import { Database, isLostRace } from '@hemicycle/database';
import { Conflict, NotFound } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Injectable } from '@nestjs/common';
import { ADDRESS_CHANGED_LETTER } from '../address-changed-letter.js';
import { PeopleRepository } from '../people.repository.js';
import type { Person } from '../person.entity.js';
import { SessionsRepository } from '../sessions.repository.js';
import { SignInLinksRepository } from '../sign-in-links.repository.js';

const TAKEN = {
  fr: 'Cette adresse est celle d’une autre personne : une adresse est une personne.',
  en: 'This address is another person’s: one address is one person.',
};

/**
 * Gives a person another address, by the secretariat. Whoever has the old one is told, and is signed out: links and sessions
 * that went there end. The new one does not serve in an election whose register is fixed (charter REGISTER).
 */
@Injectable()
export class ChangeAddress {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly links: SignInLinksRepository,
    private readonly mail: Mail,
  ) {}

  /** @throws Conflict where the address is somebody else's */
  async execute(
    act: Act,
    { personId, email }: { readonly personId: string; readonly email: string },
  ): Promise<Person> {
    if (await this.people.isTaken(this.database.reader, email, personId)) throw new Conflict(TAKEN);
    try {
      return await this.ledger.record(act, 'changeAddress', async (tx) => {
        const [person] = await this.people.byIds(tx, [personId]);
        if (person === undefined) throw new NotFound({ fr: 'Personne', en: 'Person' }, personId);
        const { email: address, language } = person;
        if (address !== null) {
          await this.mail.enqueue(tx, ADDRESS_CHANGED_LETTER, {
            to: { address, language },
            parameters: {},
            at: act.at,
          });
        }
        await this.people.moveTo(tx, personId, email, act.at);
        await this.sessions.revokeAll(tx, personId, act.at);
        await this.links.endAll(tx, personId);
        return this.people.byId(tx, personId);
      });
    } catch (error) {
      if (isLostRace(error)) throw new Conflict(TAKEN);
      throw error;
    }
  }
}
