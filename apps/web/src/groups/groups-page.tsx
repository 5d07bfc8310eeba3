import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../frame/forum.js';
import { Page, Section } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { Pages } from '../parts/pages.js';
import { StateTag } from '../parts/state-tag.js';
import { Rows } from '../parts/table.js';
import { To } from '../parts/to.js';
import { useCommitments } from './commitments.js';
import { useLasting } from './lasting.js';
import { mayPropose, ProposingAGroup } from './proposing.js';

const GROUPS = graphql(`
  query WorkingGroups($after: String) {
    workingGroups(first: 50, after: $after) {
      nodes {
        id
        theme
        commitments
        state
        facilitators {
          id
          endedOn
          holder {
            person {
              name
            }
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Every working group, closed ones included. */
export function GroupsPage() {
  const { t } = useTranslation();
  const { me } = useHere();
  const lasting = useLasting();
  const commitments = useCommitments();
  return (
    <Page title={t('groups.title')} lead={<Paragraph>{t('groups.lead')}</Paragraph>}>
      <Pages
        document={GROUPS}
        variables={{}}
        of={({ workingGroups }) => workingGroups}
        none={<Paragraph>{t('groups.none')}</Paragraph>}
      >
        {(nodes) => (
          <Rows
            caption={t('groups.caption')}
            rows={nodes}
            keyOf={({ id }) => id}
            columns={[
              {
                heading: t('groups.theme'),
                cell: ({ id, theme }) => <To href={`/groups/${id}`}>{theme}</To>,
              },
              { heading: t('groups.commitments'), cell: (group) => commitments(group.commitments) },
              {
                heading: t('groups.facilitators'),
                cell: ({ facilitators }) =>
                  facilitators
                    .filter(({ endedOn }) => lasting(endedOn))
                    .map(({ holder }) => holder.person.name)
                    .join(', ') || t('groups.nobody'),
              },
              {
                heading: t('meetings.state'),
                cell: ({ state }) => <StateTag of="group" state={state} />,
              },
            ]}
          />
        )}
      </Pages>
      {mayPropose(me) && (
        <Section title={t('groups.propose')}>
          <ProposingAGroup />
        </Section>
      )}
    </Page>
  );
}
