import { type ElectionFailure, FAILURE_IN_WORDS, seatInWords } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import type { Act } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import { ElectionsRepository } from './elections.repository.js';
import { PollsRepository } from './polls.repository.js';
import { CANCELLED_LETTER, type ElectionWords, RESULT_LETTER } from './result.letter.js';
import { type Situation, Situations } from './situations.js';

type Told = Pick<Situation, 'election' | 'rules'>;

/**
 * Writes what became of an election to those on its register, or to its electorate of the day where no poll opened that
 * would have fixed one, and to those who stand in it.
 */
@Injectable()
export class TellResult {
  constructor(
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly situations: Situations,
    private readonly members: MembersRepository,
    private readonly mail: Mail,
  ) {
    mail.register(RESULT_LETTER);
    mail.register(CANCELLED_LETTER);
  }

  /** @param elected their names; empty: the election failed, for the reason given */
  async send(
    tx: Tx,
    act: Act,
    told: Told,
    { elected, failure }: { readonly elected: readonly string[]; readonly failure: ElectionFailure | null },
  ): Promise<void> {
    const why = failure === null ? null : FAILURE_IN_WORDS[failure];
    await this.mail.enqueueMany(tx, RESULT_LETTER, {
      to: await this.concerned(tx, act, told),
      at: act.at,
      parameters: { ...wordsOf(told, act), elected, whyFr: why?.fr ?? null, whyEn: why?.en ?? null },
    });
  }

  /** That an election which was announced is cancelled, and why. */
  async cancelled(tx: Tx, act: Act, told: Told, reason: string): Promise<void> {
    await this.mail.enqueueMany(tx, CANCELLED_LETTER, {
      to: await this.concerned(tx, act, told),
      at: act.at,
      parameters: { ...wordsOf(told, act), reason },
    });
  }

  private async concerned(tx: Tx, act: Act, told: Told): Promise<{ readonly personId: string }[]> {
    const { id } = told.election;
    const register = await this.polls.register(tx, [id]);
    const electors =
      register.length === 0
        ? await this.situations.electorate(tx, act, told)
        : await this.members.onDay(
            tx,
            register.map(({ memberId }) => memberId),
            act.on,
          );
    const candidacies = await this.elections.candidacies(tx, [id]);
    const standing = candidacies.filter(
      ({ withdrawnAt, lapsedAt }) => withdrawnAt === null && lapsedAt === null,
    );
    const personIds = new Set([...electors, ...standing].map(({ personId }) => personId));
    return [...personIds].map((personId) => ({ personId }));
  }
}

const wordsOf = ({ election }: Told, { on }: Act): ElectionWords => {
  const seat = seatInWords(election);
  return { electionId: election.id, seatFr: seat.fr, seatEn: seat.en, on };
};
