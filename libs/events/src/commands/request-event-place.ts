import { Ledger } from '@hemicycle/audit';
import { judge, requestEventPlace, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, unnamed } from '@hemicycle/kernel';
import { ProofOfWork } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import { EventLetters } from '../event-letters.js';
import { EventsRepository, isPublic } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import type { RequestEventPlaceInput } from '../graphql/events.inputs.js';
import { PlacesRepository } from '../places.repository.js';
import { EVENT_THING } from '../things.js';

/** In one hour: whoever keeps giving somebody else's address has no more letters sent to her. */
const LETTERS_PER_ADDRESS = 3;

/** What whoever asks is told at once: always the same, since the answer must not tell who has a place. */
export interface PlaceRequested {
  /** For the audit trail: nobody is given it. */
  readonly id: string;
  readonly requestedAt: Date;
}

/** Asks for a place with an address. It counts once whoever has the address confirms it by the letter's link. */
@Injectable()
export class RequestEventPlace {
  constructor(
    private readonly ledger: Ledger,
    private readonly proofs: ProofOfWork,
    private readonly events: EventsRepository,
    private readonly places: PlacesRepository,
    private readonly letters: EventLetters,
  ) {}

  verdict({ at }: Act, event: ForumEvent): Violation[] {
    return judge(requestEventPlace, { ...event, at });
  }

  /** @throws BadUserInput, ApiError (FORBIDDEN) when the proof of work is not good, or when too many came. */
  async execute(
    act: Act,
    input: RequestEventPlaceInput,
    callerAddress: string,
  ): Promise<PlaceRequested | RuleRefusal> {
    const { eventId } = input;
    const nonce = await this.proofs.solved(input.proofOfWork, eventId, act.at);
    return this.ledger.record(unnamed(act), 'requestEventPlace', async (tx) => {
      const event = await this.events.lock(tx, eventId);
      if (event === null || !isPublic(event)) throw new NotFound(EVENT_THING, eventId);
      const violations = this.verdict(act, event);
      if (violations.length > 0) return new RuleRefusal(violations);
      const email = input.email.toLowerCase();
      const times = await this.proofs.spend(tx, nonce, { callerAddress, email }, act.at);
      const guest = { personId: null, email } as const;
      const language = input.language === 'FR' ? 'fr' : 'en';
      const place =
        (await this.places.of(tx, eventId, guest)) ??
        (await this.places.request(tx, eventId, guest, language, act.at));
      if (times <= LETTERS_PER_ADDRESS) await this.letters.tellPlace(tx, event, place, act.at);
      return { id: place.id, requestedAt: act.at };
    });
  }
}
