import { Ledger } from '@hemicycle/audit';
import { judge, putToVote, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgendasRepository } from '../agendas.repository.js';
import { DecisionsRepository, type ListedDecision } from '../decisions.repository.js';
import type { PutToVoteInput } from '../graphql/decisions.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { Sessions } from '../sessions.js';
import { MEETING_THING } from '../things.js';

/** Puts an item of the agenda to a recorded vote, by whoever presides: the secretariat may then open it. */
@Injectable()
export class PutToVote {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly decisions: DecisionsRepository,
    private readonly sessions: Sessions,
    private readonly procedure: ProcedureRepository,
  ) {}

  /** @param itemId null: the item that ratifies the rules of procedure, whichever it is. */
  async verdict(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    itemId: string | null = null,
  ): Promise<Violation[]> {
    const item = await this.item(reader, meeting, itemId);
    const put = item === null ? null : await this.decisions.onItem(reader, meeting.id, item.itemId);
    return judge(putToVote, {
      state: meeting.state,
      onTheAgenda: item !== null,
      put: put?.state ?? null,
      isFirstPlenary: !(await this.meetings.anyHeld(reader, 'PLENARY')),
      edition: await this.procedure.foundersEdition(reader, act.on),
      ...(await this.sessions.presidency(reader, act, meeting)),
    });
  }

  private async item(
    reader: EntityManager,
    { id }: Meeting,
    itemId: string | null,
  ): Promise<{ readonly itemId: string; readonly agendaVersion: number } | null> {
    const agenda = await this.agendas.published(reader, id);
    const item = agenda?.items.find(
      (one) => one.subject === 'RULES_RATIFICATION' && (itemId === null || one.itemId === itemId),
    );
    return agenda === null || item === undefined
      ? null
      : { itemId: item.itemId, agendaVersion: agenda.version };
  }

  execute(act: Act, { meetingId, itemId }: PutToVoteInput): Promise<ListedDecision | RuleRefusal> {
    return this.ledger.record(act, 'putToVote', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const violations = await this.verdict(tx, act, meeting, itemId);
      const item = await this.item(tx, meeting, itemId);
      if (violations.length > 0 || item === null) return new RuleRefusal(violations);
      const id = newId();
      await this.decisions.order(tx, {
        id,
        meetingId,
        ...item,
        orderedById: personId,
        orderedAt: act.at,
      });
      return this.decisions.known(tx, id);
    });
  }
}
