import { Ledger } from '@hemicycle/audit';
import { judge, minutesStateAt, saveMinutes, type Violation } from '@hemicycle/charter';
import { Conflict, Forbidden, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { MeetingsRepository } from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { SectionText } from '../document/compose.js';
import { Happenings } from '../happenings.js';
import { MinutesReaders } from '../minutes-readers.js';
import type { Minutes } from '../minutes.entity.js';
import { MinutesRepository } from '../minutes.repository.js';
import { textsOf } from '../section-texts.js';
import { MINUTES_THING } from '../things.js';

interface Saving {
  readonly minutesId: string;
  readonly basedOnVersion: number;
  readonly sections: readonly SectionText[];
}

/**
 * Writes a new version of a draft, on the facts as the tables then have them. Whoever started from a version that is no
 * longer the last is told, and nothing is written: both texts are there to be joined.
 */
@Injectable()
export class SaveMinutes {
  constructor(
    private readonly ledger: Ledger,
    private readonly minutes: MinutesRepository,
    private readonly meetings: MeetingsRepository,
    private readonly happenings: Happenings,
    private readonly readers: MinutesReaders,
  ) {}

  verdict({ at }: Act, minutes: Minutes): Violation[] {
    return judge(saveMinutes, { state: minutesStateAt(minutes, at) });
  }

  execute(act: Act, { minutesId, basedOnVersion, sections }: Saving): Promise<Minutes | RuleRefusal> {
    return this.ledger.record(act, 'saveMinutes', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const minutes = await this.minutes.lock(tx, minutesId);
      if (minutes === null) throw new NotFound(MINUTES_THING, minutesId);
      if (!(await this.readers.writes(tx, act, minutes.meetingId))) throw new Forbidden();
      const violations = this.verdict(act, minutes);
      if (violations.length > 0) return new RuleRefusal(violations);
      const { number } = await this.minutes.latestVersion(tx, minutesId);
      if (number !== basedOnVersion) throw new Conflict(changedMeanwhile(number, basedOnVersion));
      const meeting = await this.meetings.known(tx, minutes.meetingId);
      const facts = await this.happenings.of(tx, act, meeting);
      await this.minutes.write(tx, {
        minutesId,
        number: number + 1,
        facts,
        texts: textsOf(sections, facts, minutes.language, 'sections'),
        writtenById: personId,
        writtenAt: act.at,
      });
      return minutes;
    });
  }
}

/** Somebody else wrote since. */
export const changedMeanwhile = (
  stands: number,
  basedOn: number,
): ConstructorParameters<typeof Conflict>[0] => ({
  fr: `Le compte rendu en est à la version ${stands}, et non à la version ${basedOn} : quelqu’un l’a modifié. Rien n’a été enregistré ; les deux textes sont à rapprocher.`,
  en: `The minutes stand at version ${stands}, not ${basedOn}: somebody changed them. Nothing was written; the two texts are to be joined.`,
});
