import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { InstantText } from '../parts/day-text.js';
import { Pages } from '../parts/pages.js';
import { StateTag } from '../parts/state-tag.js';
import { Rows } from '../parts/table.js';
import { To } from '../parts/to.js';
import { YearsOfMeetings } from './attendance.js';
import { Requests } from './requests.js';

export const MEETINGS = graphql(`
  query Meetings($after: String) {
    meetings(body: PLENARY, first: 50, after: $after) {
      nodes {
        id
        number
        state
        startsAt
        place
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Every session, the latest first. */
export function MeetingsPage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('meetings.title')}
      lead={
        <Paragraph>
          {t('meetings.lead')} <To href="/minutes">{t('minutes.all')}</To>
        </Paragraph>
      }
    >
      <Pages
        document={MEETINGS}
        variables={{}}
        of={({ meetings }) => meetings}
        none={<Paragraph>{t('meetings.none')}</Paragraph>}
      >
        {(nodes) => (
          <Rows
            caption={t('meetings.caption')}
            rows={nodes}
            keyOf={({ id }) => id}
            columns={[
              {
                heading: t('meetings.meeting'),
                cell: ({ id, number }) => (
                  <To href={`/meetings/${id}`}>{t('meeting.plenary', { number })}</To>
                ),
              },
              { heading: t('meetings.when'), cell: ({ startsAt }) => <InstantText at={startsAt} /> },
              { heading: t('meetings.where'), cell: ({ place }) => place ?? t('meeting.onlineOnly') },
              {
                heading: t('meetings.state'),
                cell: ({ state }) => <StateTag of="meeting" state={state} />,
              },
            ]}
          />
        )}
      </Pages>
      <YearsOfMeetings body="PLENARY" />
      <Requests />
    </Page>
  );
}
