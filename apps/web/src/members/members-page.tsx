import { Paragraph } from '@digdir/designsystemet-react';
import { COLLEGES, type College } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { Committee, COMMITTEE_SEATS } from '../committee/committee.js';
import { graphql } from '../graphql/graphql.js';
import { DayText } from '../parts/day-text.js';
import { Rows } from '../parts/table.js';
import { Pages } from '../parts/pages.js';
import { To } from '../parts/to.js';

const COMMITTEE = graphql(
  `
    query Committee {
      committee {
        ...CommitteeSeats
      }
    }
  `,
  [COMMITTEE_SEATS],
);

const MEMBERS = graphql(`
  query Members($college: College!, $after: String) {
    members(college: $college, first: 50, after: $after) {
      nodes {
        id
        number
        fromOn
        person {
          name
        }
        organisation {
          name
        }
        alternate {
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** Who sits in the forum, and who holds which office until when. */
export function MembersPage() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: COMMITTEE });
  return (
    <Page title={t('members.title')}>
      <Loaded answer={answer} again={again}>
        {({ committee }) => (
          <Section title={t('members.committee')}>
            <Committee committee={committee} />
            <To href="/committee">{t('committee.meetings')}</To>
          </Section>
        )}
      </Loaded>
      {COLLEGES.map((college) => (
        <Section key={college} title={t(`collegeTitle.${college}`)}>
          <College college={college} />
        </Section>
      ))}
    </Page>
  );
}

function College({ college }: { readonly college: College }) {
  const { t } = useTranslation();
  return (
    <Pages
      document={MEMBERS}
      variables={{ college }}
      of={({ members }) => members}
      none={<Paragraph>{t('members.none')}</Paragraph>}
    >
      {(nodes) => (
        <Rows
          caption={t('members.caption', { college: t(`collegeTitle.${college}`).toLowerCase() })}
          rows={nodes}
          keyOf={({ id }) => id}
          columns={[
            {
              heading: t('members.name'),
              cell: ({ id, person }) => <To href={`/members/${id}`}>{person.name}</To>,
            },
            { heading: t('members.organisation'), cell: ({ organisation }) => organisation.name },
            { heading: t('members.since'), cell: ({ fromOn }) => <DayText day={fromOn} /> },
            { heading: t('members.alternate'), cell: ({ alternate }) => alternate?.name ?? '–' },
          ]}
        />
      )}
    </Pages>
  );
}
