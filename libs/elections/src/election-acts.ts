import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { Situation } from './situations.js';

/** The acts that people do on an election, for `Election.permitted`: they are judged on one reading of its situation. */
@Injectable()
export class ElectionActs extends ActsOn<Situation> {}
