import { Ledger } from '@hemicycle/audit';
import {
  decideOnComments,
  judge,
  minutesStateAt,
  type RulingFacts,
  type Violation,
} from '@hemicycle/charter';
import { BadUserInput, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { MeetingsRepository } from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SectionText } from '../document/compose.js';
import { Editions, type FixedMinutes } from '../editions.js';
import type { Minutes } from '../minutes.entity.js';
import { MinutesRepository } from '../minutes.repository.js';
import { textsOf } from '../section-texts.js';
import { TellMembers } from '../tell-members.js';
import { MINUTES_THING } from '../things.js';

interface Deciding {
  readonly minutesId: string;
  readonly decisions: readonly {
    readonly commentId: string;
    readonly takenIn: boolean;
    readonly reason: string;
  }[];
  readonly sections?: readonly SectionText[] | null;
}

/**
 * Decides on the comments made on the minutes, by whoever presided over the meeting: they are approved and published at
 * once, with what was taken in (charter MINUTES).
 */
@Injectable()
export class DecideOnComments {
  constructor(
    private readonly ledger: Ledger,
    private readonly minutes: MinutesRepository,
    private readonly editions: Editions,
    private readonly meetings: MeetingsRepository,
    private readonly members: TellMembers,
  ) {}

  /** @param decided the comments that get a decision; null: every one. */
  async verdict(
    reader: EntityManager,
    act: Act,
    minutes: Minutes,
    decided: readonly string[] | null = null,
  ): Promise<Violation[]> {
    const comments = await this.minutes.comments(reader, [minutes.id]);
    const president = await this.meetings.president(reader, minutes.meetingId);
    const { personId, roles } = act.actor;
    const facts: RulingFacts = {
      state: minutesStateAt(minutes, act.at),
      at: act.at,
      commentsUntil: this.editions.deadline(minutes.commentsUntil),
      rulingUntil: this.editions.deadline(minutes.rulingUntil),
      president: president?.person.name ?? '',
      // Where a person of the secretariat presided, whoever is of the secretariat acts for her.
      actorPresided:
        president !== null &&
        (president.memberId === null ? roles.has('SECRETARIAT') : president.person.id === personId),
      undecided: decided === null ? 0 : comments.filter(({ id }) => !decided.includes(id)).length,
    };
    return judge(decideOnComments, facts);
  }

  execute(act: Act, { minutesId, decisions, sections }: Deciding): Promise<FixedMinutes | RuleRefusal> {
    return this.ledger.record(
      act,
      'decideOnComments',
      async (tx) => {
        const { personId } = act.actor;
        if (personId === null) throw new Unauthenticated();
        const minutes = await this.minutes.lock(tx, minutesId);
        if (minutes === null) throw new NotFound(MINUTES_THING, minutesId);
        const decided = decisions.map(({ commentId }) => commentId);
        const violations = await this.verdict(tx, act, minutes, decided);
        if (violations.length > 0) return new RuleRefusal(violations);
        const comments = await this.minutes.comments(tx, [minutesId]);
        const changes = sections ?? null;
        for (const [index, commentId] of decided.entries()) {
          if (!comments.some(({ id }) => id === commentId) || decided.indexOf(commentId) !== index) {
            throw new BadUserInput(`decisions.${index}.commentId`, NOT_A_COMMENT);
          }
        }
        if (decisions.some(({ takenIn }) => takenIn) !== (changes !== null)) {
          throw new BadUserInput('sections', TEXT_FOLLOWS_DECISIONS);
        }
        for (const { commentId, takenIn, reason } of decisions) {
          await this.minutes.rule(tx, commentId, { takenIn, ruling: reason });
        }
        let version = await this.minutes.latestVersion(tx, minutesId);
        if (changes !== null) {
          version = {
            minutesId,
            number: version.number + 1,
            facts: version.facts,
            texts: textsOf(changes, version.facts, minutes.language, 'sections'),
            writtenById: personId,
            writtenAt: act.at,
          };
          await this.minutes.write(tx, version);
        }
        const written = await this.editions.text(tx, minutes, version, { edition: 1, reason: null });
        await this.minutes.rewrite(tx, minutesId, { ...written, version: version.number, madeAt: act.at });
        await this.minutes.change(tx, minutesId, {
          ruledById: personId,
          ruledAt: act.at,
          publishesAt: act.at,
        });
        const published = await this.minutes.known(tx, minutesId);
        await this.members.published(tx, act, published);
        return { ...published, sha256: written.sha256 };
      },
      ({ sha256 }: FixedMinutes) => sha256,
    );
  }
}

const NOT_A_COMMENT = {
  fr: 'Ce n’est pas, ou c’est deux fois, une observation sur ce compte rendu.',
  en: 'This is not, or is twice, a comment on these minutes.',
};
const TEXT_FOLLOWS_DECISIONS = {
  fr: 'Le texte change lorsqu’une observation est retenue, et seulement alors.',
  en: 'The text changes when a comment is taken in, and only then.',
};
