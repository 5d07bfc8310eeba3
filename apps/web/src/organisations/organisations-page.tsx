import { Paragraph } from '@digdir/designsystemet-react';
import { COLLEGES, type College } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { Page, Section } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { DayText } from '../parts/day-text.js';
import { Rows } from '../parts/table.js';
import { Pages } from '../parts/pages.js';
import { To } from '../parts/to.js';

const ORGANISATIONS = graphql(`
  query Organisations($college: College!, $after: String) {
    organisations(college: $college, first: 50, after: $after) {
      nodes {
        id
        name
        registeredOn
        leftOn
        succession {
          successor {
            name
          }
        }
        members {
          id
          person {
            name
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

/** The organisations of the forum, by college, and who sits for them. */
export function OrganisationsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('organisations.title')} lead={<Paragraph>{t('organisations.lead')}</Paragraph>}>
      {COLLEGES.map((college) => (
        <Section key={college} title={t(`collegeTitle.${college}`)}>
          <Organisations college={college} />
        </Section>
      ))}
    </Page>
  );
}

function Organisations({ college }: { readonly college: College }) {
  const { t } = useTranslation();
  return (
    <Pages document={ORGANISATIONS} variables={{ college }} of={({ organisations }) => organisations}>
      {(nodes) => (
        <Rows
          caption={t('organisations.caption', { college: t(`collegeTitle.${college}`).toLowerCase() })}
          rows={nodes}
          keyOf={({ id }) => id}
          columns={[
            {
              heading: t('organisations.name'),
              cell: ({ id, name, leftOn, succession }) => (
                <>
                  <To href={`/organisations/${id}`}>{name}</To>
                  {succession !== null &&
                    ` (${t('organisations.succeeded', { name: succession.successor.name })})`}
                  {leftOn !== null && (
                    <>
                      {' '}
                      ({t('organisations.left')} <DayText day={leftOn} />)
                    </>
                  )}
                </>
              ),
            },
            {
              heading: t('organisations.members'),
              cell: ({ members }) =>
                members.length === 0
                  ? t('organisations.nobody')
                  : members.map(({ id, person }, place) => (
                      <span key={id}>
                        {place > 0 && ', '}
                        <To href={`/members/${id}`}>{person.name}</To>
                      </span>
                    )),
            },
            {
              heading: t('organisations.since'),
              cell: ({ registeredOn }) => <DayText day={registeredOn} />,
            },
          ]}
        />
      )}
    </Pages>
  );
}
