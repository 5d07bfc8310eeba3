import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { dayOf, hourInWords } from '@hemicycle/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../frame/forum.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { MOVES } from '../meetings/moves.js';
import { type Permitted, WhenPermitted } from '../parts/action.js';
import { useInstant } from '../parts/day-text.js';
import { ActForm, TextInput } from '../parts/form.js';
import { Rare } from '../parts/rare.js';
import { ByRule } from '../parts/rule-refusal.js';
import { instantIn, When } from '../parts/when.js';

const MOVE = graphql(
  `
    mutation MoveMeeting($input: MoveMeetingInput!) {
      result: moveMeeting(input: $input) {
        __typename
        ... on Meeting {
          ...MovesOf
        }
        ...Refusal
      }
    }
  `,
  [MOVES, REFUSAL],
);

/** Moves a meeting to another day, hour or place: one that is planned without notice, nobody being convened yet. */
export function MoveMeeting({
  meeting: { id, startsAt, place, onlineLink, moves, permitted, body, state },
}: {
  readonly meeting: ResultOf<typeof MOVES> & {
    readonly onlineLink: string | null;
    readonly state: string;
    readonly permitted: readonly Permitted[];
  };
}) {
  const { t } = useTranslation();
  const { forum } = useHere();
  const inWords = useInstant();
  /** How many moves the form was filled in upon: another one is read before it is moved again. */
  const [read, setRead] = useState(moves.length);
  const started = new Date(startsAt);
  const planned = state === 'PLANNED';
  return (
    <WhenPermitted permitted={permitted} action="moveMeeting" label={t('desk.meeting.move')}>
      <Rare label={t('desk.meeting.move')}>
        <Paragraph>
          {planned ? (
            t('desk.meeting.movePlannedText')
          ) : (
            <>
              {t(body === 'PLENARY' ? 'desk.meeting.moveText' : 'desk.meeting.moveTextOfOthers')}{' '}
              <ByRule id="NOTICE" />
            </>
          )}
        </Paragraph>
        {read !== moves.length && (
          <Alert data-color="warning">
            <Paragraph>{t('desk.meeting.movedMeanwhile', { at: inWords(startsAt) })}</Paragraph>
            <Button variant="secondary" onClick={() => setRead(moves.length)}>
              {t('desk.meeting.moveAllTheSame')}
            </Button>
          </Alert>
        )}
        <ActForm
          document={MOVE}
          variables={(typed) => ({
            input: {
              meetingId: id,
              basedOnMove: read,
              startsAt: instantIn(typed, forum.timeZone),
              place: typed('place') || null,
              onlineLink: typed('onlineLink') || null,
              reason: typed('reason'),
              urgencyReason: planned ? null : typed('urgencyReason') || null,
            },
          })}
          submit={t('desk.meeting.move')}
          done={t(planned ? 'desk.meeting.sessionPlannedAnew' : 'desk.meeting.sessionMoved')}
          onDone={(given) => {
            if (given.__typename === 'Meeting') setRead(given.moves.length);
          }}
        >
          <When
            label={t('desk.meeting.startsAt')}
            day={dayOf(started, forum.timeZone)}
            time={hourInWords(started, forum.timeZone).en}
          />
          <TextInput name="place" label={t('desk.place')} maxLength={200} defaultValue={place ?? ''} />
          <TextInput
            name="onlineLink"
            type="url"
            label={t('desk.link')}
            description={t('desk.linkHint')}
            maxLength={500}
            defaultValue={onlineLink ?? ''}
          />
          <TextInput name="reason" label={t('desk.meeting.moveReason')} required maxLength={500} />
          {!planned && (
            <TextInput
              name="urgencyReason"
              label={t('desk.meeting.urgencyReason')}
              description={t(
                body === 'PLENARY' ? 'desk.meeting.moveUrgencyHint' : 'desk.meeting.urgencyHint',
              )}
              maxLength={500}
            />
          )}
        </ActForm>
      </Rare>
    </WhenPermitted>
  );
}
