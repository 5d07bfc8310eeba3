import { ActsOn } from '@hemicycle/graphql';
import { Injectable } from '@nestjs/common';
import type { PublishedItem } from './deliberations.js';
import type { Meeting } from './meeting.entity.js';

/** An item of the agenda that stands published, with its meeting. */
export interface ItemOfMeeting {
  readonly meeting: Meeting;
  readonly item: PublishedItem;
}

/** The acts on an item of a published agenda. */
@Injectable()
export class AgendaItemActs extends ActsOn<ItemOfMeeting> {}
