import { Ledger } from '@hemicycle/audit';
import { giveDecryption, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { boundProofsFrom, checkBoundProofs, checkDecryption } from '@hemicycle/sealed-ballot';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { reading } from '../sealed/failed-check.js';
import { boxAtHand } from '../sealed/box-at-hand.js';
import { SealedPollsRepository } from '../sealed/sealed-polls.repository.js';
import { type Situation, Situations } from '../situations.js';
import { ELECTION_THING } from '../things.js';

/**
 * Gives a trustee's part of the opening of a closed box, made on her own device from the sum of all ballots, with the proofs
 * that bind it to this box (charter CNIL-1-08, CNIL-1-09). It opens nothing by itself: two are needed.
 */
@Injectable()
export class GiveDecryption {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly sealed: SealedPollsRepository,
    private readonly situations: Situations,
  ) {}

  async verdict(
    reader: EntityManager,
    { actor: { personId } }: Act,
    { election: { state }, lastPoll }: Situation,
  ): Promise<Violation[]> {
    const trustees = lastPoll === null ? [] : await this.sealed.trustees(reader, [lastPoll.ceremonyId]);
    const trustee = trustees.find((one) => one.personId === personId);
    const openers = lastPoll === null ? [] : await this.sealed.openers(reader, [lastPoll.roundId]);
    return judge(giveDecryption, {
      state,
      sealed: lastPoll !== null,
      actorIsTrustee: trustee !== undefined,
      given: openers.some(({ number }) => number === trustee?.number),
    });
  }

  execute(
    act: Act,
    {
      electionId,
      decryption,
      boundProofs,
    }: { readonly electionId: string; readonly decryption: string; readonly boundProofs: string },
  ): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'giveDecryption', async (tx) => {
      const election = await this.elections.lock(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const situation = await this.situations.of(tx, act, election);
      const violations = await this.verdict(tx, act, situation);
      const { lastPoll } = situation;
      if (violations.length > 0 || lastPoll === null) return new RuleRefusal(violations);
      const named = await this.sealed.trustees(tx, [lastPoll.ceremonyId]);
      const number = named.find(({ personId }) => personId === act.actor.personId)?.number ?? 0;
      const box = await boxAtHand(tx, this.sealed, lastPoll.roundId);
      const trustee = box.trustees.all[number - 1];
      if (trustee === undefined) throw new RangeError(`No trustee ${number} of round ${lastPoll.roundId}`);
      reading('decryption', () => {
        const checked = checkDecryption(box.election, box.tally, trustee, decryption);
        reading('boundProofs', () =>
          checkBoundProofs(box.election, box.tally, checked, box.digest, boundProofsFrom(boundProofs)),
        );
      });
      await this.sealed.decrypt(tx, {
        roundId: lastPoll.roundId,
        number,
        decryption,
        boundProofs,
        givenById: actingPerson(act),
        givenAt: act.at,
      });
      return election;
    });
  }
}
