import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { DayText } from '../parts/day-text.js';
import { ByRule } from '../parts/rule-refusal.js';
import { Rows } from '../parts/table.js';
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

export const COMMITTEE_SEATS = graphql(
  `
    fragment CommitteeSeats on ManagementCommittee {
      coChairs {
        ...Seat
      }
      members {
        ...Seat
      }
      acting {
        ...Seat
      }
      vacantSeats {
        office
        college
        seats
      }
      parity {
        college
        parity
      }
    }
  `,
  [SEAT],
);

/** Who holds which seat of the management committee until when, who acts, and which seats nobody holds. */
export function Committee({
  committee: { coChairs, members, acting, vacantSeats, parity },
}: {
  readonly committee: ResultOf<typeof COMMITTEE_SEATS>;
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
      {acting.length > 0 && (
        <ul className="items">
          {acting.map(({ id, office, holder }) => (
            <li key={id}>
              <To href={`/members/${holder.id}`}>{holder.person.name}</To>, {t(`holder.${office}`)}
              {t('colon')}
              {t('committee.acting')} <ByRule id="ACTING" />
            </li>
          ))}
        </ul>
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
      {parity.length > 0 && (
        <ul className="items">
          {parity.map(({ college, parity: state }) => (
            <li key={college}>
              {t('parity.of', { college: t(`college.${college}`) })}
              {t('colon')}
              {t(`parity.${state}`)} <ByRule id="PARITY" />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
