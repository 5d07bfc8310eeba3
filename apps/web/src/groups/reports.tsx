import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { useInstant } from '../parts/day-text.js';
import { useFresh } from '../parts/fresh.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';

const REPORTS = graphql(`
  query ReportsOfGroup($id: ID!, $after: String) {
    workingGroup(id: $id) {
      id
      state
      reportsNextTo {
        id
        number
      }
      reportsToPlenaries(first: 10, after: $after) {
        nodes {
          id
          state
          submittedAt
          submittedBy {
            name
          }
          meeting {
            id
            number
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** What the group reported to plenaries, that to the latest first; and where the next report is written. */
export function ReportsSection({
  groupId,
  writable,
}: {
  readonly groupId: string;
  /** Whether whoever reads may write the next one. */
  readonly writable: boolean;
}) {
  const { t } = useTranslation();
  const at = useInstant();
  /** Where each page of the list begins; null: the first. */
  const [after, setAfter] = useState<string | null>(null);
  const [answer, again] = useQuery({ query: REPORTS, variables: { id: groupId, after } });
  useFresh(groupId, again, true);
  return (
    <Section title={t('report.title')} id="reports">
      <Loaded answer={answer} again={again}>
        {({ workingGroup }) => {
          const { nodes = [], pageInfo } = workingGroup?.reportsToPlenaries ?? {};
          const next = workingGroup?.reportsNextTo ?? null;
          return (
            <>
              {nodes.length === 0 ? (
                <Paragraph>{t('report.none')}</Paragraph>
              ) : (
                <ul className="items">
                  {nodes.map(({ id, state, submittedAt, submittedBy, meeting }) => (
                    <li key={id}>
                      <To href={`/groups/${groupId}/reports/${meeting.id}`}>
                        {t('report.to', { plenary: t('report.plenaryNamed', meeting) })}
                      </To>{' '}
                      <StateTag of="report" state={state} />
                      {submittedAt !== null && submittedBy !== null && (
                        <Paragraph className="quiet" data-size="sm">
                          {t('report.submittedOn', { at: at(submittedAt), name: submittedBy.name })}
                        </Paragraph>
                      )}
                    </li>
                  ))}
                </ul>
              )}
              {pageInfo?.hasNextPage === true && (
                <Button variant="secondary" onClick={() => setAfter(pageInfo.endCursor)}>
                  {t('report.more')}
                </Button>
              )}
              {writable && next === null && <Paragraph>{t('report.noPlenary')}</Paragraph>}
              {/* Only the first page, where the plenaries to come are, tells whether the next report is begun. */}
              {writable &&
                after === null &&
                next !== null &&
                !nodes.some(({ meeting }) => meeting.id === next.id) && (
                  <Paragraph>
                    <To href={`/groups/${groupId}/reports/${next.id}`}>
                      {t('report.write', { plenary: t('report.plenaryNamed', next) })}
                    </To>
                  </Paragraph>
                )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
