import { Button, Checkbox, Paragraph, Select, Table } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useEffect, useState } from 'react';
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
    found
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
/** How a seat may be told that the session found there, or represented (charter MINUTES). */
const FITTING = { PRESENT: MODES.slice(0, 2), REPRESENTED: MODES.slice(0, 3) } as const;
/** As many seats as are recorded at once. */
const MOST = 200;

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

/** What a line of the sheet says of a seat. */
interface Line {
  /** Null: nothing is recorded. */
  readonly mode: (typeof MODES)[number] | null;
  readonly byAlternate: boolean;
}
const NOTHING: Line = { mode: null, byAlternate: false };
const same = (one: Line, other: Line): boolean =>
  one.mode === other.mode && one.byAlternate === other.byAlternate;

/** A line that was changed here. */
interface Changed {
  /** What was recorded when it was changed. */
  readonly from: Line;
  readonly to: Line;
  /** Whether it was recorded so, which the page has not read back yet. */
  readonly sent: boolean;
}

/** One line a seat. Only the lines changed here are recorded: the others show what anybody records meanwhile. */
function Sheet({ meetingId, seats, attendance }: Recorded & { readonly seats: readonly Seat[] }) {
  const { t } = useTranslation();
  const tell = useTell();
  const { act, underWay, hindrance } = useAct(RECORD);
  const [changed, setChanged] = useState<ReadonlyMap<string, Changed>>(new Map());
  const recorded = new Map(
    attendance.map(({ member, mode, alternate }): [string, Line] => [
      member.id,
      { mode, byAlternate: alternate !== null },
    ]),
  );
  const foundOf = new Map(attendance.map(({ member, found }) => [member.id, found]));
  const recordedOf = (id: string): Line => recorded.get(id) ?? NOTHING;
  const shown = (id: string): Line => changed.get(id)?.to ?? recordedOf(id);
  const unrecorded = seats.filter(({ id }) => shown(id).mode === null);
  const pending = [...changed].filter(([id, { to, sent }]) => !sent && !same(to, recordedOf(id)));
  // What was recorded since, as it stands here or from here, is changed here no more.
  useEffect(() => {
    if (pending.length < changed.size) setChanged(new Map(pending));
  }, [attendance]);

  function change(lines: readonly (readonly [id: string, to: Line])[]): void {
    setChanged(
      new Map([
        ...changed,
        ...lines.map(([id, to]): [string, Changed] => {
          const before = changed.get(id);
          const from = before?.sent === true ? before.to : (before?.from ?? recordedOf(id));
          return [id, { from, to, sent: false }];
        }),
      ]),
    );
  }

  async function record(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const entries = pending.flatMap(
      ([
        memberId,
        {
          to: { mode, byAlternate },
        },
      ]) => (mode === null ? [] : [{ memberId, mode, byAlternate }]),
    );
    for (let place = 0; place < entries.length; place += MOST) {
      const some = entries.slice(place, place + MOST);
      if ((await act({ input: { meetingId, entries: some } })) === null) return;
      const lines = new Map(some.map((entry) => [entry.memberId, entry]));
      setChanged(
        (now) =>
          new Map(
            [...now].map(([id, line]) => {
              const recordedNow = lines.get(id);
              return [id, recordedNow && same(line.to, recordedNow) ? { ...line, sent: true } : line];
            }),
          ),
      );
    }
    tell(t(entries.length === 0 ? 'desk.meeting.nothingToRecord' : 'desk.meeting.recorded'));
  }

  return (
    <form className="stack" onSubmit={(event) => void record(event)}>
      {unrecorded.length > 0 && (
        <Button
          variant="secondary"
          onClick={() =>
            change(unrecorded.map(({ id }) => [id, { mode: 'IN_ROOM', byAlternate: shown(id).byAlternate }]))
          }
        >
          {t('desk.meeting.everybody')}
        </Button>
      )}
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
          {seats.map(({ id, college, person: { name }, organisation, alternate }) => {
            const line = shown(id);
            const stands = recordedOf(id);
            const found = foundOf.get(id) ?? null;
            const from = changed.get(id)?.from ?? stands;
            const meanwhile = !same(from, stands) && !same(line, stands);
            return (
              <Table.Row key={id}>
                <Table.HeaderCell scope="row">
                  {name}, {organisation.name}
                </Table.HeaderCell>
                <Table.Cell data-heading={t('members.college') + t('colon')}>
                  {t(`college.${college}`)}
                </Table.Cell>
                <Table.Cell data-heading={t('meeting.how') + t('colon')}>
                  <Select
                    aria-label={t('desk.meeting.mode', { name })}
                    aria-describedby={
                      [meanwhile && `meanwhile-${id}`, found && `found-${id}`].filter(Boolean).join(' ') ||
                      undefined
                    }
                    value={line.mode ?? ''}
                    onChange={({ target }) =>
                      change([[id, { ...line, mode: MODES.find((one) => one === target.value) ?? null }]])
                    }
                  >
                    {stands.mode === null && (
                      <Select.Option value="">{t('desk.meeting.unrecorded')}</Select.Option>
                    )}
                    {MODES.map((mode) => (
                      <Select.Option
                        key={mode}
                        value={mode}
                        disabled={found !== null && mode !== stands.mode && !FITTING[found].includes(mode)}
                      >
                        {t(`meeting.mode.${mode}`)}
                      </Select.Option>
                    ))}
                  </Select>
                  {found !== null && (
                    <Paragraph id={`found-${id}`} data-size="sm">
                      {t(`desk.meeting.found.${found}`)}
                    </Paragraph>
                  )}
                  {meanwhile && stands.mode !== null && (
                    <Paragraph id={`meanwhile-${id}`} data-size="sm">
                      {t('desk.meeting.recordedMeanwhile', { how: t(`meeting.mode.${stands.mode}`) })}
                    </Paragraph>
                  )}
                </Table.Cell>
                <Table.Cell data-heading={t('members.alternate') + t('colon')}>
                  {alternate === null ? (
                    '–'
                  ) : (
                    <Checkbox
                      value="yes"
                      label={t('desk.meeting.byAlternate', { name, alternate: alternate.name })}
                      checked={line.byAlternate}
                      onChange={({ target }) => change([[id, { ...line, byAlternate: target.checked }]])}
                    />
                  )}
                </Table.Cell>
              </Table.Row>
            );
          })}
        </Table.Body>
      </Table>
      <Button type="submit" loading={underWay}>
        {t('desk.meeting.record')}
      </Button>
      <Hindered by={hindrance} />
    </form>
  );
}
