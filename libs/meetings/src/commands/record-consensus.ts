import { Ledger } from '@hemicycle/audit';
import { judge, type Objector, recordConsensus, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, COLLEGES, type College, newId } from '@hemicycle/kernel';
import { MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DecisionsRepository, type ListedDecision, wordingFingerprint } from '../decisions.repository.js';
import { Deliberations, type PublishedItem } from '../deliberations.js';
import type { RecordConsensusInput } from '../graphql/decisions.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { RecusalsRepository } from '../recusals.repository.js';
import { Sessions } from '../sessions.js';
import { MEETING_THING, MEMBER_THING } from '../things.js';

/**
 * Records that an item of the agenda was decided by consensus, by whoever presides over it, with the objections that
 * members asked to be recorded. What the charter makes follow takes effect at once (charter DECISION).
 */
@Injectable()
export class RecordConsensus {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly recusals: RecusalsRepository,
    private readonly deliberations: Deliberations,
    private readonly sessions: Sessions,
    private readonly members: MembersRepository,
  ) {}

  /**
   * @param item null: the published agenda carries none such.
   * @param objectorIds members who asked for their names to be recorded with their objections.
   */
  async verdict(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    item: PublishedItem | null,
    objectorIds: readonly string[] = [],
  ): Promise<Violation[]> {
    return judge(recordConsensus, {
      ...(await this.deliberations.facts(reader, act, meeting, item)),
      objectors: item === null ? [] : await this.objectors(reader, meeting, item, objectorIds),
      collegesAway: item === null ? [] : await this.collegesAway(reader, meeting, item),
    });
  }

  private async collegesAway(
    reader: EntityManager,
    meeting: Meeting,
    item: PublishedItem,
  ): Promise<College[]> {
    const { voters } = await this.deliberations.assembly(reader, meeting, item);
    return COLLEGES.filter((college) => !voters.some((voter) => voter.college === college));
  }

  private async objectors(
    reader: EntityManager,
    meeting: Meeting,
    item: PublishedItem,
    ids: readonly string[],
  ): Promise<Objector[]> {
    if (ids.length === 0) return [];
    const recused = await this.recusals.inItem(reader, meeting.id, item.itemId);
    const { on, voters } = await this.sessions.assembly(reader, meeting);
    const members = await this.members.onDay(reader, ids, on);
    return ids.map((id) => {
      const member = members.find((one) => one.id === id);
      if (member === undefined) throw new NotFound(MEMBER_THING, id);
      return {
        name: member.personName,
        takesPart: voters.some(({ memberId }) => memberId === id),
        recused: recused.some(({ memberId }) => memberId === id),
      };
    });
  }

  execute(
    act: Act,
    { meetingId, itemId, wordingFr, wordingEn, objections }: RecordConsensusInput,
  ): Promise<ListedDecision | RuleRefusal> {
    return this.ledger.record(
      act,
      'recordConsensus',
      async (tx) => {
        const { personId } = act.actor;
        if (personId === null) throw new Unauthenticated();
        const meeting = await this.meetings.lock(tx, meetingId);
        if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
        const item = await this.deliberations.item(tx, meetingId, itemId);
        const named = objections.flatMap(({ memberId }) => (memberId ? [memberId] : []));
        const violations = await this.verdict(tx, act, meeting, item, named);
        if (violations.length > 0 || item === null) return new RuleRefusal(violations);
        const id = newId();
        await this.decisions.agree(
          tx,
          {
            id,
            meetingId,
            agendaVersion: item.agendaVersion,
            itemId,
            titleFr: item.titleFr,
            titleEn: item.titleEn,
            wordingFr,
            wordingEn: wordingEn ?? null,
            orderedById: personId,
            orderedAt: act.at,
            takenOn: act.on,
          },
          objections.map(({ memberId, words }) => ({ memberId: memberId ?? null, words })),
        );
        await this.deliberations.preside(tx, act, meeting, item);
        await this.deliberations.takeEffect(tx, act, { id });
        return this.decisions.known(tx, id);
      },
      wordingFingerprint,
    );
  }
}
