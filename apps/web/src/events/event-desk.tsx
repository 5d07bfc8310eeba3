import { Alert, Button, Checkbox, Fieldset, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useHere } from '../frame/forum.js';
import { Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { Action, isAllowed } from '../parts/action.js';
import { ActForm, Pick, TextInput, type Typed } from '../parts/form.js';
import { Rare } from '../parts/rare.js';
import { dayIn, When } from '../parts/when.js';
import type { EventShown } from './event.js';
import { timesBetween } from './times.js';

const DRAFT = graphql(
  `
    mutation DraftEvent($input: DraftEventInput!) {
      result: draftEvent(input: $input) {
        __typename
        ... on ForumEvent {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const REVISE = graphql(
  `
    mutation ReviseEvent($input: ReviseEventInput!) {
      result: reviseEvent(input: $input) {
        __typename
        ... on ForumEvent {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const MOVE = graphql(
  `
    mutation MoveEvent($input: MoveEventInput!) {
      result: moveEvent(input: $input) {
        __typename
        ... on ForumEvent {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const PUBLISH = graphql(
  `
    mutation PublishEvent($input: PublishEventInput!) {
      result: publishEvent(input: $input) {
        __typename
        ... on ForumEvent {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const CANCEL = graphql(
  `
    mutation CancelEvent($input: CancelEventInput!) {
      result: cancelEvent(input: $input) {
        __typename
        ... on ForumEvent {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const RECORD = graphql(
  `
    mutation RecordEvent($input: RecordEventInput!) {
      result: recordEvent(input: $input) {
        __typename
        ... on ForumEvent {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const RECOUNT = graphql(
  `
    mutation CorrectEventHeadCount($input: CorrectEventHeadCountInput!) {
      result: correctEventHeadCount(input: $input) {
        __typename
        ... on ForumEvent {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const TELL = graphql(
  `
    mutation PublishEventResults($input: PublishEventResultsInput!) {
      result: publishEventResults(input: $input) {
        __typename
        ... on ForumEvent {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

const KINDS = ['WORKSHOP', 'WEBINAR', 'OPEN_EVENING'] as const;
const OFFERS = ['captioning', 'signLanguage', 'stepFree'] as const;

const termsIn = (typed: Typed) => ({
  kind: KINDS.find((one) => one === typed('kind')) ?? 'WORKSHOP',
  titleFr: typed('titleFr'),
  titleEn: typed('titleEn'),
  topicsFr: typed('topicsFr'),
  topicsEn: typed('topicsEn'),
  place: typed('place') || null,
  streamLink: typed('streamLink') || null,
  captioning: typed('captioning') === 'yes',
  signLanguage: typed('signLanguage') === 'yes',
  stepFree: typed('stepFree') === 'yes',
  presentsResults: typed('presentsResults') === 'yes',
  capacity: typed('capacity') === '' ? null : Number(typed('capacity')),
});
const timesIn = (typed: Typed, timeZone: string) =>
  timesBetween(dayIn(typed, 'day'), { time: typed('time'), until: typed('until') }, timeZone);

function Terms({ event }: { readonly event?: EventShown }) {
  const { t } = useTranslation();
  return (
    <>
      <Pick
        name="kind"
        label={t('events.kindLabel')}
        defaultValue={event?.kind ?? 'WORKSHOP'}
        options={KINDS.map((kind) => ({ value: kind, label: t(`events.kind.${kind}`) }))}
      />
      <TextInput
        name="titleFr"
        label={t('events.titleFr')}
        defaultValue={event?.titleFr ?? ''}
        required
        maxLength={200}
      />
      <TextInput
        name="titleEn"
        label={t('events.titleEn')}
        defaultValue={event?.titleEn ?? ''}
        required
        maxLength={200}
      />
      <TextInput
        name="topicsFr"
        label={t('events.topicsFr')}
        defaultValue={event?.topicsFr ?? ''}
        lines={4}
        required
      />
      <TextInput
        name="topicsEn"
        label={t('events.topicsEn')}
        defaultValue={event?.topicsEn ?? ''}
        lines={4}
        required
      />
      <TextInput name="place" label={t('events.room')} defaultValue={event?.place ?? ''} maxLength={300} />
      <TextInput
        name="streamLink"
        type="url"
        label={t('events.stream')}
        description={t('events.streamHint')}
        defaultValue={event?.streamLink ?? ''}
        pattern="https://.+"
        maxLength={500}
      />
      <TextInput
        name="capacity"
        type="number"
        label={t('events.capacity')}
        defaultValue={event?.capacity?.toString() ?? ''}
      />
      <Fieldset>
        <Fieldset.Legend>{t('events.offered')}</Fieldset.Legend>
        {OFFERS.map((one) => (
          <Checkbox
            key={one}
            name={one}
            value="yes"
            label={t(`events.${one}`)}
            defaultChecked={event?.[one] ?? false}
          />
        ))}
        <Checkbox
          name="presentsResults"
          value="yes"
          label={t('events.resultsYes')}
          defaultChecked={event?.presentsResults ?? false}
        />
      </Fieldset>
    </>
  );
}

const headsIn = (typed: Typed) => ({
  governmentHeads: Number(typed('government')),
  civilSocietyHeads: Number(typed('civilSociety')),
  publicHeads: Number(typed('public')),
});

function Heads() {
  const { t } = useTranslation();
  return (['government', 'civilSociety', 'public'] as const).map((who) => (
    <TextInput key={who} name={who} type="number" label={t(`events.${who}`)} required />
  ));
}

function Times() {
  const { t } = useTranslation();
  return (
    <>
      <When label={t('events.day')} time="18:00" />
      <TextInput
        name="until"
        type="time"
        label={t('events.end')}
        description={t('events.endHint')}
        defaultValue="20:00"
        required
      />
    </>
  );
}

/** The form that prepares an event. */
export function PreparingAnEvent() {
  const { t } = useTranslation();
  const { forum } = useHere();
  const [, go] = useLocation();
  return (
    <ActForm
      document={DRAFT}
      variables={(typed) => ({ input: { ...termsIn(typed), ...timesIn(typed, forum.timeZone) } })}
      submit={t('events.prepareIt')}
      done={t('events.prepared')}
      onDone={(event) => {
        if (event.__typename === 'ForumEvent') go(`/events/${event.id}`);
      }}
    >
      <Terms />
      <Times />
    </ActForm>
  );
}

const TEXTS = [
  ['titleFr', 'titleFr'],
  ['titleEn', 'titleEn'],
  ['topicsFr', 'topicsFr'],
  ['topicsEn', 'topicsEn'],
  ['place', 'room'],
  ['streamLink', 'stream'],
  ['capacity', 'capacity'],
] as const;
const ANSWERS = [...OFFERS.map((one) => [one, one] as const), ['presentsResults', 'resultsYes'] as const];

/** What the form would undo if it replaced another version than the one that its writer read. */
function useChanges(read: EventShown, event: EventShown): { label: string; now: string }[] {
  const { t } = useTranslation();
  return [
    ...(event.kind === read.kind
      ? []
      : [{ label: t('events.kindLabel'), now: t(`events.kind.${event.kind}`) }]),
    ...TEXTS.filter(([name]) => event[name] !== read[name]).map(([name, label]) => ({
      label: t(`events.${label}`),
      now: event[name]?.toString() ?? t('events.nothing'),
    })),
    ...ANSWERS.filter(([name]) => event[name] !== read[name]).map(([name, label]) => ({
      label: t(`events.${label}`),
      now: t(event[name] ? 'events.yes' : 'events.no'),
    })),
  ];
}

/**
 * The form that changes an event. It stays as it is being filled in when somebody else changes the same things meanwhile, and
 * shows what they wrote: whoever has read it saves hers in its place, or starts from it.
 */
function Revising({ event }: { readonly event: EventShown }) {
  const { t } = useTranslation();
  /** What the fields began with, and the version that the next save replaces. */
  const [base, setBase] = useState(event);
  const [read, setRead] = useState(event);
  const [saved, setSaved] = useState(false);
  const changes = useChanges(read, event);
  const begin = (): void => {
    setBase(event);
    setRead(event);
    setSaved(false);
  };
  useEffect(() => {
    if (saved && event.version !== read.version) begin();
  }, [saved, event.version]);
  return (
    <>
      {changes.length > 0 && !saved && (
        <Alert data-color="warning" role="alert">
          <Paragraph>{t('events.changedMeanwhile')}</Paragraph>
          {changes.map(({ label, now }) => (
            <div key={label}>
              <Paragraph>{label}</Paragraph>
              <Paragraph className="as-typed">{now}</Paragraph>
            </div>
          ))}
          <Button variant="secondary" onClick={() => setRead(event)}>
            {t('events.keepMine')}
          </Button>
          <Button variant="tertiary" onClick={begin}>
            {t('events.readAgain')}
          </Button>
        </Alert>
      )}
      <ActForm
        key={base.version}
        document={REVISE}
        variables={(typed) => ({
          input: {
            eventId: event.id,
            // What changed beside this form, such as the date, is not undone by it.
            basedOnVersion: changes.length === 0 ? event.version : read.version,
            ...termsIn(typed),
          },
        })}
        submit={t('events.reviseIt')}
        done={t('events.revised')}
        onDone={() => setSaved(true)}
      >
        <Terms event={base} />
      </ActForm>
    </>
  );
}

/** What the secretariat does with an event, where it reads it. */
export function EventDesk({ event }: { readonly event: EventShown }) {
  const { t } = useTranslation();
  const { forum } = useHere();
  const { id: eventId, permitted } = event;
  return (
    <Section title={t('events.desk')}>
      <Action
        permitted={permitted}
        action="publishEvent"
        document={PUBLISH}
        variables={{ input: { eventId } }}
        label={t('events.publish')}
        done={t('events.published')}
      />
      {isAllowed(permitted, 'recordEvent') && (
        <Rare label={t('events.record')}>
          <ActForm
            document={RECORD}
            variables={(typed) => ({
              input: { eventId, ...headsIn(typed) },
            })}
            submit={t('events.recordIt')}
            done={t('events.recorded')}
          >
            <Heads />
          </ActForm>
        </Rare>
      )}
      {isAllowed(permitted, 'correctEventHeadCount') && (
        <Rare label={t('events.recount')}>
          <ActForm
            document={RECOUNT}
            variables={(typed) => ({ input: { eventId, ...headsIn(typed), reason: typed('reason') } })}
            submit={t('events.recountIt')}
            done={t('events.recounted')}
          >
            <Heads />
            <TextInput name="reason" label={t('events.reason')} required maxLength={500} />
          </ActForm>
        </Rare>
      )}
      {isAllowed(permitted, 'publishEventResults') && (
        <Rare label={t('events.tell')}>
          <ActForm
            document={TELL}
            variables={(typed) => ({
              input: {
                eventId,
                summaryFr: typed('summaryFr'),
                summaryEn: typed('summaryEn') || null,
                documents: [1, 2, 3]
                  .map((n) => ({ title: typed(`title${n}`), link: typed(`link${n}`) }))
                  .filter(({ title, link }) => title !== '' || link !== ''),
              },
            })}
            submit={t('events.tellIt')}
            done={t('events.told')}
          >
            <TextInput
              name="summaryFr"
              label={t('events.summaryFr')}
              description={t('events.summaryHint')}
              lines={6}
              required
            />
            <TextInput name="summaryEn" label={t('events.summaryEn')} lines={6} />
            {[1, 2, 3].map((n) => (
              <div className="grid" key={n}>
                <TextInput name={`title${n}`} label={t('events.documentTitle')} maxLength={200} />
                <TextInput
                  name={`link${n}`}
                  type="url"
                  label={t('events.documentLink')}
                  pattern="https://.+"
                  maxLength={500}
                />
              </div>
            ))}
          </ActForm>
        </Rare>
      )}
      {isAllowed(permitted, 'reviseEvent') && (
        <Rare label={t('events.revise')}>
          <Revising event={event} />
        </Rare>
      )}
      {isAllowed(permitted, 'moveEvent') && (
        <Rare label={t('events.move')}>
          <ActForm
            document={MOVE}
            variables={(typed) => ({
              input: { eventId, ...timesIn(typed, forum.timeZone), reason: typed('reason') },
            })}
            submit={t('events.moveIt')}
            done={t('events.movedNow')}
          >
            <Times />
            <TextInput name="reason" label={t('events.reason')} required maxLength={500} />
          </ActForm>
        </Rare>
      )}
      {isAllowed(permitted, 'cancelEvent') && (
        <Rare label={t('events.cancel')}>
          <ActForm
            document={CANCEL}
            variables={(typed) => ({ input: { eventId, reason: typed('cancelReason') } })}
            submit={t('events.cancelIt')}
            done={t('events.cancelledNow')}
          >
            <TextInput name="cancelReason" label={t('events.reason')} required maxLength={500} />
          </ActForm>
        </Rare>
      )}
    </Section>
  );
}
