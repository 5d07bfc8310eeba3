import { Ledger } from '@hemicycle/audit';
import { draftAgenda, judge, type Violation } from '@hemicycle/charter';
import { BadUserInput, Conflict, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { itemsOf, SUBJECT_HAS_ITS_OBJECT } from '../agenda-input.js';
import { AgendasRepository } from '../agendas.repository.js';
import { Bodies } from '../bodies.js';
import { ConveneGroups } from '../convene-groups.js';
import { Deliberations } from '../deliberations.js';
import type { AgendaItemInput, DraftAgendaInput } from '../graphql/meetings.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { PlenaryRequestsRepository } from '../plenary-requests.repository.js';
import { MEETING_THING } from '../things.js';

/**
 * Replaces a meeting's agenda by a new version, on which no key is turned; after the convocation, the published version
 * stands until the new one is published (charter C3-AGENDA).
 */
@Injectable()
export class DraftAgenda {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly deliberations: Deliberations,
    private readonly requests: PlenaryRequestsRepository,
    private readonly bodies: Bodies,
    private readonly convening: ConveneGroups,
  ) {}

  /** @param items null: judged as for a draft that the request of members, where there is one, allows. */
  async verdict(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    items: readonly AgendaItemInput[] | null = null,
  ): Promise<Violation[]> {
    const { id, state } = meeting;
    return judge(draftAgenda, {
      state,
      ...(await this.bodies.of(reader, act, meeting)),
      electsSomebody: items?.some(({ kind }) => kind === 'ELECTION') ?? false,
      changesTheForum: items?.some(({ subject }) => subject !== null && subject !== undefined) ?? false,
      bySecretariat: act.actor.roles.has('SECRETARIAT'),
      secondConvocation: await this.meetings.isConvenedAgain(reader, id),
      departsFromRequest: items !== null && (await this.departs(reader, id, items)),
    });
  }

  /** Whether members required the meeting, and these items are not those of their request, elections apart. */
  private async departs(
    reader: EntityManager,
    meetingId: string,
    items: readonly AgendaItemInput[],
  ): Promise<boolean> {
    const [request] = await this.requests.ofMeetings(reader, [meetingId]);
    if (request === undefined) return false;
    const asked = await this.requests.items(reader, [request.id]);
    return matters(items) !== matters(asked);
  }

  execute(act: Act, input: DraftAgendaInput): Promise<Meeting | RuleRefusal> {
    const { meetingId } = input;
    return this.ledger.record(act, 'draftAgenda', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const violations = await this.verdict(tx, act, meeting, input.items);
      if (violations.length > 0) return new RuleRefusal(violations);
      const standing = await this.agendas.latest(tx, meetingId);
      const { basedOnVersion } = input;
      if (
        basedOnVersion !== null &&
        basedOnVersion !== undefined &&
        basedOnVersion !== (standing?.version ?? 0)
      ) {
        throw new Conflict({
          fr: `L’ordre du jour en est à la version ${standing?.version ?? 0}, et non à la version ${basedOnVersion} : quelqu’un l’a modifié. Rien n’a été enregistré.`,
          en: `The agenda stands at version ${standing?.version ?? 0}, not ${basedOnVersion}: somebody changed it. Nothing was written.`,
        });
      }
      const items = itemsOf(input.items, standing);
      for (const [index, item] of items.entries()) {
        if (!(await this.deliberations.hasObject(tx, item))) {
          throw new BadUserInput(`items.${index}.objectId`, SUBJECT_HAS_ITS_OBJECT);
        }
        if (item.presentsResults && meeting.body === 'MANAGEMENT_COMMITTEE') {
          throw new BadUserInput(`items.${index}.presentsResults`, NOT_TO_CIVIL_SOCIETY);
        }
        // What the agenda named while its group was at work stays on it.
        if (
          item.reportOfId === null ||
          standing?.items.some(({ reportOfId }) => reportOfId === item.reportOfId) === true
        )
          continue;
        const why = await this.deliberations.whyNotHeard(tx, meeting, item.reportOfId);
        if (why !== null) throw new BadUserInput(`items.${index}.reportOfId`, why);
      }
      await this.agendas.draft(
        tx,
        { meetingId, version: (standing?.version ?? 0) + 1, draftedById: personId, draftedAt: act.at },
        items,
      );
      await this.convening.soon(tx, act, meeting);
      return meeting;
    });
  }
}

/** Results are presented to civil society at large (charter OGP-5.1). */
const NOT_TO_CIVIL_SOCIETY = {
  fr: 'Des résultats sont présentés à la société civile en séance plénière, dans un groupe ou lors d’un événement, et non au comité de direction.',
  en: 'Results are presented to civil society at a plenary, in a group or at an event, and not to the management committee.',
};

/** What is to be taken up besides elections, in order, as one text. */
const matters = (
  items: readonly Pick<AgendaItemInput, 'kind' | 'titleFr' | 'titleEn' | 'subject' | 'objectId'>[],
): string =>
  JSON.stringify(
    items
      .filter(({ kind }) => kind !== 'ELECTION')
      .map(({ kind, titleFr, titleEn, subject, objectId }) => [
        kind,
        titleFr,
        titleEn,
        subject ?? null,
        objectId ?? null,
      ]),
  );
