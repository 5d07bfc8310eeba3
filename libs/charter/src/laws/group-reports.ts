import type { Text } from '@hemicycle/kernel';
import { GROUP_REPORT, inLife, MEETING, type StateOf, whileIn, WORKING_GROUP } from '../lives.js';
import { law, rule } from '../rule.js';
import type { GroupState } from './groups.js';

export type GroupReportState = StateOf<typeof GROUP_REPORT>;

/** A group's report to a plenary, about to be written or submitted. */
export interface GroupReportFacts {
  /** Of the group. */
  readonly group: GroupState;
  /** Of the plenary to which it reports. */
  readonly plenary: StateOf<typeof MEETING>;
  readonly actorFacilitates: boolean;
  readonly bySecretariat: boolean;
  /** Whoever facilitates the group that day, by name. */
  readonly facilitators: readonly string[];
}

/** A report about to be submitted. */
export interface GroupReportSubmissionFacts extends GroupReportFacts {
  readonly report: GroupReportState;
}

const groupIsAtWork = whileIn<GroupState, GroupReportFacts>(WORKING_GROUP, ['SET_UP'], ({ group }) => group);

/** What the members read when the session opens is what the group reported. */
const plenaryIsAhead = whileIn<StateOf<typeof MEETING>, GroupReportFacts>(
  MEETING,
  ['PLANNED', 'CONVENED', 'WITHOUT_QUORUM'],
  ({ plenary }) => plenary,
);

const NOBODY: Text = {
  fr: 'Aucun animateur n’est en fonction : d’ici à la prochaine séance plénière, le secrétariat rapporte pour le groupe.',
  en: 'No facilitator is in office: until the next plenary, the secretariat reports for the group.',
};

export const facilitatorsReport = rule<GroupReportFacts>(
  'WORKING-GROUP-SETUP',
  ({ actorFacilitates, bySecretariat, facilitators }) => {
    if (actorFacilitates || (bySecretariat && facilitators.length === 0)) return true;
    if (facilitators.length === 0) return NOBODY;
    return {
      fr: `Les animateurs du groupe rapportent à la séance plénière : ${facilitators.join(', ')}.`,
      en: `The group’s facilitators report to the plenary: ${facilitators.join(', ')}.`,
    };
  },
);

export const saveGroupReport = law<GroupReportFacts>('saveGroupReport', [
  groupIsAtWork,
  plenaryIsAhead,
  facilitatorsReport,
]);

export const submitGroupReport = law<GroupReportSubmissionFacts>('submitGroupReport', [
  groupIsAtWork,
  plenaryIsAhead,
  inLife<GroupReportState, GroupReportSubmissionFacts>(GROUP_REPORT, 'SUBMITTED', ({ report }) => report),
  facilitatorsReport,
]);
