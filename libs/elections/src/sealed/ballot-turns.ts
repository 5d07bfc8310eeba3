import { Database } from '@hemicycle/database';
import { Conflict } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import { Gate } from './gate.js';

/** Ballots of one voter that wait for those that she sent before, at most. */
const WAITING_OF_A_VOTER = 64;

const WAIT_FOR_YOURS = {
  fr: 'Plusieurs de vos bulletins sont déjà en cours de vérification. Rien n’a été enregistré de celui-ci ; attendez la réponse aux autres.',
  en: 'Several of your ballots are being checked already. Nothing of this one was stored; wait for the answer to the others.',
};

/** In which turn ballots are checked and kept by this process, so that neither one voter nor a box that closes holds up everybody. */
@Injectable()
export class BallotTurns {
  private readonly voters = new Map<string, Gate>();
  private readonly box: Gate;

  constructor(database: Database) {
    // While a box closes, whoever casts waits for it with a connection: the other half is for those who read.
    this.box = new Gate(Math.max(1, Math.floor(database.connections / 2)));
  }

  /**
   * One ballot of a voter at a time: whoever clicks twice has both answered, and nobody fills the queue of all.
   * @throws Conflict where too many of hers wait already
   */
  async ofVoter<T>(personId: string, work: () => Promise<T>): Promise<T> {
    const gate = this.voters.get(personId) ?? new Gate(1);
    if (gate.waiting >= WAITING_OF_A_VOTER) throw new Conflict(WAIT_FOR_YOURS);
    this.voters.set(personId, gate);
    try {
      return await gate.through(work);
    } finally {
      if (gate.isIdle) this.voters.delete(personId);
    }
  }

  /** What a cast asks of the database: as many at a time as take half of its connections, the others wait without one. */
  atTheBox<T>(work: () => Promise<T>): Promise<T> {
    return this.box.through(work);
  }
}
