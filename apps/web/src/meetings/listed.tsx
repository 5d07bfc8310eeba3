import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { InstantText } from '../parts/day-text.js';
import { StateTag } from '../parts/state-tag.js';
import { Rows } from '../parts/table.js';
import { To } from '../parts/to.js';

export const MEETING_LISTED = graphql(`
  fragment MeetingListed on Meeting {
    id
    number
    state
    startsAt
    minutes {
      id
      state
    }
  }
`);
type Listed = ResultOf<typeof MEETING_LISTED>;

/** Meetings of one body: each by its number, when, its state and, where they are asked for, its minutes. */
export function ListedMeetings({
  meetings,
  caption,
  withMinutes = false,
}: {
  readonly meetings: readonly Listed[];
  readonly caption: string;
  readonly withMinutes?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Rows
      caption={caption}
      rows={meetings}
      keyOf={({ id }) => id}
      columns={[
        {
          heading: t('groups.oneMeeting'),
          cell: ({ id, number }) => <To href={`/meetings/${id}`}>{t('groups.meeting', { number })}</To>,
        },
        { heading: t('meetings.when'), cell: ({ startsAt }) => <InstantText at={startsAt} /> },
        { heading: t('meetings.state'), cell: ({ state }) => <StateTag of="meeting" state={state} /> },
        ...(withMinutes
          ? [
              {
                heading: t('minutes.section'),
                cell: ({ minutes, number }: Listed) =>
                  minutes === null ? (
                    '–'
                  ) : (
                    <>
                      <To
                        href={`/minutes/${minutes.id}`}
                        label={`${t('minutes.read')}${t('colon')}${t('groups.meeting', { number })}`}
                      >
                        {t('minutes.read')}
                      </To>{' '}
                      <StateTag of="minutes" state={minutes.state} />
                    </>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
