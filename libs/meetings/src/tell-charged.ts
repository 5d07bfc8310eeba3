import type { Tx } from '@hemicycle/database';
import type { Act } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { ListedDecision } from './decisions.repository.js';
import { chargedWith, type ListedFollowUp } from './follow-ups.repository.js';
import { FOLLOW_UP_LETTER } from './follow-up.letter.js';

/** Writes to whoever is charged with what follows from a decision: the member, or those of the organisation on the day of the act. */
@Injectable()
export class TellCharged {
  constructor(
    private readonly members: MembersRepository,
    private readonly mail: Mail,
  ) {
    mail.register(FOLLOW_UP_LETTER);
  }

  /** In the transaction that wrote it down, gave it another day or withdrew it. Nobody is written to about what is up to a role. */
  async tell(
    tx: Tx,
    { at, on }: Act,
    { id, named, title }: ListedDecision,
    { task, organisationId, memberId, dueOn, withdrawnAt, changes }: ListedFollowUp,
  ): Promise<void> {
    const charged = chargedWith({ memberId, organisationId }, await this.members.inForce(tx, on));
    const parameters = {
      decisionId: id,
      decisionFr: named?.fr ?? title.fr,
      decisionEn: named?.en ?? title.en,
      titleFr: title.fr,
      titleEn: title.en,
      taskFr: task.fr,
      taskEn: task.en,
      forOrganisation: organisationId !== null,
      dueOn,
      withdrawn: withdrawnAt !== null,
      formerlyDueOn: changes.at(-1)?.formerlyDueOn ?? null,
      reason: changes.at(-1)?.reason ?? null,
    };
    for (const personId of charged.map((member) => member.personId).toSorted()) {
      await this.mail.enqueue(tx, FOLLOW_UP_LETTER, { to: { personId }, at, parameters });
    }
  }
}
