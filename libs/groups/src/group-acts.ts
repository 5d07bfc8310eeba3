import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { WorkingGroup } from './working-group.entity.js';

/** The acts on a working group, those of later rooms included. */
@Injectable()
export class GroupActs extends ActsOn<WorkingGroup> {}
