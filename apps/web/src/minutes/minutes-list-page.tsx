import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Page } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { DayText, InstantText } from '../parts/day-text.js';
import { MEETING_NAMED, useMinutesName } from '../parts/meeting-name.js';
import { Rows } from '../parts/table.js';
import { To } from '../parts/to.js';

const PUBLISHED = graphql(
  `
    query PublishedMinutes {
      publishedMinutes(first: 100) {
        nodes {
          id
          publishedAt
          meeting {
            ...MeetingNamed
            on
          }
        }
      }
    }
  `,
  [MEETING_NAMED],
);

/** The hundred records published last, the latest first. */
export function MinutesListPage() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: PUBLISHED });
  const named = useMinutesName();
  return (
    <Page title={t('minutes.title')} lead={<Paragraph>{t('minutes.lead')}</Paragraph>}>
      <Loaded answer={answer} again={again}>
        {({ publishedMinutes: { nodes } }) =>
          nodes.length === 0 ? (
            <Paragraph>{t('minutes.none')}</Paragraph>
          ) : (
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
          )
        }
      </Loaded>
    </Page>
  );
}
