import type { Violation } from '@hemicycle/charter';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Meeting } from './meeting.entity.js';

/** What one act on a meeting would be told: the very law and facts of the command. */
export type MeetingVerdict = (
  reader: EntityManager,
  act: Act,
  meeting: Meeting,
) => Promise<Violation[]> | Violation[];

/**
 * The acts that people do on a meeting, for `Meeting.permitted`. Later rooms, whose acts touch a meeting too, add
 * theirs when their modules are made.
 */
@Injectable()
export class MeetingActs {
  private readonly verdicts = new Map<string, MeetingVerdict>();

  /** @throws Error when the act is there already. */
  add(action: string, verdict: MeetingVerdict): void {
    if (this.verdicts.has(action)) throw new Error(`${action} is among the acts on a meeting already.`);
    this.verdicts.set(action, verdict);
  }

  /** The acts in the order of their names, so that the answer does not depend on which room came first. */
  all(): [action: string, verdict: MeetingVerdict][] {
    return [...this.verdicts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  }
}
