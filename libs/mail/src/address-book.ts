import type { Language } from '@hemicycle/kernel';
import type { EntityManager } from 'typeorm';

export interface Addressee {
  readonly personId: string;
  readonly address: string;
  /** The language in which the person wants to be written to. */
  readonly language: Language;
}

/** Where persons are written to. People live in a later room, which answers; null: nobody (any more). */
export abstract class AddressBook {
  abstract ofPerson(reader: EntityManager, personId: string): Promise<Addressee | null>;
  abstract behindHash(reader: EntityManager, addressHash: string): Promise<Addressee | null>;
}
