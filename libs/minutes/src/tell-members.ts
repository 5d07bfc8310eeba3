import { approvalOf } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import type { Act, Day } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Bodies, type BodyInWords, MeetingsRepository } from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { Minutes } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';
import { CORRECTED_LETTER, PUBLISHED_LETTER } from './published.letters.js';

/** Writes to the members of the body that met, as it is on the day, of what became of the minutes. */
@Injectable()
export class TellMembers {
  constructor(
    private readonly minutes: MinutesRepository,
    private readonly meetings: MeetingsRepository,
    private readonly bodies: Bodies,
    private readonly mail: Mail,
  ) {
    mail.register(PUBLISHED_LETTER);
    mail.register(CORRECTED_LETTER);
  }

  /** That these minutes, whose row is locked, are published: once. */
  async published(tx: Tx, { at, on }: Pick<Act, 'at' | 'on'>, minutes: Minutes): Promise<void> {
    const { id, ruledAt } = minutes;
    const comments = await this.minutes.comments(tx, [id]);
    const { to, words } = await this.about(tx, minutes, on);
    await this.mail.enqueueMany(tx, PUBLISHED_LETTER, {
      to,
      at,
      parameters: { ...words, approval: approvalOf({ ruledAt, commented: comments.length > 0 }) },
    });
    await this.minutes.change(tx, id, { publicationToldAt: at });
  }

  /** That a new edition corrects them, and why. */
  async corrected(
    tx: Tx,
    { at, on }: Pick<Act, 'at' | 'on'>,
    minutes: Minutes,
    correction: { readonly edition: number; readonly reason: string },
  ): Promise<void> {
    const { to, words } = await this.about(tx, minutes, on);
    await this.mail.enqueueMany(tx, CORRECTED_LETTER, { to, at, parameters: { ...words, ...correction } });
  }

  private async about(
    tx: Tx,
    { id, meetingId }: Minutes,
    on: Day,
  ): Promise<{
    readonly to: { readonly personId: string }[];
    readonly words: BodyInWords & {
      readonly minutesId: string;
      readonly meetingNumber: number;
      readonly meetingOn: Day;
    };
  }> {
    const meeting = await this.meetings.known(tx, meetingId);
    const { facts } = await this.minutes.latestVersion(tx, id);
    const members = await this.bodies.membersOf(tx, meeting, on);
    return {
      to: members.map(({ personId }) => ({ personId })),
      words: {
        minutesId: id,
        meetingNumber: facts.number,
        meetingOn: facts.on,
        ...(await this.bodies.named(tx, meeting)),
      },
    };
  }
}
