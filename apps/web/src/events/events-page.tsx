import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { InstantText } from '../parts/day-text.js';
import { Rare } from '../parts/rare.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { PreparingAnEvent } from './event-desk.js';

const EVENTS = graphql(`
  query Events {
    coming: events(first: 50) {
      nodes {
        ...EventListed
      }
    }
    past: events(past: true, first: 50) {
      nodes {
        ...EventListed
      }
    }
  }
  fragment EventListed on ForumEvent {
    id
    kind
    state
    title
    startsAt
  }
`);
type Listed = ResultOf<typeof EVENTS>['coming']['nodes'];

/** The open agenda: what is to come, and what took place. */
export function EventsPage() {
  const { t } = useTranslation();
  const { me } = useHere();
  const [answer, again] = useQuery({ query: EVENTS });
  return (
    <Page title={t('events.title')} lead={<Paragraph>{t('events.lead')}</Paragraph>}>
      <Loaded answer={answer} again={again}>
        {({ coming, past }) => (
          <>
            <Section title={t('events.coming')}>
              <Events events={coming.nodes} none={t('events.nothingComing')} />
            </Section>
            <Section title={t('events.past')}>
              <Events events={past.nodes} none={t('events.nothingPast')} />
            </Section>
          </>
        )}
      </Loaded>
      {me?.roles.includes('SECRETARIAT') === true && (
        <Section title={t('events.desk')}>
          <Rare label={t('events.prepare')}>
            <PreparingAnEvent />
          </Rare>
        </Section>
      )}
    </Page>
  );
}

function Events({ events, none }: { readonly events: Listed; readonly none: string }) {
  const { t } = useTranslation();
  if (events.length === 0) return <Paragraph>{none}</Paragraph>;
  return (
    <ul className="items">
      {events.map(({ id, kind, state, title, startsAt }) => (
        <li key={id}>
          <To href={`/events/${id}`}>{title}</To>, {t(`events.kind.${kind}`)},{' '}
          <InstantText at={startsAt} weekday /> <StateTag of="event" state={state} />
        </li>
      ))}
    </ul>
  );
}
