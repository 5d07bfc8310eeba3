import { Ledger } from '@hemicycle/audit';
import { declareInterest, type InterestFacts, judge, type Violation } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Bodies } from '../bodies.js';
import { DecisionsRepository } from '../decisions.repository.js';
import { Deliberations, type PublishedItem } from '../deliberations.js';
import type { DeclareInterestInput } from '../graphql/decisions.inputs.js';
import { INTEREST_RECORDED_LETTER } from '../interest-recorded.letter.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { RecusalsRepository } from '../recusals.repository.js';
import { Sessions } from '../sessions.js';
import { MEETING_THING, MEMBER_THING } from '../things.js';

/**
 * Declares a member's interest in an item, by her beforehand or in session, or by whoever presides over the item, who
 * records what she said: her seat takes no part in it (charter RECUSAL).
 */
@Injectable()
export class DeclareInterest {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly recusals: RecusalsRepository,
    private readonly deliberations: Deliberations,
    private readonly sessions: Sessions,
    private readonly members: MembersRepository,
    private readonly procedure: ProcedureRepository,
    private readonly bodies: Bodies,
    private readonly mail: Mail,
  ) {
    mail.register(INTEREST_RECORDED_LETTER);
  }

  /**
   * The rules that refuse whoever acts to declare hers; null: the item is of another body’s meeting, over which she does not preside
   * either.
   */
  async verdict(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    item: PublishedItem,
  ): Promise<Violation[] | null> {
    const facts = await this.facts(reader, act, meeting, item, null);
    return facts.member?.isMember === true || facts.actorPresides ? judge(declareInterest, facts) : null;
  }

  /**
   * @param item null: the published agenda carries none such.
   * @param memberId the member; null: whoever acts, by her own seat.
   */
  private async facts(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    item: PublishedItem | null,
    memberId: string | null,
  ): Promise<InterestFacts> {
    const { rules } = await this.procedure.editionOn(reader, act.on);
    const put = item === null ? null : await this.decisions.onItem(reader, meeting.id, item.itemId);
    return {
      state: meeting.state,
      rules,
      body: meeting.body,
      item: item === null ? null : { isElection: item.kind === 'ELECTION' },
      member: await this.member(reader, act, meeting, item, memberId),
      actorPresides:
        item !== null &&
        meeting.state === 'IN_SESSION' &&
        (await this.deliberations.presiding(reader, act, meeting, item)).actorPresides,
      put: put?.state ?? null,
    };
  }

  private async member(
    reader: EntityManager,
    { actor: { personId } }: Act,
    meeting: Meeting,
    item: PublishedItem | null,
    memberId: string | null,
  ): Promise<InterestFacts['member']> {
    const on = this.sessions.dayOf(meeting);
    const own = personId === null ? null : await this.members.memberOfPerson(reader, personId, on);
    const id = memberId ?? own?.id ?? null;
    if (id === null) return null;
    const [member] = await this.members.onDay(reader, [id], on);
    if (member === undefined) throw new NotFound(MEMBER_THING, id);
    const recused = item === null ? [] : await this.recusals.inItem(reader, meeting.id, item.itemId);
    const { members, voters } = await this.sessions.assembly(reader, meeting);
    return {
      name: member.personName,
      isHerself: member.personId === personId,
      isMember: members.some((seat) => seat.id === id),
      takesPart: voters.some((voter) => voter.memberId === id),
      declared: recused.some((one) => one.memberId === id),
      denied: item !== null && (await this.recusals.isDenied(reader, meeting.id, item.itemId, id)),
    };
  }

  execute(act: Act, { meetingId, itemId, memberId }: DeclareInterestInput): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'declareInterest', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const item = await this.deliberations.item(tx, meetingId, itemId);
      const violations = judge(declareInterest, await this.facts(tx, act, meeting, item, memberId));
      if (violations.length > 0) return new RuleRefusal(violations);
      const { person } = await this.members.known(tx, memberId, act.on);
      const byPresident = item !== null && person.id !== personId;
      if (byPresident) await this.deliberations.preside(tx, act, meeting, item);
      await this.recusals.declare(tx, {
        meetingId,
        itemId,
        memberId,
        declaredById: personId,
        declaredAt: act.at,
      });
      if (byPresident) await this.tell(tx, act, meeting, item, person.id);
      return meeting;
    });
  }

  /** Writes to the member for whom whoever presides recorded an interest. */
  private async tell(
    tx: Tx,
    { at }: Act,
    meeting: Meeting,
    { titleFr, titleEn }: PublishedItem,
    personId: string,
  ): Promise<void> {
    await this.mail.enqueue(tx, INTEREST_RECORDED_LETTER, {
      to: { personId },
      at,
      parameters: {
        meetingId: meeting.id,
        meetingNumber: meeting.number,
        ...(await this.bodies.named(tx, meeting)),
        itemFr: titleFr,
        itemEn: titleEn,
      },
    });
  }
}
