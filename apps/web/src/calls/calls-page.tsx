import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { useDay } from '../parts/day-text.js';
import { Pages } from '../parts/pages.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';

const CALLS = graphql(`
  query Calls($after: String) {
    callsForApplications(first: 50, after: $after) {
      nodes {
        id
        title
        state
        opensOn
        lastOn
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** The calls for applications, the latest first. */
export function CallsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('calls.title')} lead={<Paragraph>{t('calls.lead')}</Paragraph>}>
      <Calls under="/calls" />
    </Page>
  );
}

/** The calls that the reader sees, each leading to its page. */
export function Calls({ under }: { readonly under: '/calls' | '/desk/calls' }) {
  const { t } = useTranslation();
  const inWords = useDay();
  return (
    <Pages
      document={CALLS}
      variables={{}}
      of={({ callsForApplications }) => callsForApplications}
      none={<Paragraph>{t('calls.none')}</Paragraph>}
    >
      {(nodes) => (
        <ul className="items">
          {nodes.map(({ id, title, state, opensOn, lastOn }) => (
            <li key={id}>
              <To href={`${under}/${id}`}>{title}</To>,{' '}
              {t('calls.openFor', { from: inWords(opensOn), until: inWords(lastOn) })}{' '}
              <StateTag of="call" state={state} />
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}
