import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { useInstant } from '../parts/day-text.js';
import { useFresh } from '../parts/fresh.js';
import { More } from '../parts/more.js';
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
export function ReportsSection(of: {
  readonly groupId: string;
  /** Whether whoever reads may write the next one. */
  readonly writable: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Section title={t('report.title')} id="reports">
      <Reports {...of} />
    </Section>
  );
}

/** Ten reports; the first ten, where the plenaries to come are, tell whether the next one is begun. */
function Reports({
  after = null,
  ...of
}: {
  readonly groupId: string;
  readonly writable: boolean;
  readonly after?: string | null;
}) {
  const { t } = useTranslation();
  const at = useInstant();
  const { groupId, writable } = of;
  const [answer, again] = useQuery({ query: REPORTS, variables: { id: groupId, after } });
  useFresh(groupId, again, true);
  return (
    <Loaded answer={answer} again={again}>
      {({ workingGroup }) => {
        const { nodes = [], pageInfo } = workingGroup?.reportsToPlenaries ?? {};
        const next = workingGroup?.reportsNextTo ?? null;
        const writing = writable && after === null;
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
            {pageInfo !== undefined && (
              <More page={pageInfo} label={t('report.more')}>
                {(from) => <Reports {...of} after={from} />}
              </More>
            )}
            {writing && next === null && <Paragraph>{t('report.noPlenary')}</Paragraph>}
            {writing && next !== null && !nodes.some(({ meeting }) => meeting.id === next.id) && (
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
  );
}
