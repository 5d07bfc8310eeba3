import { PeopleRepository, type Person } from '@hemicycle/accounts';
import type { Tx } from '@hemicycle/database';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { PersonInput } from './graphql/person.input.js';
import { ComingsAndGoings } from './comings-and-goings.js';
import { MembersRepository, type Ties } from './members.repository.js';

/** People about to be given a place in the forum. */
@Injectable()
export class Newcomers {
  constructor(
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly comings: ComingsAndGoings,
  ) {}

  /**
   * The person with these particulars, made when the address is unknown and locked until the end of the transaction,
   * with what ties her to the forum that day: two acts that would give her two votes meet here.
   */
  async welcome(
    tx: Tx,
    act: Act,
    { email, name, language }: PersonInput,
  ): Promise<{ person: Person; ties: Ties }> {
    const spoken = language === 'FR' ? 'fr' : 'en';
    const person = await this.people.personAt(tx, { email, name, language: spoken, at: act.at });
    await this.members.lockPerson(tx, person.id);
    // Refused, the act takes back what follows from it.
    await this.comings.tell(tx);
    return { person, ties: await this.members.ties(tx, person.id, act.on) };
  }
}
