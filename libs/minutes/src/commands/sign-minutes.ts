import { SessionsRepository } from '@hemicycle/accounts';
import { Ledger } from '@hemicycle/audit';
import {
  FRESH_SIGN_IN_MINUTES,
  judge,
  minutesStateAt,
  signMinutes,
  type Violation,
} from '@hemicycle/charter';
import { Conflict, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act, Text } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FixedMinutes } from '../editions.js';
import type { Minutes } from '../minutes.entity.js';
import { MinutesRepository, type Signature } from '../minutes.repository.js';
import { MINUTES_THING } from '../things.js';

/**
 * Signs the last edition of published minutes, by its hash, in every capacity that whoever acts has: president of the
 * session, rapporteur, if she signed in not long ago. Minutes are approved and published without it (charter MINUTES).
 */
@Injectable()
export class SignMinutes {
  constructor(
    private readonly ledger: Ledger,
    private readonly minutes: MinutesRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  async verdict(reader: EntityManager, act: Act, minutes: Minutes): Promise<Violation[]> {
    const last = await this.minutes.latestEdition(reader, minutes.id);
    const expected = last === null ? [] : await this.minutes.signatures(reader, [last]);
    const own = this.own(act, expected);
    return judge(signMinutes, {
      state: minutesStateAt(minutes, act.at),
      president: expected.find(({ capacity }) => capacity === 'PRESIDENT')?.person.name ?? '',
      rapporteur: expected.find(({ capacity }) => capacity === 'RAPPORTEUR')?.person.name ?? '',
      capacities: own.map(({ capacity }) => capacity),
      signedAs: own.filter(({ signedAt }) => signedAt !== null).map(({ capacity }) => capacity),
      freshlySignedIn: await this.sessions.signedInWithin(reader, act, FRESH_SIGN_IN_MINUTES),
    });
  }

  /** @param sha256 of the edition that was read */
  execute(
    act: Act,
    { minutesId, sha256 }: { readonly minutesId: string; readonly sha256: string },
  ): Promise<FixedMinutes | RuleRefusal> {
    return this.ledger.record(
      act,
      'signMinutes',
      async (tx) => {
        const { personId } = act.actor;
        if (personId === null) throw new Unauthenticated();
        const minutes = await this.minutes.lock(tx, minutesId);
        if (minutes === null) throw new NotFound(MINUTES_THING, minutesId);
        const violations = await this.verdict(tx, act, minutes);
        const last = await this.minutes.latestEdition(tx, minutesId);
        if (violations.length > 0 || last === null) return new RuleRefusal(violations);
        if (last.sha256 !== sha256) throw new Conflict(ANOTHER_TEXT);
        const unsigned = this.own(act, await this.minutes.signatures(tx, [last])).filter(
          ({ signedAt }) => signedAt === null,
        );
        await this.minutes.sign(
          tx,
          unsigned.map(({ capacity }) => ({
            minutesId,
            edition: last.number,
            capacity,
            sha256,
            signedById: personId,
            signedAt: act.at,
          })),
        );
        return { ...minutes, sha256 };
      },
      ({ sha256: signed }: FixedMinutes) => signed,
    );
  }

  private own({ actor }: Act, expected: readonly Signature[]): Signature[] {
    return expected.filter(({ person }) => person.id === actor.personId);
  }
}

const ANOTHER_TEXT: Text = {
  fr: 'Cette empreinte n’est pas celle de la dernière version : le compte rendu a été rectifié. Rien n’a été signé.',
  en: 'This hash is not that of the last version: the minutes were corrected. Nothing was signed.',
};
