import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { GroupsModule } from '@hemicycle/groups';
import { ElectionsModule } from '@hemicycle/elections';
import { MandatesModule } from '@hemicycle/mandates';
import { MeetingsModule } from '@hemicycle/meetings';
import { MembersModule } from '@hemicycle/members';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { AttendanceTold } from './attendance-told.js';
import { AttendeesRepository } from './attendees.repository.js';
import { CirculateMinutes } from './commands/circulate-minutes.js';
import { CommentMinutes } from './commands/comment-minutes.js';
import { CorrectMinutes } from './commands/correct-minutes.js';
import { DecideOnComments } from './commands/decide-on-comments.js';
import { DraftMinutes } from './commands/draft-minutes.js';
import { RecordAttendance } from './commands/record-attendance.js';
import { RecordAttendee } from './commands/record-attendee.js';
import { RemoveAttendee } from './commands/remove-attendee.js';
import { SaveMinutes } from './commands/save-minutes.js';
import { SignMinutes } from './commands/sign-minutes.js';
import { PdfPrinter } from './document/pdf-printer.js';
import { Editions } from './editions.js';
import { Extracts } from './extracts.js';
import { MinutesLoaders } from './graphql/minutes.loaders.js';
import {
  MeetingItemsLeftResolver,
  MeetingMinutesResolver,
  MinutesEditionsResolver,
  MinutesResolver,
} from './graphql/minutes.resolver.js';
import { ForgetAttendees } from './forget-attendees.js';
import { Happenings } from './happenings.js';
import { LastSessions } from './last-sessions.js';
import { MinutesActs } from './minutes-acts.js';
import { MinutesFiles } from './minutes-files.js';
import { MinutesReaders } from './minutes-readers.js';
import { MinutesRepository } from './minutes.repository.js';
import { TellMembers } from './tell-members.js';
import { TellPublications } from './tell-publications.js';

@Module({
  imports: [
    AccountsModule,
    AuditModule,
    ProcedureModule,
    MembersModule,
    GroupsModule,
    MandatesModule,
    MeetingsModule,
    ElectionsModule,
  ],
  providers: [
    AttendeesRepository,
    AttendanceTold,
    ForgetAttendees,
    MinutesRepository,
    MinutesReaders,
    Happenings,
    LastSessions,
    Editions,
    Extracts,
    { provide: PdfPrinter, useFactory: () => new PdfPrinter() },
    TellMembers,
    TellPublications,
    MinutesFiles,
    MinutesActs,
    RecordAttendance,
    RecordAttendee,
    RemoveAttendee,
    DraftMinutes,
    SaveMinutes,
    CirculateMinutes,
    CommentMinutes,
    DecideOnComments,
    CorrectMinutes,
    SignMinutes,
    MinutesLoaders,
    MinutesResolver,
    MinutesEditionsResolver,
    MeetingMinutesResolver,
    MeetingItemsLeftResolver,
  ],
  exports: [MinutesFiles, MinutesActs, MinutesRepository],
})
export class MinutesModule implements OnApplicationShutdown {
  constructor(private readonly printer: PdfPrinter) {}

  async onApplicationShutdown(): Promise<void> {
    await this.printer.close();
  }
}
