import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { Meeting } from './meeting.entity.js';

/** The acts on a meeting, those of later rooms included. */
@Injectable()
export class MeetingActs extends ActsOn<Meeting> {}
