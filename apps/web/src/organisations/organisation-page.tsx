import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { FIGURE, Figures } from '../meetings/attendance.js';
import { DayText } from '../parts/day-text.js';
import { Fact, Facts } from '../parts/facts.js';
import { To } from '../parts/to.js';

const ORGANISATION = graphql(
  `
    query Organisation($id: ID!) {
      organisation(id: $id) {
        id
        name
        college
        registeredOn
        leftOn
        names {
          name
          fromOn
        }
        succession {
          successor {
            id
            name
          }
        }
        members {
          id
          person {
            name
          }
        }
        attendanceFigures {
          ...FigureShown
        }
      }
    }
  `,
  [FIGURE],
);

type Organisation = NonNullable<ResultOf<typeof ORGANISATION>['organisation']>;

/** One organisation: its names, who sits for it, how it attended. */
export function OrganisationPage() {
  const { id = '' } = useParams();
  const [answer, again] = useQuery({ query: ORGANISATION, variables: { id } });
  return (
    <Loaded answer={answer} again={again}>
      {({ organisation }) => (organisation === null ? <NotFound /> : <Shown organisation={organisation} />)}
    </Loaded>
  );
}

function Shown({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation();
  const { name, college, registeredOn, leftOn, names, succession, members } = organisation;
  return (
    <Page title={name}>
      <Facts>
        <Fact name={t('member.college')}>{t(`college.${college}`)}</Fact>
        <Fact name={t('organisations.since')}>
          <DayText day={registeredOn} />
        </Fact>
        <Fact name={t('organisations.until')}>{leftOn === null ? null : <DayText day={leftOn} />}</Fact>
        <Fact name={t('organisations.successor')}>
          {succession === null ? null : (
            <To href={`/organisations/${succession.successor.id}`}>{succession.successor.name}</To>
          )}
        </Fact>
      </Facts>
      {names.length > 1 && (
        <Section title={t('organisations.names')}>
          <ul className="items">
            {names.map((one) => (
              <li key={one.fromOn}>
                {one.name} ({t('organisations.from')} <DayText day={one.fromOn} />)
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('organisations.members')}>
        {members.length === 0 ? (
          <Paragraph>{t('organisations.nobody')}</Paragraph>
        ) : (
          <ul className="items">
            {members.map(({ id, person }) => (
              <li key={id}>
                <To href={`/members/${id}`}>{person.name}</To>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Figures figures={organisation.attendanceFigures} />
    </Page>
  );
}
