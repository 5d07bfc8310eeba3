import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { ListedFollowUp } from './follow-ups.repository.js';

/** The acts on what follows from a decision. */
@Injectable()
export class FollowUpActs extends ActsOn<ListedFollowUp> {}
