import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { DayText, InstantText } from '../parts/day-text.js';
import { MEETING_NAMED, useMinutesName } from '../parts/meeting-name.js';
import { Pages } from '../parts/pages.js';
import { Rows } from '../parts/table.js';
import { To } from '../parts/to.js';

const PUBLISHED = graphql(
  `
    query PublishedMinutes($after: String) {
      publishedMinutes(first: 50, after: $after) {
        nodes {
          id
          publishedAt
          meeting {
            ...MeetingNamed
            on
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [MEETING_NAMED],
);

/** What was published, the latest first. */
export function MinutesListPage() {
  const { t } = useTranslation();
  const named = useMinutesName();
  return (
    <Page title={t('minutes.title')} lead={<Paragraph>{t('minutes.lead')}</Paragraph>}>
      <Pages
        document={PUBLISHED}
        variables={{}}
        of={({ publishedMinutes }) => publishedMinutes}
        none={<Paragraph>{t('minutes.none')}</Paragraph>}
      >
        {(nodes) => (
          <Rows
            caption={t('minutes.caption')}
            rows={nodes}
            keyOf={({ id }) => id}
            columns={[
              {
                heading: t('minutes.meeting'),
                cell: ({ id, meeting }) => <To href={`/minutes/${id}`}>{named(meeting)}</To>,
              },
              { heading: t('minutes.heldOn'), cell: ({ meeting: { on } }) => <DayText day={on} /> },
              {
                heading: t('minutes.published'),
                cell: ({ publishedAt }) => (publishedAt === null ? '' : <InstantText at={publishedAt} />),
              },
            ]}
          />
        )}
      </Pages>
    </Page>
  );
}
