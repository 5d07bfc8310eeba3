import { Ledger } from '@hemicycle/audit';
import {
  type CommentingFacts,
  commentMinutes,
  judge,
  minutesStateAt,
  type Violation,
} from '@hemicycle/charter';
import { BadUserInput, NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Bodies, MeetingsRepository } from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sectionsOf } from '../document/compose.js';
import { Editions, type FixedMinutes } from '../editions.js';
import type { Minutes } from '../minutes.entity.js';
import { MinutesRepository } from '../minutes.repository.js';
import { MINUTES_THING } from '../things.js';

interface Commenting {
  readonly minutesId: string;
  readonly section?: string | null;
  readonly text: string;
}

/**
 * Comments on circulated minutes, by a member: from then on the president has her time to decide, and without a decision
 * they are published with the comments annexed, as their file now has them (charter MINUTES).
 */
@Injectable()
export class CommentMinutes {
  constructor(
    private readonly ledger: Ledger,
    private readonly minutes: MinutesRepository,
    private readonly editions: Editions,
    private readonly meetings: MeetingsRepository,
    private readonly bodies: Bodies,
  ) {}

  async verdict(reader: EntityManager, act: Act, minutes: Minutes): Promise<Violation[]> {
    return judge(commentMinutes, await this.facts(reader, act, minutes));
  }

  private async facts(reader: EntityManager, act: Act, minutes: Minutes): Promise<CommentingFacts> {
    return {
      state: minutesStateAt(minutes, act.at),
      at: act.at,
      commentsUntil: this.editions.deadline(minutes.commentsUntil),
      actorIsMember: (await this.seat(reader, act, minutes)) !== null,
    };
  }

  /** Her seat among those who make up the body whose meeting it was; null: none. */
  private async seat(
    reader: EntityManager,
    { actor: { personId }, on }: Act,
    { meetingId }: Minutes,
  ): Promise<string | null> {
    if (personId === null) return null;
    const members = await this.bodies.membersOf(reader, await this.meetings.known(reader, meetingId), on);
    return members.find((member) => member.personId === personId)?.id ?? null;
  }

  execute(act: Act, { minutesId, section, text }: Commenting): Promise<FixedMinutes | RuleRefusal> {
    return this.ledger.record(
      act,
      'commentMinutes',
      async (tx) => {
        const minutes = await this.minutes.lock(tx, minutesId);
        if (minutes === null) throw new NotFound(MINUTES_THING, minutesId);
        const memberId = await this.seat(tx, act, minutes);
        const violations = await this.verdict(tx, act, minutes);
        if (violations.length > 0 || memberId === null) return new RuleRefusal(violations);
        const version = await this.minutes.latestVersion(tx, minutesId);
        const about = section ?? '';
        const known = sectionsOf(version.facts, minutes.language).some(({ key }) => key === about);
        if (about !== '' && !known) throw new BadUserInput('section', NOT_A_SECTION);
        await this.minutes.comment(tx, {
          id: newId(),
          minutesId,
          memberId,
          section: about,
          text,
          madeAt: act.at,
        });
        const written = await this.editions.text(tx, minutes, version, { edition: 1, reason: null });
        await this.minutes.rewrite(tx, minutesId, { ...written, version: version.number, madeAt: act.at });
        await this.minutes.change(tx, minutesId, { publishesAt: minutes.rulingUntil });
        return { ...(await this.minutes.known(tx, minutesId)), sha256: written.sha256 };
      },
      ({ sha256 }: FixedMinutes) => sha256,
    );
  }
}

const NOT_A_SECTION = {
  fr: 'Ce n’est pas une partie de ce compte rendu.',
  en: 'This is not a section of these minutes.',
};
