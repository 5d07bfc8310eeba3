import { Link, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { type UseQueryExecute, useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { DayText, useEnd } from '../parts/day-text.js';
import { useFresh } from '../parts/fresh.js';
import { useSpaced } from '../parts/spaced.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { StatingANeed } from './stating-a-need.js';

const NEEDS = graphql(`
  query WhatNeedsMe {
    whatNeedsMe {
      act
      rule {
        id
      }
      about
      why
      meetingId
      meetingName
      election {
        id
        office
        college
      }
      thingId
      dueOn
      closesAt
      late
    }
    meetings(body: PLENARY, first: 12) {
      nodes {
        id
        state
      }
    }
  }
`);
type Need = ResultOf<typeof NEEDS>['whatNeedsMe'][number];

/** What waits for the reader now, on one page: what, why, by when. */
export function NeedsPage() {
  const { t } = useTranslation();
  const { me } = useHere();
  return (
    <Page title={t('needs.title')} lead={<Paragraph>{t('needs.lead')}</Paragraph>}>
      {me === null ? (
        <Paragraph>
          {t('needs.signIn')}{' '}
          <a className="ds-link" href="/sign-in">
            {t('frame.signIn')}
          </a>
        </Paragraph>
      ) : (
        <>
          <Needs />
          {me.roles.includes('FOUNDING_GROUP') && (
            <Section title={t('desk.member.stateNeed')}>
              <StatingANeed />
            </Section>
          )}
          <Section title={t('needs.voting')}>
            <Paragraph>{t('needs.mayIVote')}</Paragraph>
            <Paragraph>
              {t('needs.didItCount')} <To href="/verify">{t('needs.verify')}</To>
            </Paragraph>
          </Section>
        </>
      )}
    </Page>
  );
}

/** What happens at such a meeting makes nothing wait for anybody. */
const OVER = ['HELD', 'CANCELLED'];

function Needs() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: NEEDS, requestPolicy: 'cache-and-network' });
  return (
    <Loaded answer={answer} again={() => again()}>
      {({ whatNeedsMe: needs, meetings: { nodes } }) => {
        const underWay = nodes.filter(({ state }) => !OVER.includes(state)).map(({ id }) => id);
        const inNeed = needs.flatMap(({ meetingId }) => (meetingId === null ? [] : [meetingId]));
        const meetings = [...new Set([...underWay, ...inNeed])];
        return (
          <>
            {meetings.map((id) => (
              <Watched key={id} id={id} again={again} />
            ))}
            {needs.length === 0 ? (
              <Paragraph>{t('needs.nothing')}</Paragraph>
            ) : (
              <ul className="items">
                {needs.map((need, place) => (
                  // Two of them may be the same but for what they are about.
                  <li key={place}>
                    <OneNeed need={need} />
                  </li>
                ))}
              </ul>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** What happens at a meeting changes what waits for the reader. */
function Watched({ id, again }: { readonly id: string; readonly again: UseQueryExecute }) {
  useFresh(id, again, true);
  return null;
}

function OneNeed({ need }: { readonly need: Need }) {
  const { t } = useTranslation();
  const { me } = useHere();
  const until = useEnd();
  const spaced = useSpaced();
  const { act, about, election, meetingName, why, rule, dueOn, closesAt, late } = need;
  const name =
    election === null
      ? about
      : t(`election.of.${election.office}`, { college: t(`college.${election.college}`) });
  const href = pageOf(need, me?.roles.includes('SECRETARIAT') === true);
  return (
    <>
      <To href={href}>
        {act === 'keepInTime' ? name : t(`needs.act.${act}`)}
        {act !== 'keepInTime' && name !== null && t('colon') + name}
      </To>{' '}
      {late && <StateTag of="obligation" state="LATE" />}
      <Paragraph className="quiet" data-size="sm">
        {meetingName !== null && `${meetingName.charAt(0).toUpperCase()}${meetingName.slice(1)}. `}
        {spaced(why)} <Link href={`/charter#${rule.id}`}>{rule.id}</Link>
      </Paragraph>
      {closesAt !== null ? (
        <Paragraph data-size="sm">
          {t('needs.until')} <time dateTime={closesAt}>{until(closesAt)}</time>
        </Paragraph>
      ) : (
        dueOn !== null && (
          <Paragraph data-size="sm">
            {t('needs.by')} <DayText day={dueOn} />
          </Paragraph>
        )
      )}
    </>
  );
}

/** Where it is done. */
function pageOf({ act, election, meetingId, thingId }: Need, secretariat: boolean): string {
  switch (act) {
    case 'castBallot':
    case 'castRecordedBallot':
      return `/elections/${election?.id}/vote`;
    case 'standAsCandidate':
    case 'orderPoll':
    case 'commitLotValue':
    case 'revealLotValue':
      return `/elections/${election?.id}`;
    case 'giveDecryption':
    case 'giveTrusteePart':
      return `/meetings/${meetingId}/trustee`;
    case 'planMeeting':
      return `/groups/${thingId}`;
    case 'saveRoadmap':
      return `/groups/${thingId}#roadmap`;
    case 'circulateMinutes':
      return `/desk/minutes/${thingId}`;
    // Facilitators have the desk of their group's meetings.
    case 'draftMinutes':
    case 'draftAgenda':
    case 'conveneMeeting':
    case 'recordAttendance':
      return `/desk/meetings/${meetingId}`;
    case 'commentMinutes':
    case 'decideOnComments':
    case 'signMinutes':
      return `/minutes/${thingId}`;
    case 'supportPlenaryRequest':
    case 'planRequiredPlenary':
      return '/meetings';
    case 'decideApplications':
      return `/desk/calls/${thingId}`;
    case 'completeFollowUp':
      return `/decisions/${thingId}`;
    case 'agreeToMove':
    case 'putToVote':
    case 'castDecisionVote':
      return `/meetings/${meetingId}`;
    case 'keepInTime':
      return thingId === null ? '/observance' : `/${secretariat ? 'desk/' : ''}meetings/${thingId}`;
    default:
      return `/${secretariat ? 'desk/' : ''}meetings/${meetingId}`;
  }
}
