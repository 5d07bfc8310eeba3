import { Ledger } from '@hemicycle/audit';
import { judge, recordFollowUp, type Violation } from '@hemicycle/charter';
import { BadUserInput, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, type Day, newId } from '@hemicycle/kernel';
import { MembersRepository, OrganisationsRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { Decision } from '../decision.entity.js';
import { DecisionsRepository } from '../decisions.repository.js';
import { FollowUpsRepository, type ListedFollowUp } from '../follow-ups.repository.js';
import type { RecordFollowUpInput } from '../graphql/follow-ups.inputs.js';
import { TellCharged } from '../tell-charged.js';
import { DECISION_THING, MEMBER_THING, ORGANISATION_THING } from '../things.js';

/** Records what follows from a decision: who does what, by when; whoever is charged with it is told. */
@Injectable()
export class RecordFollowUp {
  constructor(
    private readonly ledger: Ledger,
    private readonly decisions: DecisionsRepository,
    private readonly followUps: FollowUpsRepository,
    private readonly members: MembersRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly charged: TellCharged,
  ) {}

  /** @param dueOn the day by which it is to be done. */
  verdict({ state, takenOn }: Pick<Decision, 'state' | 'takenOn'>, dueOn: Day): Violation[] {
    return judge(recordFollowUp, { state, takenOn, dueOn });
  }

  execute(act: Act, input: RecordFollowUpInput): Promise<ListedFollowUp | RuleRefusal> {
    const { decisionId, taskFr, taskEn, memberId, organisationId, roleFr, roleEn, dueOn } = input;
    return this.ledger.record(act, 'recordFollowUp', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const responsible = [memberId, organisationId, roleFr].filter(
        (one) => one !== null && one !== undefined,
      );
      if (responsible.length !== 1 || (roleEn && !roleFr)) throw new BadUserInput('roleFr', ONE_RESPONSIBLE);
      const decision = await this.decisions.lock(tx, decisionId);
      if (decision === null) throw new NotFound(DECISION_THING, decisionId);
      if (memberId && (await this.members.onDay(tx, [memberId], act.on)).length === 0) {
        throw new NotFound(MEMBER_THING, memberId);
      }
      if (
        organisationId &&
        (await this.organisations.namedByIds(tx, [organisationId], act.on)).length === 0
      ) {
        throw new NotFound(ORGANISATION_THING, organisationId);
      }
      const violations = this.verdict(decision, dueOn);
      if (violations.length > 0) return new RuleRefusal(violations);
      const id = newId();
      await this.followUps.add(tx, {
        id,
        decisionId,
        taskFr,
        taskEn: taskEn ?? null,
        memberId: memberId ?? null,
        organisationId: organisationId ?? null,
        roleFr: roleFr ?? null,
        roleEn: roleEn ?? null,
        dueOn,
        recordedById: personId,
        recordedAt: act.at,
      });
      const followUp = await this.followUps.known(tx, id);
      await this.charged.tell(tx, act, await this.decisions.known(tx, decisionId), followUp);
      return followUp;
    });
  }
}

const ONE_RESPONSIBLE = {
  fr: 'Une suite incombe à un membre, à une organisation ou à une fonction : l’un des trois.',
  en: 'What follows is up to a member, an organisation or a role: one of the three.',
};
