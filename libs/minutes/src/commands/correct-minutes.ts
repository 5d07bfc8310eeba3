import { Ledger } from '@hemicycle/audit';
import { correctMinutes, judge, minutesStateAt, type Violation } from '@hemicycle/charter';
import { Conflict, Forbidden, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { SectionText } from '../document/compose.js';
import { Editions, type FixedMinutes } from '../editions.js';
import { MinutesReaders } from '../minutes-readers.js';
import type { Minutes } from '../minutes.entity.js';
import { MinutesRepository } from '../minutes.repository.js';
import { textsOf } from '../section-texts.js';
import { TellMembers } from '../tell-members.js';
import { MINUTES_THING } from '../things.js';
import { changedMeanwhile } from './save-minutes.js';

interface Correcting {
  readonly minutesId: string;
  readonly basedOnVersion: number;
  readonly sections: readonly SectionText[];
  readonly reason: string;
}

/**
 * Corrects published minutes, by the secretariat: a new edition, with its reason, published at once; those before it stay
 * readable, and the facts of the meeting stay those of the approved text (charter MINUTES).
 */
@Injectable()
export class CorrectMinutes {
  constructor(
    private readonly ledger: Ledger,
    private readonly minutes: MinutesRepository,
    private readonly editions: Editions,
    private readonly readers: MinutesReaders,
    private readonly members: TellMembers,
  ) {}

  verdict({ at }: Act, minutes: Minutes): Violation[] {
    return judge(correctMinutes, { state: minutesStateAt(minutes, at) });
  }

  execute(
    act: Act,
    { minutesId, basedOnVersion, sections, reason }: Correcting,
  ): Promise<FixedMinutes | RuleRefusal> {
    return this.ledger.record(
      act,
      'correctMinutes',
      async (tx) => {
        const { personId } = act.actor;
        if (personId === null) throw new Unauthenticated();
        const minutes = await this.minutes.lock(tx, minutesId);
        if (minutes === null) throw new NotFound(MINUTES_THING, minutesId);
        if (!(await this.readers.writes(tx, act, minutes.meetingId))) throw new Forbidden();
        const violations = this.verdict(act, minutes);
        const last = await this.minutes.latestEdition(tx, minutesId);
        if (violations.length > 0 || last === null) return new RuleRefusal(violations);
        const { number, facts } = await this.minutes.latestVersion(tx, minutesId);
        if (number !== basedOnVersion) throw new Conflict(changedMeanwhile(number, basedOnVersion));
        const version = {
          minutesId,
          number: number + 1,
          facts,
          texts: textsOf(sections, facts, minutes.language, 'sections'),
          writtenById: personId,
          writtenAt: act.at,
        };
        await this.minutes.write(tx, version);
        const edition = { edition: last.number + 1, reason };
        const text = await this.editions.text(tx, minutes, version, edition);
        await this.minutes.addEdition(tx, {
          minutesId,
          number: last.number + 1,
          version: version.number,
          ...text,
          reason,
          madeAt: act.at,
        });
        // Nobody learns that they are corrected before that they are published.
        if (minutes.publicationToldAt === null) await this.members.published(tx, act, minutes);
        await this.members.corrected(tx, act, minutes, edition);
        return { ...minutes, sha256: text.sha256 };
      },
      ({ sha256 }: FixedMinutes) => sha256,
    );
  }
}
