import { minutesStateAt } from '@hemicycle/charter';
import type { Act, Role } from '@hemicycle/kernel';
import { Bodies, MeetingsRepository } from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Minutes } from './minutes.entity.js';

const PARTICIPANTS: readonly Role[] = ['SECRETARIAT', 'MEMBER', 'ALTERNATE'];

/** Who writes minutes, and who reads them before they are published. */
@Injectable()
export class MinutesReaders {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly bodies: Bodies,
  ) {}

  /** Whether whoever acts writes the minutes of a meeting: the secretariat, those of a working group its facilitators, the committee’s its co-chairs. */
  async writes(reader: EntityManager, act: Act, meetingId: string): Promise<boolean> {
    const { roles } = act.actor;
    if (roles.has('SECRETARIAT')) return true;
    if (!roles.has('MEMBER')) return false;
    return this.bodies.keeps(reader, act, await this.meetings.known(reader, meetingId));
  }

  /** Whether whoever acts reads these minutes: drafts are their writers’, circulated ones the members’, published ones everybody’s. */
  async reads(
    reader: EntityManager,
    act: Act,
    minutes: Pick<Minutes, 'meetingId' | 'publishesAt'>,
  ): Promise<boolean> {
    switch (minutesStateAt(minutes, act.at)) {
      case 'DRAFT':
        return this.writes(reader, act, minutes.meetingId);
      case 'CIRCULATED':
        return PARTICIPANTS.some((role) => act.actor.roles.has(role));
      default:
        return true;
    }
  }
}
