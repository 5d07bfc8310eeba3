import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Page } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { useDay } from '../parts/day-text.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';

export const CALLS = graphql(`
  query Calls {
    callsForApplications(first: 50) {
      nodes {
        id
        title
        state
        opensOn
        lastOn
      }
    }
  }
`);

/** The calls for applications, the latest first. */
export function CallsPage() {
  const { t } = useTranslation();
  const inWords = useDay();
  const [answer, again] = useQuery({ query: CALLS });
  return (
    <Page title={t('calls.title')} lead={<Paragraph>{t('calls.lead')}</Paragraph>}>
      <Loaded answer={answer} again={again}>
        {({ callsForApplications: { nodes } }) =>
          nodes.length === 0 ? (
            <Paragraph>{t('calls.none')}</Paragraph>
          ) : (
            <ul className="plain stack">
              {nodes.map(({ id, title, state, opensOn, lastOn }) => (
                <li key={id}>
                  <To href={`/calls/${id}`}>{title}</To>,{' '}
                  {t('calls.openFor', { from: inWords(opensOn), until: inWords(lastOn) })}{' '}
                  <StateTag of="call" state={state} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
