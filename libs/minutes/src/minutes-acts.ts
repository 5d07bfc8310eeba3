import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { Minutes } from './minutes.entity.js';

/** The acts on the minutes of a meeting. */
@Injectable()
export class MinutesActs extends ActsOn<Minutes> {}
