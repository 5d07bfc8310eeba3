import { Button, Checkbox, Select, Table } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { useTell } from '../frame/notice.js';
import { REFUSAL, useAct } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
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

const SEATS = graphql(`
  query SeatsOfMeeting($id: ID!) {
    meeting(id: $id) {
      id
      body
      members {
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
    }
  }
`);
type Seat = NonNullable<ResultOf<typeof SEATS>['meeting']>['members'][number];

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

/** Who takes part, one line a seat of whoever makes up the meeting, recorded together. */
export function AttendanceSheet(recorded: Recorded) {
  const [answer, again] = useQuery({ query: SEATS, variables: { id: recorded.meetingId } });
  return (
    <Loaded answer={answer} again={again}>
      {({ meeting }) =>
        meeting && (
          <Sheet
            // On the committee one sits in person (charter ALTERNATE).
            seats={
              meeting.body === 'MANAGEMENT_COMMITTEE'
                ? meeting.members.map((member) => ({ ...member, alternate: null }))
                : meeting.members
            }
            {...recorded}
          />
        )
      }
    </Loaded>
  );
}

function Sheet({ meetingId, seats, attendance }: Recorded & { readonly seats: readonly Seat[] }) {
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
