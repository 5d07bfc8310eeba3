import { PeopleRepository } from '@hemicycle/accounts';
import type { MinutesSignatory } from '@hemicycle/charter';
import { dayInWords, dayOf, FORUM_TIME_ZONE, type Text } from '@hemicycle/kernel';
import { MeetingsRepository } from '@hemicycle/meetings';
import type { NamedPerson } from '@hemicycle/members';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Minutes } from './minutes.entity.js';
import { type EditionHead, MinutesRepository } from './minutes.repository.js';

/** A signature that an edition has, or waits for. */
export interface Signature {
  readonly capacity: MinutesSignatory;
  readonly person: NamedPerson;
  /** Null: not signed, which delays nothing. */
  readonly signedAt: Date | null;
}

const CAPACITY: Readonly<Record<MinutesSignatory, Text>> = {
  PRESIDENT: { fr: 'présidence', en: 'president of the session' },
  RAPPORTEUR: { fr: 'rapporteur', en: 'rapporteur' },
};

/** Who signs an edition of minutes: whoever presided over the session, and whoever sent it to the members or wrote the correction. */
@Injectable()
export class Signatures {
  constructor(
    private readonly minutes: MinutesRepository,
    private readonly meetings: MeetingsRepository,
    private readonly people: PeopleRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** The president’s, then the rapporteur’s; none before they are circulated. */
  async of(
    reader: EntityManager,
    { id, meetingId, circulatedById }: Minutes,
    { number, version }: Pick<EditionHead, 'number' | 'version'>,
  ): Promise<Signature[]> {
    const president = await this.meetings.president(reader, meetingId);
    const rapporteurId =
      number === 1 ? circulatedById : (await this.minutes.version(reader, id, version)).writtenById;
    if (president === null || rapporteurId === null) return [];
    const [rapporteur] = await this.people.byIds(reader, [rapporteurId]);
    if (rapporteur === undefined) throw new RangeError(`No person ${rapporteurId}`);
    const given = await this.minutes.signatures(reader, id, number);
    const signatory = (capacity: MinutesSignatory, { id: personId, name }: NamedPerson): Signature => ({
      capacity,
      person: { id: personId, name },
      signedAt: given.find((one) => one.capacity === capacity)?.signedAt ?? null,
    });
    return [signatory('PRESIDENT', president.person), signatory('RAPPORTEUR', rapporteur)];
  }

  /** A signature in a sentence, for the files. */
  inWords({ capacity, person, signedAt }: Signature): Text {
    const { fr, en } = CAPACITY[capacity];
    if (signedAt === null) {
      return { fr: `Non signé : ${person.name}, ${fr}.`, en: `Not signed: ${person.name}, ${en}.` };
    }
    const on = dayInWords(dayOf(signedAt, this.zone));
    return {
      fr: `Signé par ${person.name}, ${fr}, le ${on.fr}.`,
      en: `Signed by ${person.name}, ${en}, on ${on.en}.`,
    };
  }
}
