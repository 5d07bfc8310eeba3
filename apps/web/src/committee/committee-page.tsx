import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FollowedCalendar } from '../feeds/feeds-page.js';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { ListedMeetings, MEETING_LISTED } from '../meetings/listed.js';
import { YearsOfMeetings } from '../meetings/attendance.js';
import { Planning } from '../meetings/planning.js';
import { isAllowed, PERMITTED } from '../parts/action.js';
import { Rare } from '../parts/rare.js';
import { Committee, COMMITTEE_SEATS } from './committee.js';

const COMMITTEE = graphql(
  `
    query CommitteeAndItsMeetings {
      committee {
        ...CommitteeSeats
        meetings(first: 100) {
          nodes {
            ...MeetingListed
          }
        }
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [COMMITTEE_SEATS, MEETING_LISTED, PERMITTED],
);

/** Who the management committee is, when it meets, and what it recorded. */
export function CommitteePage() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: COMMITTEE });
  return (
    <Page title={t('committee.title')} lead={<Paragraph>{t('committee.lead')}</Paragraph>}>
      <Loaded answer={answer} again={again}>
        {({ committee }) => (
          <>
            <Section title={t('committee.whoItIs')}>
              <Committee committee={committee} />
            </Section>
            <Section title={t('committee.meetings')}>
              {committee.meetings.nodes.length === 0 ? (
                <Paragraph>{t('committee.none')}</Paragraph>
              ) : (
                <ListedMeetings
                  caption={t('committee.caption')}
                  meetings={committee.meetings.nodes}
                  withMinutes
                />
              )}
              <Rare label={t('feeds.followGroup')}>
                <ul className="stack plain">
                  <FollowedCalendar name={t('feeds.committee')} path="committee" />
                </ul>
              </Rare>
              {isAllowed(committee.permitted, 'planMeeting') && (
                <Rare label={t('groups.plan')}>
                  <Paragraph>{t('committee.planText')}</Paragraph>
                  <Planning body="MANAGEMENT_COMMITTEE" />
                </Rare>
              )}
            </Section>
          </>
        )}
      </Loaded>
      <YearsOfMeetings body="MANAGEMENT_COMMITTEE" />
    </Page>
  );
}
