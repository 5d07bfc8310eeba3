import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../frame/forum.js';
import { Page, Section } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { InstantText } from '../parts/day-text.js';
import { Pages } from '../parts/pages.js';
import { Rare } from '../parts/rare.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { PreparingAnEvent } from './event-desk.js';

const EVENTS = graphql(`
  query Events($past: Boolean!, $after: String) {
    events(past: $past, first: 50, after: $after) {
      nodes {
        id
        kind
        state
        title
        startsAt
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** The open agenda: what is to come, and what took place. */
export function EventsPage() {
  const { t } = useTranslation();
  const { me } = useHere();
  return (
    <Page title={t('events.title')} lead={<Paragraph>{t('events.lead')}</Paragraph>}>
      <Section title={t('events.coming')}>
        <Events past={false} none={t('events.nothingComing')} />
      </Section>
      <Section title={t('events.past')}>
        <Events past none={t('events.nothingPast')} />
      </Section>
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

function Events({ past, none }: { readonly past: boolean; readonly none: string }) {
  const { t } = useTranslation();
  return (
    <Pages
      document={EVENTS}
      variables={{ past }}
      of={({ events }) => events}
      none={<Paragraph>{none}</Paragraph>}
    >
      {(nodes) => (
        <ul className="items">
          {nodes.map(({ id, kind, state, title, startsAt }) => (
            <li key={id}>
              <To href={`/events/${id}`}>{title}</To>, {t(`events.kind.${kind}`)},{' '}
              <InstantText at={startsAt} weekday /> <StateTag of="event" state={state} />
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}
