import { ACCOUNTS_TABLES } from '@hemicycle/accounts';
import { AuditRow } from '@hemicycle/audit';
import { ELECTIONS_TABLES } from '@hemicycle/elections';
import { EVENTS_TABLES } from '@hemicycle/events';
import { FEEDS_TABLES } from '@hemicycle/feeds';
import { JOBS_TABLES } from '@hemicycle/jobs';
import { GROUPS_TABLES } from '@hemicycle/groups';
import { MANDATES_TABLES } from '@hemicycle/mandates';
import { MEETINGS_TABLES } from '@hemicycle/meetings';
import { MAIL_TABLES } from '@hemicycle/mail';
import { MINUTES_TABLES } from '@hemicycle/minutes';
import { MEMBERS_TABLES } from '@hemicycle/members';
import { PROCEDURE_TABLES } from '@hemicycle/procedure';
import { REPORTS_TABLES } from '@hemicycle/reports';
import { REMINDERS_TABLES } from '@hemicycle/reminders';
import { MIGRATIONS } from '../../../migrations/index.js';

/** Every table of every room, and the migrations that make them. */
export const PARTS = {
  entities: [
    AuditRow, //
    ...JOBS_TABLES,
    ...MAIL_TABLES,
    ...ACCOUNTS_TABLES,
    ...PROCEDURE_TABLES,
    ...MEMBERS_TABLES,
    ...MANDATES_TABLES,
    ...GROUPS_TABLES,
    ...EVENTS_TABLES,
    ...MEETINGS_TABLES,
    ...ELECTIONS_TABLES,
    ...MINUTES_TABLES,
    ...REPORTS_TABLES,
    ...REMINDERS_TABLES,
    ...FEEDS_TABLES,
  ],
  migrations: MIGRATIONS,
};
