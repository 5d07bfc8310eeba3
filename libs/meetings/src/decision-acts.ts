import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { Decision } from './decision.entity.js';

/** The acts on a decision put to a recorded vote. */
@Injectable()
export class DecisionActs extends ActsOn<Decision> {}
