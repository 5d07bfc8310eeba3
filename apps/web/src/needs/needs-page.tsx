import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useFresh } from '../parts/fresh.js';
import { To } from '../parts/to.js';
import { StatingANeed } from './stating-a-need.js';

const MEETINGS = graphql(`
  query MeetingsUnderWay {
    meetings(first: 12) {
      nodes {
        id
        number
        state
        elections {
          state
        }
      }
    }
  }
`);

const NEEDS = graphql(`
  query NeedsMe($id: ID!) {
    meeting(id: $id) {
      state
      decisions {
        id
        title
        state
      }
      permitted {
        action
        allowed
      }
      keyCeremony {
        permitted {
          action
          allowed
        }
      }
      elections {
        id
        office
        college
        permitted {
          action
          allowed
        }
      }
    }
  }
`);

const OF_AN_ELECTION = [
  'castBallot',
  'castRecordedBallot',
  'standAsCandidate',
  'commitLotValue',
  'revealLotValue',
  'orderPoll',
  'openVoting',
  'closeVoting',
  'countVotes',
  'proclaimResult',
  'giveDecryption',
] as const;
const OF_A_MEETING = [
  'turnKey',
  'conveneMeeting',
  'publishAgenda',
  'recordAttendance',
  'openSession',
  'putToVote',
  'closeSession',
  'draftAgenda',
] as const;
const OF_A_TRUSTEE = ['giveTrusteePart'] as const;
type Need = (typeof OF_AN_ELECTION)[number] | (typeof OF_A_MEETING)[number] | (typeof OF_A_TRUSTEE)[number];

const allowedAmong = <Name extends Need>(
  names: readonly Name[],
  permitted: readonly { action: string; allowed: boolean }[],
): Name[] => names.filter((name) => permitted.some(({ action, allowed }) => allowed && action === name));

/** What the charter lets the reader do now, on one page. */
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
        </>
      )}
    </Page>
  );
}

/** What nobody can act on any more is not looked into: judging every act is work. */
const OVER = ['HELD', 'CANCELLED'];
const CONCLUDED = ['PROCLAIMED', 'FAILED', 'ANNULLED', 'CANCELLED'];

function Needs() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: MEETINGS });
  return (
    <Loaded answer={answer} again={again}>
      {({ meetings: { nodes } }) => {
        const underWay = nodes.filter(
          ({ state, elections }) =>
            !OVER.includes(state) || elections.some((election) => !CONCLUDED.includes(election.state)),
        );
        if (underWay.length === 0) return <Paragraph>{t('needs.nothing')}</Paragraph>;
        return underWay.toReversed().map(({ id, number }) => (
          <Section key={id} title={t('meeting.plenary', { number })}>
            <OfAMeeting id={id} />
          </Section>
        ));
      }}
    </Loaded>
  );
}

function OfAMeeting({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { me } = useHere();
  const [answer, again] = useQuery({ query: NEEDS, variables: { id } });
  useFresh(id, again, true);
  const secretariat = me?.roles.includes('SECRETARIAT') === true;
  const votes = me?.roles.some((role) => role === 'MEMBER' || role === 'ALTERNATE') === true;
  const desk = `/desk/meetings/${id}`;

  function found(meeting: NonNullable<ResultOf<typeof NEEDS>['meeting']>) {
    const ofElections = meeting.elections.flatMap((election) =>
      allowedAmong(OF_AN_ELECTION, election.permitted).map((act) => ({
        act,
        href: pageOf(act, election.id),
        about: t(`election.of.${election.office}`, { college: t(`college.${election.college}`) }),
      })),
    );
    const ofTheMeeting = allowedAmong(OF_A_MEETING, meeting.permitted)
      // After the convocation an agenda may be changed; nothing asks for it.
      .filter((act) => act !== 'draftAgenda' || meeting.state === 'PLANNED')
      .map((act) => ({
        act,
        href: secretariat && act !== 'putToVote' ? desk : `/meetings/${id}`,
        about: null,
      }));
    // Who votes on a decision is known from the attendance, on the page of the meeting.
    const ofDecisions = !votes
      ? []
      : meeting.decisions
          .filter(({ state }) => state === 'VOTING')
          .map(({ title }) => ({
            act: 'castDecisionVote' as const,
            href: `/meetings/${id}`,
            about: title,
          }));
    const ofTrustees = allowedAmong(OF_A_TRUSTEE, meeting.keyCeremony?.permitted ?? []).map((act) => ({
      act,
      href: `/meetings/${id}/trustee`,
      about: null,
    }));
    return [...ofTrustees, ...ofElections, ...ofDecisions, ...ofTheMeeting];
  }

  /** Where an act on an election is done. */
  function pageOf(act: (typeof OF_AN_ELECTION)[number], electionId: string): string {
    switch (act) {
      case 'castBallot':
      case 'castRecordedBallot':
        return `/elections/${electionId}/vote`;
      case 'standAsCandidate':
      case 'orderPoll':
      case 'commitLotValue':
      case 'revealLotValue':
        return `/elections/${electionId}`;
      case 'giveDecryption':
        return `/meetings/${id}/trustee`;
      default:
        return desk;
    }
  }

  return (
    <Loaded answer={answer} again={again}>
      {({ meeting }) => {
        const needs = meeting === null ? [] : found(meeting);
        if (needs.length === 0) return <Paragraph>{t('needs.nothing')}</Paragraph>;
        return (
          <ul className="items">
            {needs.map(({ act, href, about }) => (
              <li key={href + act + (about ?? '')}>
                <To href={href}>
                  {t(`needs.act.${act}`)}
                  {about !== null && t('colon') + about}
                </To>
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
