import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useInstant } from '../parts/day-text.js';
import { ActForm, TextInput } from '../parts/form.js';
import { Rare } from '../parts/rare.js';
import { ByRule } from '../parts/rule-refusal.js';
import { dayIn } from '../parts/when.js';
import { AGREE_TO_MOVE } from './acts.js';

export const MOVES = graphql(`
  fragment MovesOf on Meeting {
    id
    body
    startsAt
    place
    convocations {
      number
      sentAt
    }
    moves {
      number
      formerStartsAt
      formerPlace
      startsAt
      reason
      noticeDays
      urgencyReason
      movedAt
    }
  }
`);
type Moved = ResultOf<typeof MOVES>;

/** That the date or the place is no more what somebody may remember, and why. */
export function MovedLast({ meeting: { place, moves, convocations } }: { readonly meeting: Moved }) {
  const { t } = useTranslation();
  const inWords = useInstant();
  // A second convocation calls for a day of its own: what was moved before it is history.
  const last = moves.findLast(({ movedAt }) =>
    convocations.every(({ sentAt }) => new Date(sentAt) <= new Date(movedAt)),
  );
  if (last === undefined) return null;
  const elsewhere =
    last.formerPlace === place
      ? t('meeting.otherLink')
      : t('meeting.elsewhere', { former: last.formerPlace ?? t('meeting.onlineOnly') });
  return (
    <Alert data-color="warning">
      {last.formerStartsAt === last.startsAt
        ? elsewhere
        : t('meeting.movedFrom', {
            former: inWords(last.formerStartsAt, true),
            at: inWords(last.startsAt, true),
          })}{' '}
      {t('meeting.because', { reason: last.reason })}
    </Alert>
  );
}

/** Every date and place that it had since it was planned, the first move first. */
export function Moves({
  meeting: { moves },
  whilePlanned,
}: {
  readonly meeting: Moved;
  /** Those before its convocation alone, or since; by default all. */
  readonly whilePlanned?: boolean;
}) {
  const { t } = useTranslation();
  const inWords = useInstant();
  const shown = moves.filter(
    ({ noticeDays }) => whilePlanned === undefined || whilePlanned === (noticeDays === null),
  );
  return shown.map(
    ({ number, movedAt, formerStartsAt, formerPlace, startsAt, reason, noticeDays, urgencyReason }) => (
      <div className="stack" key={number}>
        <Paragraph>
          {formerStartsAt === startsAt
            ? t('meeting.moveOfPlace', { number, on: inWords(movedAt) })
            : noticeDays === null
              ? t('meeting.moveWhilePlanned', { number, on: inWords(movedAt), at: inWords(startsAt) })
              : t('meeting.move', {
                  number,
                  on: inWords(movedAt),
                  at: inWords(startsAt),
                  count: noticeDays,
                })}{' '}
          {t('meeting.before', {
            at: inWords(formerStartsAt),
            place: formerPlace ?? t('meeting.onlineOnly'),
          })}{' '}
          {t('meeting.because', { reason })}
        </Paragraph>
        {urgencyReason !== null && <Paragraph>{t('meeting.urgency', { reason: urgencyReason })}</Paragraph>}
      </div>
    ),
  );
}

/** The holders of the second key agree to a move at short notice: to the day that they say, once. */
export function AgreeToMove({
  meetingId,
  version,
}: {
  readonly meetingId: string;
  /** Of the agenda that stands published. */
  readonly version: number;
}) {
  const { t } = useTranslation();
  return (
    <Rare label={t('meeting.agreeToMove')}>
      <Paragraph>
        {t('meeting.agreeToMoveMeaning')} <ByRule id="NOTICE" />
      </Paragraph>
      <ActForm
        document={AGREE_TO_MOVE}
        variables={(typed) => ({ input: { meetingId, version, forDay: dayIn(typed, 'forDay') } })}
        submit={t('meeting.agreeToThisMove')}
        done={t('desk.meeting.turned')}
      >
        <TextInput name="forDay" type="date" label={t('meeting.newDay')} required />
      </ActForm>
    </Rare>
  );
}
