import { Database } from '@hemicycle/database';
import { CurrentAct, Unauthenticated } from '@hemicycle/graphql';
import { type Act, PUBLIC_URL } from '@hemicycle/kernel';
import { Inject } from '@nestjs/common';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { MakePersonalCalendar } from '../commands/make-personal-calendar.js';
import { RevokePersonalCalendar } from '../commands/revoke-personal-calendar.js';
import { PersonalCalendarsRepository } from '../personal-calendars.repository.js';
import {
  MadePersonalCalendar,
  PersonalCalendarType,
  RevokedPersonalCalendar,
} from './personal-calendar.type.js';

@Resolver()
export class PersonalCalendarsResolver {
  constructor(
    private readonly database: Database,
    private readonly calendars: PersonalCalendarsRepository,
    private readonly making: MakePersonalCalendar,
    private readonly revocation: RevokePersonalCalendar,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  @Query(() => PersonalCalendarType, {
    nullable: true,
    description: 'Whether one’s own calendar has a secret address; null: it has none.',
  })
  myCalendar(@CurrentAct() { actor: { personId } }: Act): Promise<PersonalCalendarType | null> {
    if (personId === null) throw new Unauthenticated();
    return this.calendars.ofPerson(this.database.reader, personId);
  }

  @Mutation(() => MadePersonalCalendar, {
    description:
      'Gives one’s own calendar a secret address, shown this once; one that it had leads nowhere from then on.',
  })
  async makePersonalCalendar(@CurrentAct() act: Act): Promise<MadePersonalCalendar> {
    const { token, madeAt } = await this.making.execute(act);
    return { address: `${this.publicUrl}/calendars/personal/${token}.ics`, madeAt };
  }

  @Mutation(() => RevokedPersonalCalendar, { description: 'Ends the secret address of one’s own calendar.' })
  async revokePersonalCalendar(@CurrentAct() act: Act): Promise<RevokedPersonalCalendar> {
    await this.revocation.execute(act);
    return { revokedAt: act.at };
  }
}
