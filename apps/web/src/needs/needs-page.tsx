import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useFresh } from '../parts/fresh.js';
import { To } from '../parts/to.js';

const NEEDS = graphql(`
  query NeedsMe {
    meetings(first: 8) {
      nodes {
        id
        number
        permitted {
          action
          allowed
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
  }
`);

const OF_AN_ELECTION = [
  'castBallot',
  'standAsCandidate',
  'orderPoll',
  'openVoting',
  'closeVoting',
  'countVotes',
  'proclaimResult',
] as const;
const OF_A_MEETING = [
  'turnKey',
  'conveneMeeting',
  'recordAttendance',
  'openSession',
  'closeSession',
  'draftAgenda',
] as const;
type Need = (typeof OF_AN_ELECTION)[number] | (typeof OF_A_MEETING)[number];

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
        <Needs />
      )}
    </Page>
  );
}

function Needs() {
  const { t } = useTranslation();
  const { me } = useHere();
  const [answer, again] = useQuery({ query: NEEDS });
  useFresh(again, true);
  const secretariat = me?.roles.includes('SECRETARIAT') === true;

  function found({ meetings: { nodes } }: ResultOf<typeof NEEDS>) {
    return nodes.map((meeting) => ({
      meeting,
      needs: [
        ...meeting.elections.flatMap((election) =>
          allowedAmong(OF_AN_ELECTION, election.permitted).map((act) => ({
            act,
            href:
              act === 'castBallot'
                ? `/elections/${election.id}/vote`
                : act === 'standAsCandidate' || act === 'orderPoll'
                  ? `/elections/${election.id}`
                  : `/desk/meetings/${meeting.id}`,
            about: t(`election.of.${election.office}`, { college: t(`college.${election.college}`) }),
          })),
        ),
        ...allowedAmong(OF_A_MEETING, meeting.permitted).map((act) => ({
          act,
          href: secretariat ? `/desk/meetings/${meeting.id}` : `/meetings/${meeting.id}`,
          about: null,
        })),
      ],
    }));
  }

  return (
    <Loaded answer={answer} again={again}>
      {(data) => {
        const waiting = found(data).filter(({ needs }) => needs.length > 0);
        if (waiting.length === 0) return <Paragraph>{t('needs.nothing')}</Paragraph>;
        return waiting.map(({ meeting, needs }) => (
          <Section key={meeting.id} title={t('meeting.plenary', { number: meeting.number })}>
            <ul className="items">
              {needs.map(({ act, href, about }) => (
                <li key={href + act + (about ?? '')}>
                  <To href={href}>
                    {t(`needs.act.${act}`)}
                    {about !== null && ` : ${about}`}
                  </To>
                </li>
              ))}
            </ul>
          </Section>
        ));
      }}
    </Loaded>
  );
}
