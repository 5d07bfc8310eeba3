import { Database, type Tx } from '@hemicycle/database';
import { type DailyPayload, Jobs, type Task } from '@hemicycle/jobs';
import { Clock, day, type Day } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { MandatesRepository } from '@hemicycle/mandates';
import { Calendar, type Obligation, type Reminded } from '@hemicycle/observance';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { REMINDER_LETTER } from './reminder.letter.js';
import { Reminder } from './reminder.entity.js';
import { LATE, reminderOn } from './thresholds.js';

/** Every day, writes to whoever has to act on what the calendar says is due soon or late: once about each thing. */
@Injectable()
export class Remind implements Task<DailyPayload> {
  readonly name = 'remind';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly procedure: ProcedureRepository,
    private readonly mandates: MandatesRepository,
    private readonly mail: Mail,
    jobs: Jobs,
  ) {
    mail.register(REMINDER_LETTER);
    jobs.registerDaily(this);
  }

  async run({ on }: DailyPayload): Promise<void> {
    const today = day(on);
    const { obligations } = await this.calendar.on(this.database.reader, today);
    for (const obligation of obligations) {
      const { reminded } = obligation;
      const reminder = reminderOn(today, obligation);
      if (reminded === undefined || reminder === null) continue;
      const personIds = await this.toWhom(this.database.reader, reminded, today);
      await this.database.transaction(async (tx) => {
        for (const personId of personIds) {
          const first = await this.isFirst(tx, {
            ...reminder,
            about: reminded.about,
            personId,
            sentOn: today,
          });
          if (first) await this.write(tx, personId, obligation, reminder.threshold === LATE);
        }
      });
    }
  }

  /** Each person once, whatever she is: always in the same order, so that two processes never wait for each other in a circle. */
  private async toWhom(
    reader: EntityManager,
    { secretariat, personId, keyPart, keeperIds = [] }: Reminded,
    on: Day,
  ): Promise<string[]> {
    const persons = new Set(personId === null ? keeperIds : [personId, ...keeperIds]);
    if (secretariat) {
      for (const { person } of await this.procedure.appointments(reader, on)) persons.add(person.id);
    }
    if (keyPart === 'WHOLE') {
      for (const { person } of await this.procedure.founders(reader, on)) persons.add(person.id);
    } else if (keyPart !== null) {
      for (const holder of await this.mandates.servingOn(reader, on)) {
        if (holder.college === keyPart) persons.add(holder.personId);
      }
    }
    return [...persons].toSorted();
  }

  private async isFirst(tx: Tx, reminder: Reminder): Promise<boolean> {
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(Reminder)
      .values(reminder)
      .orIgnore()
      .returning('kind')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  private async write(
    tx: Tx,
    personId: string,
    { rule, subject, why, dueOn }: Obligation,
    late: boolean,
  ): Promise<void> {
    await this.mail.enqueue(tx, REMINDER_LETTER, {
      to: { personId },
      parameters: {
        rule,
        subjectFr: subject.fr,
        subjectEn: subject.en,
        whyFr: why.fr,
        whyEn: why.en,
        dueOn,
        late,
      },
      at: this.clock.now(),
    });
  }
}
