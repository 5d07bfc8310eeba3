import { Button, Paragraph } from '@digdir/designsystemet-react';
import { COLLEGES } from '@hemicycle/kernel';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';
import { Rows } from '../parts/table.js';
import { More } from '../parts/more.js';
import { Rare } from '../parts/rare.js';
import { To } from '../parts/to.js';

const SEAT = graphql(`
  fragment SeatAttended on Attendance {
    mode
    leftEarly
    alternate {
      id
      name
    }
    proxyHolder {
      person {
        name
      }
    }
    member {
      id
      college
      person {
        id
        name
      }
      organisation {
        name
      }
    }
  }
`);

export const ATTENDANCE = graphql(
  `
    fragment AttendanceOf on Meeting {
      attendance {
        ...SeatAttended
      }
      attendanceWithoutQuorum {
        ...SeatAttended
      }
    }
  `,
  [SEAT],
);

export const FIGURE = graphql(`
  fragment FigureShown on AttendanceFigure {
    year
    body
    group {
      id
      theme
    }
    meetings
    present
    represented
    excused
    absent
  }
`);

const YEARS = graphql(`
  query YearsOfMeetings($body: Body!, $groupId: ID) {
    yearsOfMeetings(body: $body, groupId: $groupId) {
      year
      meetings
      colleges {
        college
        seats
        present
        represented
        excused
        absent
      }
    }
  }
`);

