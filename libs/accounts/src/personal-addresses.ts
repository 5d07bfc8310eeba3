import { AddressBook, type Addressee } from '@hemicycle/mail';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeyedHashes } from './keyed-hashes.js';
import { Person } from './person.entity.js';

/** Null: her address was forgotten. */
const addressee = ({ id, email, language }: Person): Addressee | null =>
  email === null ? null : { personId: id, address: email, language };

/** Where the persons of the forum are written to. */
@Injectable()
export class PersonalAddresses extends AddressBook {
  constructor(private readonly hashes: KeyedHashes) {
    super();
  }

  async ofPerson(reader: EntityManager, personId: string): Promise<Addressee | null> {
    const person = await reader.findOneBy(Person, { id: personId });
    return person === null ? null : addressee(person);
  }

  /**
   * The hashes of all addresses are made anew, some microseconds each: kept in the table, they would let whoever
   * reads a backup and knows the secret tell who asked for a link.
   */
  async behindHash(reader: EntityManager, addressHash: string): Promise<Addressee | null> {
    const people = await reader.find(Person);
    const person = people.find(({ email }) => email !== null && this.hashes.ofAddress(email) === addressHash);
    return person === undefined ? null : addressee(person);
  }
}
