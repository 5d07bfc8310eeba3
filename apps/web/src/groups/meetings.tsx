import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FollowedCalendar } from '../feeds/feeds-page.js';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { ListedMeetings, MEETING_LISTED } from '../meetings/listed.js';
import { Planning } from '../meetings/planning.js';
import { isAllowed, type Permitted } from '../parts/action.js';
import { More } from '../parts/more.js';
import { Rare } from '../parts/rare.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';

const LISTED = graphql(
  `
    fragment MeetingsListed on MeetingPage {
      nodes {
        ...MeetingListed
        decisions {
          id
          reference
          title
          state
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
  [MEETING_LISTED],
);
export const MEETINGS_OF_GROUP = graphql(
  `
    fragment MeetingsOfGroup on WorkingGroup {
      id
      state
      theme
      meetings(first: 30) {
        ...MeetingsListed
      }
    }
  `,
  [LISTED],
);
const EARLIER = graphql(
  `
    query EarlierMeetingsOfGroup($groupId: ID!, $after: String) {
      meetings(groupId: $groupId, first: 30, after: $after) {
        ...MeetingsListed
      }
    }
  `,
  [LISTED],
);

const AHEAD = ['PLANNED', 'CONVENED', 'IN_SESSION'];

/** The meetings of a group: those to come, the next one first, then what was held, the latest first, with its minutes. */
export function GroupMeetings({
  group,
}: {
  readonly group: ResultOf<typeof MEETINGS_OF_GROUP> & { readonly permitted: readonly Permitted[] };
}) {
  const { t } = useTranslation();
  const { id, theme, meetings, permitted } = group;
  const ahead = meetings.nodes.filter(({ state }) => AHEAD.includes(state)).toReversed();
  const past = meetings.nodes.filter(({ state }) => !AHEAD.includes(state));
  return (
    <Section title={t('groups.meetings')}>
      {meetings.nodes.length === 0 && <Paragraph>{t('groups.noMeeting')}</Paragraph>}
      {ahead.length > 0 && <ListedMeetings meetings={ahead} caption={t('groups.meetingsAhead')} />}
      {past.length > 0 && <ListedMeetings meetings={past} caption={t('groups.meetingsPast')} withMinutes />}
      <More page={meetings.pageInfo} label={t('groups.meetingsEarlier')}>
        {(from) => <Earlier groupId={id} after={from} />}
      </More>
      {group.state === 'SET_UP' && (
        <Rare label={t('feeds.followGroup')}>
          <ul className="stack plain">
            <FollowedCalendar name={t('feeds.group', { theme })} path={`groups/${id}`} />
          </ul>
        </Rare>
      )}
      {isAllowed(permitted, 'planMeeting') && (
        <Rare label={t('groups.plan')}>
          <Paragraph>{t('groups.planText')}</Paragraph>
          <Planning body="WORKING_GROUP" groupId={id} />
        </Rare>
      )}
    </Section>
  );
}

function Earlier({ groupId, after }: { readonly groupId: string; readonly after: string | null }) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: EARLIER, variables: { groupId, after } });
  return (
    <Loaded answer={answer} again={again}>
      {({ meetings: { nodes, pageInfo } }) => (
        <>
          <ListedMeetings meetings={nodes} caption={t('groups.meetingsEarlier')} withMinutes />
          <More page={pageInfo} label={t('groups.meetingsEarlier')}>
            {(from) => <Earlier groupId={groupId} after={from} />}
          </More>
        </>
      )}
    </Loaded>
  );
}

/** What a group recommended at its meetings, the latest first; nothing before the first. */
export function Recommendations({
  group: { meetings },
}: {
  readonly group: ResultOf<typeof MEETINGS_OF_GROUP>;
}) {
  const { t } = useTranslation();
  const taken = meetings.nodes.flatMap(({ number, decisions }) =>
    decisions.filter(({ reference }) => reference !== null).map((decision) => ({ number, ...decision })),
  );
  if (taken.length === 0) return null;
  return (
    <Section title={t('groups.recommendations')}>
      <ul className="items">
        {taken.map(({ id, number, reference, title, state }) => (
          <li key={id}>
            <To href={`/decisions/${id}`}>
              {reference}, {title}
            </To>
            , {t('groups.atMeeting', { number })} <StateTag of="decision" state={state} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
