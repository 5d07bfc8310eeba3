import { Button, Checkbox, Select, Table } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { useTell } from '../frame/notice.js';
import { REFUSAL, useAct } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import type { Day } from '@hemicycle/kernel';
import { Hindered } from '../parts/rule-refusal.js';

export const ATTENDANCE = graphql(`
  fragment AttendanceSheet on Attendance {
    mode
    alternate {
      id
    }
    member {
      id
    }
  }
`);

const SEAT = graphql(`
  fragment SeatOfSheet on Member {
    id
    college
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
`);

const SEATS = graphql(
  `
    query Seats($on: Day!) {
      members(first: 100, on: $on) {
        nodes {
          ...SeatOfSheet
        }
      }
    }
  `,
  [SEAT],
);

const SEATS_OF_GROUP = graphql(
  `
    query SeatsOfGroup($id: ID!) {
      workingGroup(id: $id) {
        id
        members {
          untilOn
          member {
            ...SeatOfSheet
          }
        }
      }
    }
  `,
  [SEAT],
);

const SEATS_OF_COMMITTEE = graphql(
  `
    query SeatsOfCommittee($on: Day!) {
      committee(on: $on) {
        coChairs {
          holder {
            ...SeatOfSheet
          }
        }
        members {
          holder {
            ...SeatOfSheet
          }
        }
        acting {
          holder {
            ...SeatOfSheet
          }
        }
      }
    }
  `,
  [SEAT],
);

const RECORD = graphql(
  `
    mutation RecordAttendance($input: RecordAttendanceInput!) {
      result: recordAttendance(input: $input) {
        __typename
        ... on Meeting {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

const MODES = ['IN_ROOM', 'ONLINE', 'REPRESENTED', 'EXCUSED', 'ABSENT'] as const;

interface Recorded {
  readonly meetingId: string;
  readonly attendance: readonly ResultOf<typeof ATTENDANCE>[];
}

/** Who takes part in a working group’s meeting: those who are in the group. */
export function GroupAttendanceSheet({ groupId, ...recorded }: Recorded & { readonly groupId: string }) {
  const [answer, again] = useQuery({ query: SEATS_OF_GROUP, variables: { id: groupId } });
  return (
    <Loaded answer={answer} again={again}>
      {({ workingGroup }) => (
        <Sheet
          seats={(workingGroup?.members ?? [])
            .filter(({ untilOn }) => untilOn === null)
            .map(({ member }) => member)}
          {...recorded}
        />
      )}
    </Loaded>
  );
}

/** Who takes part in a meeting of the management committee: those who serve on it that day, in person (charter ALTERNATE). */
export function CommitteeAttendanceSheet({ on, ...recorded }: Recorded & { readonly on: Day }) {
  const [answer, again] = useQuery({ query: SEATS_OF_COMMITTEE, variables: { on } });
  return (
    <Loaded answer={answer} again={again}>
      {({ committee: { coChairs, members, acting } }) => (
        <Sheet
          seats={[...coChairs, ...members, ...acting].map(({ holder }) => ({ ...holder, alternate: null }))}
          {...recorded}
        />
      )}
    </Loaded>
  );
}

/** Who takes part, one line a seat, recorded together. */
export function AttendanceSheet({ on, ...recorded }: Recorded & { readonly on: Day }) {
  const [answer, again] = useQuery({ query: SEATS, variables: { on } });
  return (
    <Loaded answer={answer} again={again}>
      {({ members: { nodes } }) => <Sheet seats={nodes} {...recorded} />}
    </Loaded>
  );
}

function Sheet({
  meetingId,
  seats,
  attendance,
}: Recorded & { readonly seats: readonly ResultOf<typeof SEAT>[] }) {
  const { t } = useTranslation();
  const tell = useTell();
  const form = useRef<HTMLFormElement>(null);
  const { act, underWay, hindrance } = useAct(RECORD);
  const recorded = new Map(attendance.map((one) => [one.member.id, one]));

  async function record(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const entries = seats.flatMap(({ id: memberId }) => {
      const mode = MODES.find((one) => one === data.get(memberId));
      return mode === undefined ? [] : [{ memberId, mode, byAlternate: data.has(`${memberId}-alternate`) }];
    });
    if ((await act({ input: { meetingId, entries } })) !== null) tell(t('desk.meeting.recorded'));
  }

  return (
    <form className="stack" ref={form} onSubmit={(event) => void record(event)}>
      <Button
        variant="secondary"
        onClick={() => {
          for (const select of form.current?.querySelectorAll('select') ?? []) select.value = 'IN_ROOM';
        }}
      >
        {t('desk.meeting.everybody')}
      </Button>
      <Table className="reflow" border>
        <caption>{t('desk.meeting.attendanceCaption')}</caption>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('meeting.member')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('members.college')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('meeting.how')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('members.alternate')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {seats.map(({ id, college, person: { name }, organisation, alternate }) => (
            <Table.Row key={id}>
              <Table.HeaderCell scope="row">
                {name}, {organisation.name}
              </Table.HeaderCell>
              <Table.Cell data-heading={t('members.college') + t('colon')}>
                {t(`college.${college}`)}
              </Table.Cell>
              <Table.Cell data-heading={t('meeting.how') + t('colon')}>
                <Select
                  name={id}
                  aria-label={t('desk.meeting.mode', { name })}
                  defaultValue={recorded.get(id)?.mode ?? ''}
                >
                  <Select.Option value="">{t('desk.meeting.unrecorded')}</Select.Option>
                  {MODES.map((mode) => (
                    <Select.Option key={mode} value={mode}>
                      {t(`meeting.mode.${mode}`)}
                    </Select.Option>
                  ))}
                </Select>
              </Table.Cell>
              <Table.Cell data-heading={t('members.alternate') + t('colon')}>
                {alternate === null ? (
                  '–'
                ) : (
                  <Checkbox
                    name={`${id}-alternate`}
                    value="yes"
                    label={t('desk.meeting.byAlternate', { name, alternate: alternate.name })}
                    defaultChecked={(recorded.get(id)?.alternate ?? null) !== null}
                  />
                )}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <Button type="submit" loading={underWay}>
        {t('desk.meeting.record')}
      </Button>
      <Hindered by={hindrance} />
    </form>
  );
}
