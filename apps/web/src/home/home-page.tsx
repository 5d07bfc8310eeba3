import { Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { DayText, InstantText } from '../parts/day-text.js';
import { ByRule } from '../parts/rule-refusal.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';

const HOME = graphql(`
  query Home {
    committee {
      coChairs {
        id
        college
        untilOn
        holder {
          id
          person {
            name
          }
          organisation {
            name
          }
        }
      }
      acting {
        id
        office
        college
        holder {
          id
          person {
            name
          }
          organisation {
            name
          }
        }
      }
      vacantSeats {
        office
        college
        seats
      }
    }
    callsForApplications(first: 5) {
      nodes {
        id
        title
        state
        lastOn
      }
    }
    meetings(body: PLENARY, first: 6) {
      nodes {
        id
        number
        state
        startsAt
        place
        elections {
          id
          office
          college
          state
          proclamations {
            proclaimedOn
            candidacy {
              member {
                person {
                  name
                }
              }
            }
          }
        }
      }
    }
  }
`);

type Home = ResultOf<typeof HOME>;
const TO_COME = ['PLANNED', 'CONVENED', 'IN_SESSION'];

/** What the forum is, what comes next, who chairs it, and what was decided last. */
export function HomePage() {
  const { t } = useTranslation();
  const { forum } = useHere();
  const [answer, again] = useQuery({ query: HOME });
  return (
    <Page title={forum.name} lead={<Paragraph>{t('home.lead')}</Paragraph>}>
      <Loaded answer={answer} again={() => again()}>
        {(home) => (
          <>
            <Section title={t('home.next')}>
              <NextMeeting meetings={home.meetings.nodes} />
            </Section>
            <Section title={t('home.coChairs')}>
              <CoChairs committee={home.committee} />
            </Section>
            <Section title={t('home.call')}>
              <OpenCall calls={home.callsForApplications.nodes} />
            </Section>
            <Section title={t('home.results')}>
              <Results meetings={home.meetings.nodes} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function NextMeeting({ meetings }: { readonly meetings: Home['meetings']['nodes'] }) {
  const { t } = useTranslation();
  const next = meetings.filter(({ state }) => TO_COME.includes(state)).at(-1);
  if (next === undefined) return <Paragraph>{t('home.noMeeting')}</Paragraph>;
  return (
    <Card data-color="accent" variant="tinted">
      <Heading level={3} data-size="xs">
        <To href={`/meetings/${next.id}`}>{t('meeting.plenary', { number: next.number })}</To>
      </Heading>
      <Paragraph>
        <InstantText at={next.startsAt} weekday />
        {next.place !== null && <>, {next.place}</>}
      </Paragraph>
      <div className="row">
        <StateTag of="meeting" state={next.state} />
      </div>
    </Card>
  );
}

function CoChairs({
  committee: { coChairs, acting, vacantSeats },
}: {
  readonly committee: Home['committee'];
}) {
  const { t } = useTranslation();
  const actingCoChairs = acting.filter(({ office }) => office === 'CO_CHAIR');
  return (
    <ul className="grid">
      {coChairs.map(({ id, college, untilOn, holder }) => (
        <CoChair key={id} holder={holder}>
          {t(`college.${college}`)}, {t('mandate.until')} <DayText day={untilOn} />
        </CoChair>
      ))}
      {actingCoChairs.map(({ id, college, holder }) => (
        <CoChair key={id} holder={holder}>
          {t(`college.${college}`)}, {t('committee.acting')} <ByRule id="ACTING" />
        </CoChair>
      ))}
      {vacantSeats
        .filter(
          (seat) =>
            seat.office === 'CO_CHAIR' && actingCoChairs.every(({ college }) => college !== seat.college),
        )
        .map(({ college }) => (
          <li key={college}>
            <Card variant="tinted" data-color="neutral">
              <Heading level={3} data-size="xs">
                {t('home.vacant')}
              </Heading>
              <Paragraph>{t(`college.${college}`)}</Paragraph>
            </Card>
          </li>
        ))}
    </ul>
  );
}

function CoChair({
  holder,
  children,
}: {
  readonly holder: Home['committee']['coChairs'][number]['holder'];
  readonly children: ReactNode;
}) {
  return (
    <li>
      <Card>
        <Heading level={3} data-size="xs">
          <To href={`/members/${holder.id}`}>{holder.person.name}</To>
        </Heading>
        <Paragraph>{holder.organisation.name}</Paragraph>
        <Paragraph data-size="sm">{children}</Paragraph>
      </Card>
    </li>
  );
}

function OpenCall({ calls }: { readonly calls: Home['callsForApplications']['nodes'] }) {
  const { t } = useTranslation();
  const open = calls.filter(({ state }) => state === 'OPEN');
  if (open.length === 0) {
    return (
      <Paragraph>
        {t('home.noCall')} <To href="/calls">{t('home.pastCalls')}</To>
      </Paragraph>
    );
  }
  return (
    <ul className="plain stack">
      {open.map(({ id, title, lastOn }) => (
        <li key={id}>
          <To href={`/calls/${id}`}>{title}</To>, {t('call.until')} <DayText day={lastOn} />
        </li>
      ))}
    </ul>
  );
}

function Results({ meetings }: { readonly meetings: Home['meetings']['nodes'] }) {
  const { t } = useTranslation();
  const latest = meetings
    .flatMap(({ elections }) => elections)
    .filter(({ state }) => state === 'PROCLAIMED')
    .slice(0, 4);
  if (latest.length === 0) return <Paragraph>{t('home.noResult')}</Paragraph>;
  return (
    <ul className="items">
      {latest.map(({ id, office, college, proclamations }) => (
        <li key={id}>
          <To href={`/elections/${id}`}>
            {t(`election.of.${office}`, { college: t(`college.${college}`) })}
          </To>
          {proclamations[0] !== undefined && (
            <>
              {t('colon')}
              <strong>{proclamations.map(({ candidacy }) => candidacy.member.person.name).join(', ')}</strong>
              , <DayText day={proclamations[0].proclaimedOn} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
