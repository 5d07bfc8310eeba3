import { Ledger } from '@hemicycle/audit';
import { judge, saveGroupReport, type Violation } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { BadUserInput, Conflict, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { GroupsRepository, type WorkingGroup } from '@hemicycle/groups';
import { type Act, type Language, newId, type Text } from '@hemicycle/kernel';
import { type Meeting, MeetingsRepository } from '@hemicycle/meetings';
import { markdownProblems } from '@hemicycle/minutes';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { GroupReport } from '../group-report.entity.js';
import { GroupReportsRepository } from '../group-reports.repository.js';
import { Reporting } from '../reporting.js';
import { GROUP_THING, PLENARY_THING } from '../things.js';

interface Saving {
  readonly groupId: string;
  /** Null: the next one. */
  readonly meetingId: string | null;
  readonly language: Language;
  readonly basedOnVersion: number;
  readonly text: string;
}

/**
 * Writes a new version of what a group reports to a plenary; the first one begins the report. Whoever started from a version
 * that is no longer the last is told, and nothing is written.
 */
@Injectable()
export class SaveGroupReport {
  constructor(
    private readonly ledger: Ledger,
    private readonly groups: GroupsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly reports: GroupReportsRepository,
    private readonly reporting: Reporting,
  ) {}

  /** @param plenary null: judged as for one that is planned. */
  async verdict(
    reader: EntityManager,
    act: Act,
    group: WorkingGroup,
    plenary: Meeting | null,
  ): Promise<Violation[]> {
    return judge(saveGroupReport, await this.reporting.facts(reader, act, group, plenary));
  }

  execute(act: Act, saving: Saving): Promise<GroupReport | RuleRefusal> {
    const { groupId, language, basedOnVersion, text } = saving;
    return this.ledger.record(act, 'saveGroupReport', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      // The plenary before the group, as the decisions do that close groups.
      const plenary = await this.plenary(tx, saving.meetingId);
      const group = await this.groups.lock(tx, groupId);
      if (group === null) throw new NotFound(GROUP_THING, groupId);
      const violations = await this.verdict(tx, act, group, plenary);
      if (violations.length > 0) return new RuleRefusal(violations);
      const which = { groupId, meetingId: plenary.id };
      const begun = await this.reports.lock(tx, which);
      const [standing] = begun === null ? [] : await this.reports.latest(tx, [begun.id]);
      const present = standing?.number ?? 0;
      if (present !== basedOnVersion) throw new Conflict(changedMeanwhile(present, basedOnVersion));
      const [problem] = markdownProblems(text);
      if (problem !== undefined) {
        throw new BadUserInput('text', {
          fr: `Ligne ${problem.line} : ${problem.problem.fr}`,
          en: `Line ${problem.line}: ${problem.problem.en}`,
        });
      }
      const id = begun?.id ?? newId();
      if (begun === null) await this.reports.begin(tx, { id, ...which, language });
      if (standing?.text !== text) {
        const number = present + 1;
        await this.reports.write(tx, {
          reportId: id,
          number,
          text,
          writtenById: personId,
          writtenAt: act.at,
        });
      }
      const written = await this.reports.byId(tx, id);
      if (written === null) throw new RangeError(`No report ${id}`);
      return written;
    });
  }

  /** The plenary to which it reports, held as it is: its own watchers hear of a report when it is submitted. */
  private async plenary(tx: Tx, meetingId: string | null): Promise<Meeting> {
    const id = meetingId ?? (await this.reports.nextPlenary(tx));
    if (id === null) throw new BadUserInput('meetingId', NO_PLENARY);
    const meeting = await this.meetings.hold(tx, id);
    if (meeting === null) throw new NotFound(PLENARY_THING, id);
    if (meeting.body !== 'PLENARY') throw new BadUserInput('meetingId', NOT_A_PLENARY);
    return meeting;
  }
}

const NO_PLENARY: Text = {
  fr: 'Aucune séance plénière n’est encore prévue : le rapport attend que le secrétariat en prévoie une.',
  en: 'No plenary is planned yet: the report waits for the secretariat to plan one.',
};
const NOT_A_PLENARY: Text = {
  fr: 'Un groupe rapporte à une séance plénière ; cette réunion est celle d’un groupe.',
  en: 'A group reports to a plenary; this meeting is a group’s.',
};

/** Somebody else wrote since. */
export const changedMeanwhile = (stands: number, basedOn: number): Text => ({
  fr: `Le rapport en est à la version ${stands}, et non à la version ${basedOn} : quelqu’un l’a modifié. Rien n’a été enregistré ; les deux textes sont à rapprocher.`,
  en: `The report stands at version ${stands}, not ${basedOn}: somebody changed it. Nothing was written; the two texts are to be joined.`,
});
