import { GroupReportVersion } from './group-report-version.entity.js';
import { GroupReport } from './group-report.entity.js';

export { ReportsModule } from './reports.module.js';

/** The tables of this room. */
export const REPORTS_TABLES = [GroupReport, GroupReportVersion];
