import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { GroupReport } from './group-report.entity.js';

/** The acts on a group's report. */
@Injectable()
export class GroupReportActs extends ActsOn<GroupReport> {}
