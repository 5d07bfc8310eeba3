import { Link, Paragraph, Tag } from '@digdir/designsystemet-react';
import { sizeInWords } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { useHere } from '../frame/forum.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useInstant } from '../parts/day-text.js';

export const PAPER = graphql(`
  fragment PaperShown on Paper {
    id
    itemId
    title
    membersOnlyReason
    state
    withdrawnAt
    withdrawReason
    versions {
      number
      format
      size
      addedAt
      afterConvocation
    }
  }
`);
export const PAPERS = graphql(
  `
    fragment PapersOf on Meeting {
      papers {
        ...PaperShown
      }
    }
  `,
  [PAPER],
);
export type Paper = ResultOf<typeof PAPER>;
type Version = Paper['versions'][number];

/** What a file is and how large, in words. */
function useFileWords(): (version: Version) => string {
  const { t } = useTranslation();
  const { language } = useHere();
  return ({ format, size }) =>
    t('paper.file', { format: t(`paper.format.${format}`), size: sizeInWords(size)[language] });
}

/** The papers that go with one item of an agenda; nothing where there are none. */
export function PapersOfItem({
  papers,
  position,
}: {
  readonly papers: readonly Paper[];
  readonly position: number;
}) {
  const { t } = useTranslation();
  return <PapersListed papers={papers} label={t('paper.ofItem', { position })} />;
}

/** The papers whose item left the agenda; nothing where there are none. */
export function PapersOfRemovedItems({
  papers,
  agendas,
}: {
  /** All those of the meeting. */
  readonly papers: readonly Paper[];
  /** Those that are shown. */
  readonly agendas: readonly ({ readonly items: readonly { readonly id: string }[] } | null)[];
}) {
  const { t } = useTranslation();
  const items = new Set(agendas.flatMap((agenda) => agenda?.items.map(({ id }) => id) ?? []));
  const left = papers.filter(({ itemId }) => !items.has(itemId));
  if (left.length === 0) return null;
  return (
    <>
      <Paragraph>{t('paper.ofRemoved')}</Paragraph>
      <PapersListed papers={left} label={t('paper.ofRemoved')} />
    </>
  );
}

function PapersListed({ papers, label }: { readonly papers: readonly Paper[]; readonly label: string }) {
  if (papers.length === 0) return null;
  return (
    <ul className="items" aria-label={label}>
      {papers.map((paper) => (
        <li key={paper.id}>
          <PaperShown paper={paper} />
        </li>
      ))}
    </ul>
  );
}

/** A paper: its file, and what happened to it. */
export function PaperShown({ paper }: { readonly paper: Paper }) {
  const { t } = useTranslation();
  const inWords = useInstant();
  const file = useFileWords();
  const { id, title, membersOnlyReason, state, withdrawnAt, withdrawReason } = paper;
  const [present, ...earlier] = paper.versions;
  if (present === undefined) return null;
  if (state === 'WITHDRAWN') {
    return (
      <>
        {title} <Tag data-color="warning">{t('paper.withdrawn')}</Tag>
        <Paragraph className="quiet" data-size="sm">
          {t('paper.withdrawnFor', { at: inWords(withdrawnAt ?? ''), reason: withdrawReason })}
        </Paragraph>
      </>
    );
  }
  const came = arrival(present);
  const earlierWords = (version: Version): string =>
    t('paper.earlier', { number: version.number, at: inWords(version.addedAt), file: file(version) });
  return (
    <>
      <Link href={`/papers/${id}`}>
        {title} ({file(present)})
      </Link>
      {membersOnlyReason !== null && (
        <Paragraph className="quiet" data-size="sm">
          {t('paper.membersOnly', { reason: membersOnlyReason })}
        </Paragraph>
      )}
      {came !== null && (
        <Paragraph className="quiet" data-size="sm">
          {t(came, { number: present.number, at: inWords(present.addedAt) })}
        </Paragraph>
      )}
      {earlier.length > 0 && (
        <ul className="items">
          {earlier.map((version) => (
            <li key={version.number}>
              <Link
                href={`/papers/${id}/${version.number}`}
                aria-label={`${earlierWords(version)} – ${title}`}
              >
                {earlierWords(version)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** How the last version came; null: with the convocation, or before. */
function arrival({ number, afterConvocation }: Version) {
  if (afterConvocation)
    return number === 1 ? ('paper.addedAfter' as const) : ('paper.replacedAfter' as const);
  return number === 1 ? null : ('paper.replaced' as const);
}
