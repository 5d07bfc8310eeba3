import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { MinutesText } from '../minutes/minutes-text.js';
import { Action, isAllowed, PERMITTED } from '../parts/action.js';
import { useInstant } from '../parts/day-text.js';
import { ActForm, TextInput, type Typed } from '../parts/form.js';
import { useFresh } from '../parts/fresh.js';
import { MEETING_NAMED } from '../parts/meeting-name.js';
import { Rare } from '../parts/rare.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { SecretariatOnly } from './secretariat-only.js';

const WRITTEN = graphql(`
  fragment MinutesWritten on Minutes {
    id
    version {
      number
      writtenAt
      writtenBy {
        name
      }
      sections {
        key
        title
        facts
        text
      }
    }
  }
`);
const MINUTES = graphql(
  `
    query MinutesDesk($id: ID!) {
      minutes(id: $id) {
        id
        language
        state
        meeting {
          id
          ...MeetingNamed
        }
        ...MinutesWritten
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [MEETING_NAMED, WRITTEN, PERMITTED],
);
const SAVE = graphql(
  `
    mutation SaveMinutes($input: SaveMinutesInput!) {
      result: saveMinutes(input: $input) {
        __typename
        ... on Minutes {
          id
          ...MinutesWritten
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL, WRITTEN],
);
const CIRCULATE = graphql(
  `
    mutation CirculateMinutes($input: CirculateMinutesInput!) {
      result: circulateMinutes(input: $input) {
        __typename
        ... on Minutes {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const CORRECT = graphql(
  `
    mutation CorrectMinutes($input: CorrectMinutesInput!) {
      result: correctMinutes(input: $input) {
        __typename
        ... on Minutes {
          id
          ...MinutesWritten
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL, WRITTEN],
);

type Minutes = NonNullable<ResultOf<typeof MINUTES>['minutes']>;
type Version = ResultOf<typeof WRITTEN>['version'];

/** Where the secretariat, or a facilitator, writes the record of a session, sends it to the members, and corrects it. */
export function MinutesDeskPage() {
  const { id = '' } = useParams();
  const [answer, again] = useQuery({ query: MINUTES, variables: { id } });
  const minutes = answer.data?.minutes ?? null;
  // Others write too: whoever is writing is told as soon as they have saved.
  useFresh(minutes?.meeting.id ?? '', again, minutes !== null);
  return (
    <SecretariatOnly orMembers>
      <Loaded answer={answer} again={again}>
        {({ minutes: shown }) => (shown === null ? <NotFound /> : <Desk minutes={shown} />)}
      </Loaded>
    </SecretariatOnly>
  );
}

function Desk({ minutes }: { readonly minutes: Minutes }) {
  const { t } = useTranslation();
  const { id, state, meeting, version, permitted } = minutes;
  return (
    <Page
      title={
        meeting.body === 'MANAGEMENT_COMMITTEE'
          ? t('committee.minutesDesk', { number: meeting.number })
          : meeting.group === null
            ? t('minutes.editor.title', { number: meeting.number })
            : t('minutes.editor.titleOfGroup', { number: meeting.number, theme: meeting.group.theme })
      }
      lead={
        <div className="row">
          <StateTag of="minutes" state={state} />
          <To href={`/minutes/${id}`}>{t('minutes.read')}</To>
          <To href={`/desk/meetings/${meeting.id}`}>
            {t(meeting.body === 'PLENARY' ? 'meeting.desk' : 'meeting.deskOfGroup')}
          </To>
        </div>
      }
    >
      {state === 'CIRCULATED' && <Paragraph>{t('minutes.editor.closedNow')}</Paragraph>}
      {isAllowed(permitted, 'saveMinutes') && (
        <Section title={t('minutes.editor.section')}>
          <Editor minutes={minutes} />
        </Section>
      )}
      {isAllowed(permitted, 'circulateMinutes') && (
        <Section title={t('minutes.editor.circulate')}>
          <Paragraph>
            {t(
              meeting.body === 'MANAGEMENT_COMMITTEE'
                ? 'committee.circulateText'
                : meeting.group === null
                  ? 'minutes.editor.circulateText'
                  : 'minutes.editor.circulateTextOfGroup',
            )}
          </Paragraph>
          <Action
            permitted={permitted}
            action="circulateMinutes"
            document={CIRCULATE}
            variables={{ input: { minutesId: id, version: version.number } }}
            label={t('minutes.editor.circulate')}
            done={t('minutes.editor.circulatedDone')}
          />
        </Section>
      )}
      {isAllowed(permitted, 'correctMinutes') && (
        <Section title={t('minutes.editor.correct')}>
          <Paragraph>{t('minutes.editor.correctText')}</Paragraph>
          <Rare label={t('minutes.editor.correct')}>
            <Editor minutes={minutes} correcting />
          </Rare>
        </Section>
      )}
    </Page>
  );
}

const sectionsIn = ({ sections }: Version, typed: Typed) =>
  sections.map(({ key }, index) => ({ key, text: typed(`sections.${index}.text`) }));

/** The text, section by section under its facts. What somebody else saves meanwhile is shown beside it; nothing is lost. */
function Editor({
  minutes,
  correcting = false,
}: {
  readonly minutes: Minutes;
  readonly correcting?: boolean;
}) {
  const { t } = useTranslation();
  const at = useInstant();
  const { id, language, version } = minutes;
  const lang = language === 'FR' ? 'fr' : 'en';
  /** The version whose text the fields began with, and the one that the next save replaces. */
  const [base, setBase] = useState(version);
  const [replaced, setReplaced] = useState(version.number);
  const [typing, setTyping] = useState<Readonly<Record<string, string>>>({});
  const saved = ({ version: next }: { readonly version: Version }) => {
    setBase(next);
    setReplaced(next.number);
    setTyping({});
  };
  const follow = ({ target }: SyntheticEvent) => {
    if (target instanceof HTMLTextAreaElement) setTyping({ ...typing, [target.name]: target.value });
  };
  const fields = base.sections.map(({ key, title, text }, index) => {
    // Attendance may have been corrected since: the next version says what the tables then have.
    const facts = version.sections.find((one) => one.key === key)?.facts ?? '';
    const name = `sections.${index}.text`;
    return (
      <section className="stack" key={key}>
        <Heading level={3} data-size="xs" lang={lang}>
          {title}
        </Heading>
        {facts !== '' && (
          <Rare label={t('minutes.editor.facts')}>
            <MinutesText markdown={facts} language={language} below={3} />
          </Rare>
        )}
        <TextInput
          name={name}
          label={t('minutes.editor.text', { title })}
          lines={5}
          defaultValue={text}
          maxLength={20000}
          lang={lang}
        />
        {(typing[name] ?? text) !== '' && (
          <Rare label={t('minutes.editor.preview')}>
            <MinutesText markdown={typing[name] ?? text} language={language} below={3} />
          </Rare>
        )}
      </section>
    );
  });
  const others = version.sections.filter(
    ({ key, text }) => text !== base.sections.find((one) => one.key === key)?.text,
  );
  return (
    <div className="stack" onInput={follow}>
      <Paragraph>{t('minutes.editor.lead')}</Paragraph>
      <Paragraph className="quiet">
        {t('minutes.editor.version', {
          number: base.number,
          name: base.writtenBy.name,
          at: at(base.writtenAt),
        })}
      </Paragraph>
      {version.number > replaced && (
        <Alert data-color="warning" role="alert">
          <Paragraph>
            {t('minutes.editor.changed', { number: version.number, name: version.writtenBy.name })}
          </Paragraph>
          {others.length === 0 && <Paragraph>{t('minutes.editor.same')}</Paragraph>}
          {others.map(({ key, title, text }) => (
            <div className="stack" key={key}>
              <Paragraph>{title}</Paragraph>
              <Paragraph className="as-typed">{text}</Paragraph>
            </div>
          ))}
          <Button variant="secondary" onClick={() => setReplaced(version.number)}>
            {t('minutes.editor.joined')}
          </Button>
        </Alert>
      )}
      {correcting ? (
        <ActForm
          key={base.number}
          document={CORRECT}
          variables={(typed) => ({
            input: {
              minutesId: id,
              basedOnVersion: replaced,
              sections: sectionsIn(base, typed),
              reason: typed('reason'),
            },
          })}
          submit={t('minutes.editor.correct')}
          done={t('minutes.editor.corrected')}
          onDone={(given) => given.__typename === 'Minutes' && saved(given)}
        >
          {fields}
          <TextInput name="reason" label={t('minutes.editor.correctReason')} required maxLength={1000} />
        </ActForm>
      ) : (
        <ActForm
          key={base.number}
          document={SAVE}
          variables={(typed) => ({
            input: { minutesId: id, basedOnVersion: replaced, sections: sectionsIn(base, typed) },
          })}
          submit={t('minutes.editor.save')}
          done={t('minutes.editor.saved')}
          onDone={(given) => given.__typename === 'Minutes' && saved(given)}
        >
          {fields}
        </ActForm>
      )}
    </div>
  );
}
