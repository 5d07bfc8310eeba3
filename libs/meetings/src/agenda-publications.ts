import type { PublicationFacts } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { type Act, dayOf, daysBetween, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AGENDA_CHANGE_LETTER, changesInWords } from './agenda-change.letter.js';
import { agendaChanges } from './agenda-changes.js';
import { AgendasRepository } from './agendas.repository.js';
import { Bodies } from './bodies.js';
import { KeyedAgendas } from './keyed-agendas.js';
import { MeetingCalendar } from './meeting-calendar.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';
import { Papers } from './papers.js';

/** What publishing a changed agenda rests on and what it writes, for the command that also opens nominations, in a later room. */
@Injectable()
export class AgendaPublications {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly keyed: KeyedAgendas,
    private readonly bodies: Bodies,
    private readonly papers: Papers,
    private readonly calendar: MeetingCalendar,
    private readonly mail: Mail,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    mail.register(AGENDA_CHANGE_LETTER);
  }

  /** What the charter asks to know of the publication. In a command, the meeting's row is locked by then. */
  async facts(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    urgencyReason: string | null,
  ): Promise<PublicationFacts> {
    const { id, state, startsAt } = meeting;
    const published = await this.agendas.published(reader, id);
    const agenda = await this.agendas.latest(reader, id);
    return {
      state,
      ...(await this.bodies.of(reader, act, meeting)),
      secondConvocation: await this.meetings.isConvenedAgain(reader, id),
      bySecretariat: act.actor.roles.has('SECRETARIAT'),
      at: act.at,
      on: act.on,
      startsAt,
      meetingOn: dayOf(startsAt, this.zone),
      urgencyReason,
      changed: agendaChanges(published?.items ?? [], agenda?.items ?? []).length > 0,
      agenda: agenda === null ? null : await this.keyed.keyed(reader, agenda),
      secondKey: await this.keyed.secondKeyOn(reader, act.on),
    };
  }

  /**
   * Publishes the latest version, and writes to everybody who takes part on the day of the meeting what changed since the one that
   * stood. The law was judged on {@link facts} in the same transaction.
   */
  async publish(tx: Tx, act: Act, meeting: Meeting, urgencyReason: string | null): Promise<void> {
    const { id: meetingId, startsAt } = meeting;
    const before = await this.agendas.published(tx, meetingId);
    const after = await this.agendas.latest(tx, meetingId);
    if (before === null || after === null || act.actor.personId === null) {
      throw new RangeError(`No agenda stands published, or nobody publishes`);
    }
    const meetingOn = dayOf(startsAt, this.zone);
    await this.agendas.publish(tx, {
      meetingId,
      version: after.version,
      publishedAt: act.at,
      publishedById: act.actor.personId,
      noticeDays: daysBetween(act.on, meetingOn),
      urgencyReason,
    });
    const changes = agendaChanges(before.items, after.items);
    const addressees = await this.bodies.addressees(tx, meeting);
    const wordsTo = await this.calendar.wordsToEach(tx, meetingId);
    const words = {
      changesFr: changesInWords(changes, 'fr'),
      changesEn: changesInWords(changes, 'en'),
      ...(await this.papers.words(tx, meetingId)),
      urgencyReason,
    };
    await this.mail.enqueueEach(
      tx,
      AGENDA_CHANGE_LETTER,
      addressees.map(({ personId }) => ({
        to: { personId },
        parameters: { ...wordsTo(personId), ...words },
      })),
      act.at,
    );
  }
}
