import { type ElectionFailure, FAILURE_IN_WORDS, seatInWords } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import type { Act } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { Election } from './election.entity.js';
import { ElectionsRepository } from './elections.repository.js';
import { PollsRepository } from './polls.repository.js';
import { RESULT_LETTER } from './result.letter.js';

/** Writes to those on the register of an election, and to those who stood in it, what it gave. */
@Injectable()
export class TellResult {
  constructor(
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly members: MembersRepository,
    private readonly mail: Mail,
  ) {
    mail.register(RESULT_LETTER);
  }

  /** @param elected their names; empty: the election failed, for the reason given */
  async send(
    tx: Tx,
    { at, on }: Act,
    election: Pick<Election, 'id' | 'office' | 'college'>,
    { elected, failure }: { readonly elected: readonly string[]; readonly failure: ElectionFailure | null },
  ): Promise<void> {
    const register = await this.polls.register(tx, [election.id]);
    const memberIds = register.map(({ memberId }) => memberId);
    const electors = await this.members.listedByIds(tx, memberIds, on);
    const candidacies = await this.elections.candidacies(tx, [election.id]);
    const standing = candidacies.filter(
      ({ withdrawnAt, lapsedAt }) => withdrawnAt === null && lapsedAt === null,
    );
    const personIds = new Set([
      ...electors.map(({ person }) => person.id),
      ...standing.map(({ personId }) => personId),
    ]);
    const seat = seatInWords(election);
    const why = failure === null ? null : FAILURE_IN_WORDS[failure];
    await this.mail.enqueueMany(tx, RESULT_LETTER, {
      to: [...personIds].map((personId) => ({ personId })),
      at,
      parameters: {
        electionId: election.id,
        seatFr: seat.fr,
        seatEn: seat.en,
        elected,
        whyFr: why?.fr ?? null,
        whyEn: why?.en ?? null,
        on,
      },
    });
  }
}
