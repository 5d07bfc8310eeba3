import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FOLLOW_UP, FollowUpList } from '../decisions/follow-ups.js';
import { Loaded } from '../frame/loaded.js';
import { Page } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { More } from '../parts/more.js';
import { SecretariatOnly } from './secretariat-only.js';

const LEFT = graphql(
  `
    query FollowUpsLeft($after: String) {
      followUps(first: 10, done: false, after: $after) {
        nodes {
          ...FollowUpShown
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [FOLLOW_UP],
);

/** What decisions still wait for, the first due first. */
export function FollowUpsDeskPage() {
  const { t } = useTranslation();
  return (
    <SecretariatOnly>
      <Page title={t('followUp.title')} lead={<Paragraph>{t('followUp.lead')}</Paragraph>}>
        <Left after={null} />
      </Page>
    </SecretariatOnly>
  );
}

function Left({ after }: { readonly after: string | null }) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: LEFT, variables: { after } });
  return (
    <Loaded answer={answer} again={again}>
      {({ followUps: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 ? (
            <Paragraph>{t('followUp.nothingLeft')}</Paragraph>
          ) : (
            <FollowUpList followUps={nodes} ofDecisions />
          )}
          <More page={pageInfo}>{(from) => <Left after={from} />}</More>
        </>
      )}
    </Loaded>
  );
}
