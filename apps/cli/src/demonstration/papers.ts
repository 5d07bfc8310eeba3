import type { Item } from './agendas.js';
import type { Story } from './story.js';

/** A file made of words, as the secretariat attaches it to an item. */
interface Attached {
  readonly titleFr: string;
  readonly titleEn: string;
  readonly fileName: string;
  readonly text: string;
}

const RESULTS: Attached = {
  titleFr: 'Où en sont les engagements',
  titleEn: 'Where the commitments stand',
  fileName: 'engagements.md',
  text: '# Où en sont les engagements\n\n- Douze engagements sont en cours.\n- Trois sont achevés.\n- Un a pris du retard, faute de données.\n',
};
const RESULTS_LATER: Attached = {
  ...RESULTS,
  text: RESULTS.text.replace('Trois sont achevés', 'Quatre sont achevés'),
};
const SUBJECTS: Attached = {
  titleFr: 'Sujets proposés par les groupes',
  titleEn: 'Subjects that groups propose',
  fileName: 'sujets.csv',
  text: 'groupe;sujet;réunions prévues\nJustice ouverte;Décisions en données ouvertes;2\nParticipation;Suites des consultations;3\n',
};

/** What goes with an item of an agenda; null: nothing. */
function paperOf({ presentsResults, kind }: Item): Attached | null {
  if (presentsResults === true) return RESULTS;
  return kind === 'DISCUSSION' ? SUBJECTS : null;
}

const fileOf = ({ text }: Attached): Buffer => Buffer.from(text);

/** The secretariat attaches a paper to each item that presents results, and to the first that is discussed. */
export async function attachPapers(
  story: Story,
  secretaryId: string,
  meetingId: string,
  items: readonly Item[],
): Promise<void> {
  const { meeting } = (await story.asks(
    secretaryId,
    'query ($id: ID!) { meeting(id: $id) { agenda { items { id } } } }',
    { id: meetingId },
  )) as { meeting: { agenda: { items: readonly { id: string }[] } } };
  const attached = new Set<Attached>();
  for (const [place, item] of items.entries()) {
    const paper = paperOf(item);
    if (paper === null || attached.has(paper)) continue;
    attached.add(paper);
    const { titleFr, titleEn, fileName } = paper;
    const input = { meetingId, itemId: meeting.agenda.items[place]?.id, titleFr, titleEn, fileName };
    await story.does(secretaryId, 'attachPaper', input, 'Paper', fileOf(paper));
    story.pass(5);
  }
}

/** After the convocation, the secretariat replaces the paper that presents results by a newer version. */
export async function replaceResults(story: Story, secretaryId: string, meetingId: string): Promise<void> {
  const { meeting } = (await story.asks(
    secretaryId,
    'query ($id: ID!) { meeting(id: $id) { papers { id versions { number fileName } } } }',
    { id: meetingId },
  )) as {
    meeting: {
      papers: readonly { id: string; versions: readonly { number: number; fileName: string }[] }[];
    };
  };
  for (const { id: paperId, versions } of meeting.papers) {
    const [present] = versions;
    if (present?.fileName !== RESULTS_LATER.fileName) continue;
    const input = { paperId, basedOnVersion: present.number, fileName: RESULTS_LATER.fileName };
    await story.does(secretaryId, 'replacePaper', input, 'Paper', fileOf(RESULTS_LATER));
  }
}
