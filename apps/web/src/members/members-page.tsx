import { Paragraph } from '@digdir/designsystemet-react';
import { COLLEGES, type College } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { DayText } from '../parts/day-text.js';
import { Rows } from '../parts/table.js';
import { More } from '../parts/more.js';
import { To } from '../parts/to.js';

const SEAT = graphql(`
  fragment Seat on Mandate {
    id
    office
    college
    fromOn
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
`);

const MANDATES = graphql(
  `
    query Committee {
      committee {
        coChairs {
          ...Seat
        }
        members {
          ...Seat
        }
        vacantSeats {
          office
          college
          seats
        }
      }
    }
  `,
  [SEAT],
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
  const [answer, again] = useQuery({ query: MANDATES });
  return (
    <Page title={t('members.title')}>
      <Loaded answer={answer} again={again}>
        {({ committee }) => (
          <Section title={t('members.committee')}>
            <Committee committee={committee} />
          </Section>
        )}
      </Loaded>
      {COLLEGES.map((college) => (
        <Section key={college} title={t(`collegeTitle.${college}`)}>
          <College college={college} after={null} />
        </Section>
      ))}
    </Page>
  );
}

function Committee({
  committee: { coChairs, members, vacantSeats },
}: {
  readonly committee: ResultOf<typeof MANDATES>['committee'];
}) {
  const { t } = useTranslation();
  const seats = [...coChairs, ...members];
  return (
    <>
      {seats.length > 0 && (
        <Rows
          caption={t('members.committee')}
          rows={seats}
          keyOf={({ id }) => id}
          columns={[
            {
              heading: t('members.name'),
              cell: ({ holder }) => <To href={`/members/${holder.id}`}>{holder.person.name}</To>,
            },
            { heading: t('members.office'), cell: ({ office }) => t(`holder.${office}`) },
            { heading: t('members.college'), cell: ({ college }) => t(`college.${college}`) },
            {
              heading: t('members.term'),
              cell: ({ untilOn }) => (
                <>
                  {t('mandate.until')} <DayText day={untilOn} />
                </>
              ),
            },
          ]}
        />
      )}
      {vacantSeats.length > 0 && (
        <ul className="items">
          {vacantSeats.map(({ office, college, seats: count }) => (
            <li key={office + college}>
              {t(`office.${office}`)}, {t(`college.${college}`)}
              {t('colon')}
              {t('members.vacant', { count })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function College({ college, after }: { readonly college: College; readonly after: string | null }) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: MEMBERS, variables: { college, after } });
  return (
    <Loaded answer={answer} again={again}>
      {({ members: { nodes, pageInfo } }) =>
        nodes.length === 0 ? (
          <Paragraph>{t('members.none')}</Paragraph>
        ) : (
          <>
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
            <More page={pageInfo}>{(from) => <College college={college} after={from} />}</More>
          </>
        )
      }
    </Loaded>
  );
}
