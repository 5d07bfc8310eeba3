import { Audit1767225600001 } from './1767225600001-audit.js';
import { Mail1767225600002 } from './1767225600002-mail.js';
import { Accounts1767225600003 } from './1767225600003-accounts.js';
import { Procedure1767225600004 } from './1767225600004-procedure.js';
import { Members1767225600005 } from './1767225600005-members.js';
import { Mandates1767225600006 } from './1767225600006-mandates.js';
import { Groups1767225600007 } from './1767225600007-groups.js';
import { Meetings1767225600008 } from './1767225600008-meetings.js';
import { Elections1767225600009 } from './1767225600009-elections.js';
import { SealedPolls1767225600010 } from './1767225600010-sealed-polls.js';
import { Minutes1767225600011 } from './1767225600011-minutes.js';
import { Jobs1767225600012 } from './1767225600012-jobs.js';
import { Reminders1767225600015 } from './1767225600015-reminders.js';
import { Roadmaps1767225600020 } from './1767225600020-roadmaps.js';
import { Events1767225600021 } from './1767225600021-events.js';
import { Reports1767225600025 } from './1767225600025-reports.js';
import { Feeds1767225600024 } from './1767225600024-feeds.js';
import { Papers1767225600026 } from './1767225600026-papers.js';

/** Every migration, in order. */
export const MIGRATIONS = [
  Audit1767225600001,
  Mail1767225600002,
  Accounts1767225600003,
  Procedure1767225600004,
  Members1767225600005,
  Mandates1767225600006,
  Groups1767225600007,
  Meetings1767225600008,
  Elections1767225600009,
  SealedPolls1767225600010,
  Minutes1767225600011,
  Jobs1767225600012,
  Reminders1767225600015,
  Roadmaps1767225600020,
  Events1767225600021,
  Feeds1767225600024,
  Reports1767225600025,
  Papers1767225600026,
];
