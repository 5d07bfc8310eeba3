import { BadUserInput } from '@hemicycle/graphql';
import type { WorkingGroup } from '@hemicycle/groups';
import { newId, type Text } from '@hemicycle/kernel';
import type { AgendasRepository, AgendaVersion } from './agendas.repository.js';
import type { AgendaItemInput } from './graphql/meetings.inputs.js';

/**
 * The items of an agenda as they were asked for.
 *
 * @param standing the version that they replace; null: none.
 * @throws BadUserInput for an item that does not hold together, or that is not of the agenda that stands.
 */
export function itemsOf(
  items: readonly AgendaItemInput[],
  standing: AgendaVersion | null,
): Parameters<AgendasRepository['draft']>[2] {
  const known = new Set(standing?.items.map(({ itemId }) => itemId));
  const kept = new Set<string>();
  const seats = new Set<string>();
  const subjects = new Set<string>();
  const reporting = new Set<string>();
  return items.map((item, index) => {
    const { id, kind, titleFr, titleEn, office, college, subject, objectId } = item;
    const { presentsResults, reportOfId = null, plannedMinutes } = item;
    const field = `items.${index}`;
    if (presentsResults && kind !== 'INFORMATION' && kind !== 'DISCUSSION') {
      throw new BadUserInput(`${field}.presentsResults`, RESULTS_ARE_PRESENTED);
    }
    if (id !== null && id !== undefined) {
      if (!known.has(id) || kept.has(id)) throw new BadUserInput(`${field}.id`, NOT_AN_ITEM);
      kept.add(id);
    }
    if (reportOfId !== null) {
      if ((kind !== 'INFORMATION' && kind !== 'DISCUSSION') || reporting.has(reportOfId))
        throw new BadUserInput(`${field}.reportOfId`, REPORTS_ARE_HEARD);
      reporting.add(reportOfId);
    }
    const named = [office, college].filter((part) => part !== null && part !== undefined);
    if (named.length !== (kind === 'ELECTION' ? 2 : 0))
      throw new BadUserInput(field, ELECTION_NAMES_ITS_SEAT);
    const seat = named.join(' ');
    if (seats.has(seat) && kind === 'ELECTION') throw new BadUserInput(field, ONE_ELECTION_A_SEAT);
    seats.add(seat);
    if (subject !== null && subject !== undefined) {
      if (kind !== 'DECISION') throw new BadUserInput(field, ONLY_DECISIONS_HAVE_A_SUBJECT);
      const about = `${subject} ${objectId ?? ''}`;
      if (subjects.has(about)) throw new BadUserInput(field, ONE_DECISION_A_SUBJECT);
      subjects.add(about);
    }
    return {
      itemId: id ?? newId(),
      kind,
      titleFr,
      titleEn,
      office: office ?? null,
      college: college ?? null,
      subject: subject ?? null,
      objectId: objectId ?? null,
      presentsResults,
      reportOfId,
      plannedMinutes: plannedMinutes ?? null,
    };
  });
}

const NOT_AN_ITEM = {
  fr: 'Cet identifiant n’est pas, ou est deux fois, celui d’un point de l’ordre du jour actuel.',
  en: 'This is not, or is twice, the id of an item of the present agenda.',
};
const ELECTION_NAMES_ITS_SEAT = {
  fr: 'Une élection indique sa fonction et son collège ; les autres points n’en ont pas.',
  en: 'An election names its office and its college; other items have none.',
};
const ONE_ELECTION_A_SEAT = {
  fr: 'Un ordre du jour ne porte qu’une élection pour une fonction et un collège.',
  en: 'An agenda carries one election for one office and one college.',
};
const ONLY_DECISIONS_HAVE_A_SUBJECT = {
  fr: 'Seule une décision a un objet dont la charte règle les effets.',
  en: 'Only a decision has a subject whose effects are the charter’s.',
};
const ONE_DECISION_A_SUBJECT = {
  fr: 'Un ordre du jour ne porte qu’une décision sur un même objet.',
  en: 'An agenda carries one decision on one subject.',
};
const RESULTS_ARE_PRESENTED = {
  fr: 'Un point d’information ou de discussion présente des résultats et recueille des observations ; une décision ou une élection, non.',
  en: 'An item to be heard or discussed presents results and collects comments; a decision or an election does not.',
};
const REPORTS_ARE_HEARD = {
  fr: 'Un point d’information ou de discussion entend le rapport d’un groupe, une fois ; une décision ou une élection, non.',
  en: 'An item to be heard or discussed hears the report of a group, once; a decision or an election does not.',
};
export const GROUPS_REPORT_TO_PLENARIES = {
  fr: 'Un groupe de travail constitué rapporte à une séance plénière, à l’ordre du jour que le secrétariat écrit ; celui-ci n’en est pas un, ou ce n’est pas une telle séance.',
  en: 'A working group that was set up reports to a plenary, on the agenda that the secretariat writes; this is not one, or not such an agenda.',
};
export const reportsNoMore = ({ theme }: Pick<WorkingGroup, 'theme'>): Text => ({
  fr: `Le groupe « ${theme.fr} » est clos : il ne rapporte plus à la séance plénière.`,
  en: `The group “${theme.en}” is closed: it reports to the plenary no more.`,
});
export const SUBJECT_HAS_ITS_OBJECT = {
  fr: 'L’adoption de règles désigne leur projet, une fin de mandat le mandat, la constitution ou la clôture d’un groupe ce groupe, la désignation d’un animateur sa proposition ; les autres points ne désignent rien.',
  en: 'An adoption of rules names their draft, a removal the mandate, the setting up or closing of a group that group, the naming of a facilitator her proposal; other items name nothing.',
};
