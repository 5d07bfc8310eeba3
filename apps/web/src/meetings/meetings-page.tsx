import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Page } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { InstantText } from '../parts/day-text.js';
import { StateTag } from '../parts/state-tag.js';
import { Rows } from '../parts/table.js';
import { To } from '../parts/to.js';
import { YearsOfMeetings } from './attendance.js';
import { Requests } from './requests.js';

export const MEETINGS = graphql(`
  query Meetings {
    meetings(body: PLENARY, first: 100) {
      nodes {
        id
        number
        state
        startsAt
        place
      }
    }
  }
`);

/** Every session, the latest first. Two a year: a hundred of them are half a century. */
export function MeetingsPage() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: MEETINGS });
  return (
    <Page
      title={t('meetings.title')}
      lead={
        <Paragraph>
          {t('meetings.lead')} <To href="/minutes">{t('minutes.all')}</To>
        </Paragraph>
      }
    >
      <Loaded answer={answer} again={again}>
        {({ meetings: { nodes } }) =>
          nodes.length === 0 ? (
            <Paragraph>{t('meetings.none')}</Paragraph>
          ) : (
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
          )
        }
      </Loaded>
      <YearsOfMeetings body="PLENARY" />
      <Requests />
    </Page>
  );
}