const BY_MEMBER = graphql(`
  query AttendanceByMember($body: Body!, $groupId: ID, $year: Int!, $after: String) {
    attendanceByMember(body: $body, groupId: $groupId, year: $year, first: 50, after: $after) {
      nodes {
        member {
          id
          person {
            name
          }
          organisation {
            name
          }
        }
        meetings
        present
        represented
        excused
        absent
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

type Attended = readonly ResultOf<typeof SEAT>[];
type Figure = Pick<ResultOf<typeof FIGURE>, 'meetings' | 'present' | 'represented' | 'excused' | 'absent'>;
type Body = Pick<VariablesOf<typeof YEARS>, 'body' | 'groupId'>;

const OTHERWISE = ['represented', 'excused', 'absent'] as const;
const wayOf = (mode: Attended[number]['mode']) =>
  mode === 'IN_ROOM' || mode === 'ONLINE' ? 'present' : (mode.toLowerCase() as (typeof OTHERWISE)[number]);

/** Who came to a session and who did not; of one that was convened again, who had come before. */
export function Attendance({ attendance, attendanceWithoutQuorum: before }: ResultOf<typeof ATTENDANCE>) {
  const { t } = useTranslation();
  if (attendance === null) return <Paragraph>{t('attendance.hidden')}</Paragraph>;
  return (
    <>
      {attendance.length === 0 ? (
        <Paragraph>{t('meeting.nobody')}</Paragraph>
      ) : (
        <ByCollege attended={attendance} />
      )}
      {before !== null && before.length > 0 && (
        <Rare label={t('attendance.withoutQuorum')}>
          <ByCollege attended={before} />
        </Rare>
      )}
    </>
  );
}

function ByCollege({ attended }: { readonly attended: Attended }) {
  const { t } = useTranslation();
  return COLLEGES.map((college) => {
    const rows = attended.filter(({ member }) => member.college === college);
    if (rows.length === 0) return null;
    const ways = (['present', ...OTHERWISE] as const)
      .map((way) => ({ way, count: rows.filter(({ mode }) => wayOf(mode) === way).length }))
      .filter(({ count }) => count > 0)
      .map(({ way, count }) => t(`attendance.ways.${way}`, { number: count }))
      .join(', ');
    return (
      <Rows
        key={college}
        caption={t('attendance.caption', { college: t(`collegeTitle.${college}`), count: rows.length, ways })}
        rows={rows}
        keyOf={({ member }) => member.id}
        columns={[
          {
            heading: t('meeting.member'),
            cell: ({ member }) => <To href={`/members/${member.id}`}>{member.person.name}</To>,
          },
          { heading: t('members.organisation'), cell: ({ member }) => member.organisation.name },
          {
            heading: t('meeting.how'),
            cell: ({ mode, leftEarly, alternate, proxyHolder }) => {
              const byProxy = proxyHolder !== null && t('meeting.byProxy', { name: proxyHolder.person.name });
              if (byProxy && !leftEarly) return byProxy;
              return [
                t(`meeting.mode.${mode}`),
                alternate !== null && t('meeting.by', { name: alternate.name }),
                leftEarly && t('attendance.leftEarly'),
                byProxy,
              ]
                .filter(Boolean)
                .join(', ');
            },
          },
        ]}
      />
    );
  });
}

/** “present at 3 of 4 (by proxy: 1)” */
function useFigure(): (figure: Figure) => string {
  const { t } = useTranslation();
  return (figure) => {
    const presentAt = t('attendance.presentAt', { present: figure.present, meetings: figure.meetings });
    const ways = OTHERWISE.filter((way) => figure[way] > 0).map((way) =>
      t(`attendance.ways.${way}`, { number: figure[way] }),
    );
    return ways.length === 0 ? presentAt : t('attendance.andOtherwise', { presentAt, ways: ways.join(', ') });
  };
}

/** How a member, or an organisation, attended each body, year by year. */
export function Figures({ figures }: { readonly figures: readonly ResultOf<typeof FIGURE>[] }) {
  const { t } = useTranslation();
  const inWords = useFigure();
  return (
    <Section title={t('attendance.title')}>
      {figures.length === 0 ? (
        <Paragraph>{t('attendance.none')}</Paragraph>
      ) : (
        <Rows
          caption={t('attendance.ofSubject')}
          rows={figures}
          keyOf={({ year, body, group }) => `${year} ${body} ${group?.id}`}
          columns={[
            { heading: t('attendance.year'), cell: ({ year }) => year },
            {
              heading: t('attendance.body'),
              cell: ({ body, group }) =>
                body === 'MANAGEMENT_COMMITTEE' ? (
                  <To href="/committee">{t('committee.title')}</To>
                ) : group === null ? (
                  <To href="/meetings">{t('attendance.plenaries')}</To>
                ) : (
                  <To href={`/groups/${group.id}`}>{t('attendance.ofGroup', { theme: group.theme })}</To>
                ),
            },
            { heading: t('attendance.attended'), cell: inWords },
          ]}
        />
      )}
    </Section>
  );
}

/** How often a body met in each year, how each college attended and, when asked for, each member. */
export function YearsOfMeetings(body: Body) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: YEARS, variables: body });
  return (
    <Loaded answer={answer} again={again}>
      {({ yearsOfMeetings }) =>
        yearsOfMeetings.length > 0 && (
          <Section title={t('attendance.years')}>
            <Rows
              caption={t('attendance.yearsCaption')}
              rows={yearsOfMeetings}
              keyOf={({ year }) => String(year)}
              columns={[
                { heading: t('attendance.year'), cell: ({ year }) => year },
                { heading: t('attendance.held'), cell: ({ meetings }) => meetings },
                {
                  heading: t('attendance.attended'),
                  cell: ({ colleges }) => (
                    <ul className="items">
                      {colleges.map((one) => (
                        <li key={one.college}>
                          <OfCollege {...one} />
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]}
            />
            {yearsOfMeetings.map(({ year }) => (
              <OnDemand key={year} label={t('attendance.byMember', { year })}>
                <ByMember {...body} year={year} after={null} />
              </OnDemand>
            ))}
          </Section>
        )
      }
    </Loaded>
  );
}

function OfCollege(one: ResultOf<typeof YEARS>['yearsOfMeetings'][number]['colleges'][number]) {
  const { t } = useTranslation();
  const ofCollege = t('attendance.ofCollege', {
    college: t(`collegeTitle.${one.college}`),
    present: one.present,
    seats: one.seats,
  });
  const ways = OTHERWISE.filter((way) => one[way] > 0).map((way) =>
    t(`attendance.ways.${way}`, { number: one[way] }),
  );
  return ways.length === 0
    ? ofCollege
    : t('attendance.ofCollegeOtherwise', { ofCollege, ways: ways.join(', ') });
}

/** Asked for by a button: nobody waits for what she does not read. */
function OnDemand({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [asked, setAsked] = useState(false);
  if (asked) return children;
  return (
    <Button variant="tertiary" onClick={() => setAsked(true)}>
      {label}
    </Button>
  );
}

function ByMember({ after, ...asked }: VariablesOf<typeof BY_MEMBER>) {
  const { t } = useTranslation();
  const inWords = useFigure();
  const [answer, again] = useQuery({ query: BY_MEMBER, variables: { ...asked, after: after ?? null } });
  return (
    <Loaded answer={answer} again={again}>
      {({ attendanceByMember: { nodes, pageInfo } }) => (
        <>
          <Rows
            caption={t('attendance.byMemberCaption', { year: asked.year })}
            rows={nodes}
            keyOf={({ member }) => member.id}
            columns={[
              {
                heading: t('meeting.member'),
                cell: ({ member }) => <To href={`/members/${member.id}`}>{member.person.name}</To>,
              },
              { heading: t('members.organisation'), cell: ({ member }) => member.organisation.name },
              { heading: t('attendance.attended'), cell: inWords },
            ]}
          />
          <More page={pageInfo}>{(from) => <ByMember {...asked} after={from} />}</More>
        </>
      )}
    </Loaded>
  );
}
