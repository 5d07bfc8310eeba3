import type { DecidingFacts, SubjectFacts } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { Facilitation, GroupsRepository } from '@hemicycle/groups';
import type { Act, Day, Text } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { ComingsAndGoings, MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ItemOnAgenda } from './agenda-changes.js';
import { GROUPS_REPORT_TO_PLENARIES, reportsNoMore } from './agenda-input.js';
import { AgendasRepository } from './agendas.repository.js';
import { Cancellations } from './cancellations.js';
import type { Decision } from './decision.entity.js';
import { DecisionsRepository } from './decisions.repository.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';
import { PostponementsRepository } from './postponements.repository.js';
import { RecusalsRepository } from './recusals.repository.js';
import { type Assembly, type Presiding, Sessions } from './sessions.js';

/** An item of the agenda that stands published, and the version of that agenda. */
export interface PublishedItem extends ItemOnAgenda {
  readonly agendaVersion: number;
}

/** What a decision is on, and the object that it would change. */
type Subject = Pick<ItemOnAgenda, 'subject' | 'objectId'>;

/** Why a closed group’s meetings to come are cancelled: for readers of both languages, as a reason has one text. */
const GROUP_CLOSED =
  'Le groupe est clos par une décision de la séance plénière. / The group was closed by a decision of the plenary.';

