import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery, type UseQueryExecute } from 'urql';
import { useParams, useSearchParams } from 'wouter';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { answerFor, isAllowed, PERMITTED } from '../parts/action.js';
import { useDay, useEnd, useInstant } from '../parts/day-text.js';
import { Fact, Facts } from '../parts/facts.js';
import { useFresh } from '../parts/fresh.js';
import { MEETING_NAMED, useMeetingName, useMinutesName } from '../parts/meeting-name.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { Code } from '../sealed/code.js';
import { CommentForm, Comments, COMMENTS, RulingForm } from './comments.js';
import { MinutesFiles } from './minutes-files.js';
import { MinutesText } from './minutes-text.js';
import { SIGNATURES, Signatures } from './signatures.js';

const MINUTES = graphql(
  `
    query Minutes($id: ID!) {
      minutes(id: $id) {
        id
        language
        state
        approval
        publishedAt
        circulatedAt
        commentsUntil
        rulingUntil
        meeting {
          id
          ...MeetingNamed
          minutesDueOn
        }
        editions {
          number
          madeAt
          reason
          sha256
          markdown
          ...SignaturesOf
        }
        ...CommentsOfMinutes
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [MEETING_NAMED, COMMENTS, SIGNATURES, PERMITTED],
);

type Minutes = NonNullable<ResultOf<typeof MINUTES>['minutes']>;

/** The record of a session: what it says, how it was approved, its files and their hash, what members said of it. */
export function MinutesPage() {
  const { id = '' } = useParams();
  const [answer, again] = useQuery({ query: MINUTES, variables: { id } });
  const minutes = answer.data?.minutes ?? null;
  useFresh(minutes?.meeting.id ?? '', again, minutes !== null && minutes.state !== 'PUBLISHED');
  return (
    <Loaded answer={answer} again={again}>
      {({ minutes: shown }) => (shown === null ? <NotFound /> : <Shown minutes={shown} again={again} />)}
    </Loaded>
  );
}

function Shown({ minutes, again }: { readonly minutes: Minutes; readonly again: UseQueryExecute }) {
  const { t } = useTranslation();
  const { me } = useHere();
  const [search] = useSearchParams();
  const named = useMeetingName();
  const minutesNamed = useMinutesName();
  const { id, language, state, meeting, editions, permitted } = minutes;
  const last = editions.at(-1);
  const shown = editions.find(({ number }) => String(number) === search.get('edition')) ?? last;
  return (
    <Page
      title={minutesNamed(meeting)}
      lead={
        <div className="row">
          <StateTag of="minutes" state={state} />
          <To href={`/meetings/${meeting.id}`}>{named(meeting)}</To>
          {(me?.roles.includes('SECRETARIAT') || isAllowed(permitted, 'correctMinutes')) && (
            <To href={`/desk/minutes/${id}`}>{t('minutes.desk')}</To>
          )}
        </div>
      }
    >
      <Standing minutes={minutes} />
      {shown !== undefined && last !== undefined && shown.number < last.number && (
        <Alert data-color="warning">
          {t('minutes.shown', { number: shown.number })} <To href={`/minutes/${id}`}>{t('minutes.last')}</To>
        </Alert>
      )}
      {answerFor(permitted, 'decideOnComments')?.allowed === true && minutes.comments.length > 0 && (
        <RulingForm minutes={minutes} />
      )}
      {shown !== undefined && <MinutesText markdown={shown.markdown} language={language} />}
      {state === 'CIRCULATED' && <Comments minutes={minutes} />}
      {isAllowed(permitted, 'commentMinutes') && <CommentForm minutes={minutes} />}
      {shown !== undefined && (
        <Section title={t('minutes.file')}>
          <Paragraph>{t('minutes.fileText')}</Paragraph>
          <Facts>
            <Fact name={t('minutes.hash')}>
              <Code>{shown.sha256}</Code>
            </Fact>
          </Facts>
          <MinutesFiles at={`/minutes/${id}`} edition={shown.number} />
        </Section>
      )}
      {state === 'PUBLISHED' && shown !== undefined && last !== undefined && (
        <Signatures
          minutesId={id}
          edition={shown}
          isLast={shown.number === last.number}
          permitted={permitted}
          again={again}
        />
      )}
      {state === 'PUBLISHED' && shown !== undefined && <Extracts minutes={minutes} edition={shown.number} />}
      {state === 'PUBLISHED' && editions.length > 1 && <Editions minutes={minutes} />}
      <To href="/minutes">{t('minutes.all')}</To>
    </Page>
  );
}

/** Where they stand, in a sentence. */
function Standing({ minutes }: { readonly minutes: Minutes }) {
  const { t } = useTranslation();
  const at = useInstant();
  const until = useEnd();
  const on = useDay();
  const { state, approval, publishedAt, circulatedAt, commentsUntil, rulingUntil, meeting, comments } =
    minutes;
  if (state === 'DRAFT') {
    return (
      <Paragraph>
        {t(
          meeting.body === 'MANAGEMENT_COMMITTEE'
            ? 'committee.draftMinutes'
            : meeting.group === null
              ? 'minutes.draft'
              : 'minutes.draftOfGroup',
        )}{' '}
        {meeting.minutesDueOn !== null && t('minutes.dueOn', { on: on(meeting.minutesDueOn) })}
      </Paragraph>
    );
  }
  if (approval !== null && publishedAt !== null) {
    return <Paragraph>{t(`minutes.approval.${approval}`, { at: at(publishedAt) })}</Paragraph>;
  }
  if (circulatedAt === null || commentsUntil === null || rulingUntil === null) return null;
  return (
    <Alert data-color="info">
      <Paragraph>{t('minutes.circulated', { at: at(circulatedAt), until: until(commentsUntil) })}</Paragraph>
      {comments.length > 0 && <Paragraph>{t('minutes.ruling', { until: until(rulingUntil) })}</Paragraph>}
    </Alert>
  );
}

/** The items of the agenda, each on a page of its own. */
function Extracts({
  minutes: { id, language, version },
  edition,
}: {
  readonly minutes: Minutes;
  readonly edition: number;
}) {
  const { t } = useTranslation();
  const items = version.sections.filter(({ key }) => key !== 'opening' && key !== 'closing');
  if (items.length === 0) return null;
  return (
    <Section title={t('minutes.extract.title')}>
      <Paragraph>{t('minutes.extract.lead')}</Paragraph>
      <ul className="items" lang={language.toLowerCase()}>
        {items.map(({ key, title }) => (
          <li key={key}>
            <To href={`/minutes/${id}/items/${key}?edition=${edition}`}>{title}</To>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The corrections, and what stood before them. */
function Editions({ minutes: { id, editions } }: { readonly minutes: Minutes }) {
  const { t } = useTranslation();
  const at = useInstant();
  return (
    <Section title={t('minutes.editions')}>
      <ul className="items">
        {editions.map(({ number, madeAt, reason }) => (
          <li key={number}>
            <To href={`/minutes/${id}?edition=${number}`}>
              {t('minutes.edition', { number, at: at(madeAt) })}
            </To>
            , {reason === null ? t('minutes.first') : t('minutes.because', { reason })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