/** What deciding on an item rests on, and what the charter makes follow from it (RECUSAL, RULES-ADOPTION, VACANCY, WORKING-GROUP-SETUP). */
@Injectable()
export class Deliberations {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly decisions: DecisionsRepository,
    private readonly recusals: RecusalsRepository,
    private readonly postponements: PostponementsRepository,
    private readonly sessions: Sessions,
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
    private readonly groups: GroupsRepository,
    private readonly facilitation: Facilitation,
    private readonly procedure: ProcedureRepository,
    private readonly cancellations: Cancellations,
    private readonly comings: ComingsAndGoings,
  ) {}

  /** An item of the agenda that stands published; null: it carries none such. */
  async item(reader: EntityManager, meetingId: string, itemId: string): Promise<PublishedItem | null> {
    const agenda = await this.agendas.published(reader, meetingId);
    const item = agenda?.items.find((one) => one.itemId === itemId);
    return agenda === null || item === undefined ? null : { ...item, agendaVersion: agenda.version };
  }

  /** The first item of that agenda that is to be decided and was neither taken up nor postponed; null: none is left. */
  async nextItem(reader: EntityManager, meetingId: string): Promise<PublishedItem | null> {
    const agenda = await this.agendas.published(reader, meetingId);
    const taken = new Set(
      [
        ...(await this.decisions.ofMeetings(reader, [meetingId])),
        ...(await this.postponements.ofMeetings(reader, [meetingId])),
      ].map(({ itemId }) => itemId),
    );
    const item = agenda?.items.find(({ kind, itemId }) => kind === 'DECISION' && !taken.has(itemId));
    return agenda === null || item === undefined ? null : { ...item, agendaVersion: agenda.version };
  }

  /** Who makes up the session for one of its items, and may vote on it. In a command, the meeting's row is locked by then. */
  async assembly(reader: EntityManager, meeting: Meeting, item: PublishedItem): Promise<Assembly> {
    const recused = await this.recusals.inItem(reader, meeting.id, item.itemId);
    return this.sessions.assembly(reader, meeting, [], recused);
  }

  /**
   * Who presides over an item: nobody who declared an interest in it, nor, as in an election, whoever it is about
   * (charter PRESIDING, RECUSAL).
   */
  async presiding(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    item: PublishedItem,
  ): Promise<Presiding> {
    const recused = await this.recusals.inItem(reader, meeting.id, item.itemId);
    return this.sessions.presidency(reader, act, meeting, await this.concerned(reader, item), recused);
  }

  /** Keeps that whoever acts presides over the item: see {@link Sessions.preside}. */
  async preside(tx: Tx, act: Act, meeting: Meeting, item: PublishedItem): Promise<void> {
    const { memberId } = await this.presiding(tx, act, meeting, item);
    await this.sessions.preside(tx, act, meeting.id, memberId, item.itemId);
  }

  /** The members whose office is decided on. */
  private async concerned(reader: EntityManager, { subject, objectId }: Subject): Promise<string[]> {
    if (objectId === null) return [];
    if (subject === 'COMMITTEE_REMOVAL') return [(await this.mandates.known(reader, objectId)).memberId];
    if (subject === 'WORKING_GROUP_SETUP') return this.facilitation.namedWith(reader, objectId);
    if (subject === 'FACILITATOR_NAMING')
      return [(await this.groups.knownProposal(reader, objectId)).memberId];
    return [];
  }

  /**
   * What the charter asks to know of an item about to be decided. In a command, the meeting's row is locked by then.
   *
   * @param item null: the published agenda carries none such.
   */
  async facts(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    item: PublishedItem | null,
  ): Promise<DecidingFacts> {
    const toBeDecided = item !== null && item.kind === 'DECISION';
    const put = item === null ? null : await this.decisions.onItem(reader, meeting.id, item.itemId);
    return {
      state: meeting.state,
      onTheAgenda: toBeDecided,
      put: put?.state ?? null,
      postponed: item !== null && (await this.postponements.has(reader, meeting.id, item.itemId)),
      subject: item === null ? null : await this.subject(reader, item, act.on),
      ...(item === null
        ? await this.sessions.presidency(reader, act, meeting)
        : await this.presiding(reader, act, meeting, item)),
    };
  }

  private async subject(
    reader: EntityManager,
    { subject, objectId }: Subject,
    on: Day,
  ): Promise<SubjectFacts | null> {
    if (subject === 'RULES_RATIFICATION') {
      return {
        subject,
        isFirstPlenary: !(await this.meetings.anyHeld(reader, 'PLENARY')),
        edition: await this.procedure.foundersEdition(reader, on),
      };
    }
    if (subject === null || objectId === null) return null;
    if (subject === 'RULES_EDITION') {
      const { foundingGroupEndedOn } = await this.procedure.forum(reader);
      return {
        subject,
        edition: await this.procedure.knownEdition(reader, objectId),
        foundersAtWork: foundingGroupEndedOn === null,
      };
    }
    if (subject === 'WORKING_GROUP_SETUP') {
      return { subject, ...(await this.facilitation.ofSetUp(reader, objectId, on)) };
    }
    if (subject === 'WORKING_GROUP_CLOSURE') {
      return { subject, state: (await this.groups.known(reader, objectId)).state };
    }
    if (subject === 'FACILITATOR_NAMING') {
      return { subject, ...(await this.facilitation.ofNaming(reader, objectId, on)) };
    }
    const mandate = await this.mandates.known(reader, objectId);
    const member = await this.members.known(reader, mandate.memberId, on);
    return { subject, on, mandate: { holder: member.person.name, untilOn: mandate.untilOn } };
  }

  /** Whether something of that id is there for a decision on the subject to change. */
  async hasObject(reader: EntityManager, { subject, objectId }: Subject): Promise<boolean> {
    if (objectId === null) return subject === null || subject === 'RULES_RATIFICATION';
    if (subject === 'RULES_EDITION') return (await this.procedure.edition(reader, objectId)) !== null;
    if (subject === 'COMMITTEE_REMOVAL') return (await this.mandates.byId(reader, objectId)) !== null;
    if (subject === 'FACILITATOR_NAMING') {
      const proposal = await this.groups.proposal(reader, objectId);
      return proposal !== null && !proposal.withGroup;
    }
    if (subject === 'WORKING_GROUP_SETUP' || subject === 'WORKING_GROUP_CLOSURE') {
      return (await this.groups.byId(reader, objectId)) !== null;
    }
    return false;
  }

  /** Why the report of that group may not be heard at the meeting: a plenary hears those of groups at work; null: it may. */
  async whyNotHeard(
    reader: EntityManager,
    { body }: Pick<Meeting, 'body'>,
    groupId: string,
  ): Promise<Text | null> {
    const group = await this.groups.byId(reader, groupId);
    if (body !== 'PLENARY' || group === null || group.state === 'PROPOSED') return GROUPS_REPORT_TO_PLENARIES;
    return group.state === 'CLOSED' ? reportsNoMore(group) : null;
  }

  /** Carries out, with the decision that was adopted, what the charter makes follow from it. */
  async takeEffect(tx: Tx, act: Act, { id }: Pick<Decision, 'id'>): Promise<void> {
    const { subject, objectId } = await this.decisions.known(tx, id);
    if (subject === 'RULES_RATIFICATION') await this.procedure.ratify(tx, act.on);
    if (objectId === null) return;
    if (subject === 'RULES_EDITION') await this.procedure.adoptByPlenary(tx, objectId, act.on);
    if (subject === 'COMMITTEE_REMOVAL') {
      await this.mandates.remove(tx, objectId, act.on);
      await this.comings.tell(tx);
    }
    const decision = { on: act.on, decisionId: id };
    if (subject === 'WORKING_GROUP_SETUP') await this.groups.setUp(tx, objectId, decision);
    if (subject === 'WORKING_GROUP_CLOSURE') {
      await this.groups.close(tx, objectId, act.on);
      for (const meeting of await this.meetings.lockAheadOfGroup(tx, objectId)) {
        await this.cancellations.write(tx, act, meeting, GROUP_CLOSED, []);
      }
    }
    if (subject === 'FACILITATOR_NAMING') {
      await this.groups.nameFacilitator(tx, objectId, decision);
      await this.comings.tell(tx);
    }
  }
}
