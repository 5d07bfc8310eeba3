import { Link, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { useParams } from 'wouter';
import { eventProofOfWork } from '../calls/proof-of-work.js';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { MinutesText } from '../minutes/minutes-text.js';
import { Act, isAllowed } from '../parts/action.js';
import { AgainstMachines } from '../parts/against-machines.js';
import { useInstant } from '../parts/day-text.js';
import { Fact, Facts } from '../parts/facts.js';
import { ActForm, languageIn, TextInput } from '../parts/form.js';
import { useFresh } from '../parts/fresh.js';
import { LanguageChoice } from '../parts/person-fields.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { EVENT, type EventShown } from './event.js';
import { EventDesk } from './event-desk.js';

const EVENT_PAGE = graphql(
  `
    query Event($id: ID!) {
      event(id: $id) {
        id
        ...EventShown
      }
    }
  `,
  [EVENT],
);

const ASK = graphql(
  `
    mutation RequestEventPlace($input: RequestEventPlaceInput!) {
      result: requestEventPlace(input: $input) {
        __typename
        ... on EventPlaceReceipt {
          requestedAt
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

const REGISTER = graphql(
  `
    mutation RegisterForEvent($input: RegisterForEventInput!) {
      result: registerForEvent(input: $input) {
        __typename
        ... on ForumEvent {
          id
          placesTaken
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** One event: what it is about, when and where, what it offers, how to come, and what came out of it. */
export function EventPage() {
  const { id = '' } = useParams();
  const [answer, again] = useQuery({ query: EVENT_PAGE, variables: { id } });
  useFresh(id, again, true);
  return (
    <Loaded answer={answer} again={again}>
      {({ event }) => (event === null ? <NotFound /> : <Shown event={event} />)}
    </Loaded>
  );
}

function Shown({ event }: { readonly event: EventShown }) {
  const { t } = useTranslation();
  const { me, language } = useHere();
  const at = useInstant();
  const { results, capacity } = event;
  const mine = language === 'fr' ? 'FR' : 'EN';
  const offered = (['captioning', 'signLanguage', 'stepFree'] as const).filter((one) => event[one]);
  const places = [
    capacity === null
      ? t('events.placesOpen', { count: event.placesTaken })
      : t('events.placesOf', { count: event.placesTaken, capacity }),
    ...(event.waiting > 0 ? [t('events.waiting', { count: event.waiting })] : []),
  ];
  return (
    <Page
      title={event.title}
      lead={
        <div className="row">
          <StateTag of="event" state={event.state} />
          <span>{t(`events.kind.${event.kind}`)}</span>
        </div>
      }
    >
      <div className="stack">
        {event.cancelReason !== null && (
          <Paragraph>
            <strong>{t('events.cancelled', { reason: event.cancelReason })}</strong>
          </Paragraph>
        )}
        <Facts>
          <Fact name={t('events.when')}>
            {t('events.until', { start: at(event.startsAt, true), end: at(event.endsAt) })}
          </Fact>
          <Fact name={t('events.where')}>{event.place}</Fact>
          <Fact name={t('events.online')}>
            {event.streamLink === null ? null : <Link href={event.streamLink}>{event.streamLink}</Link>}
          </Fact>
          <Fact name={t('events.access')}>
            {offered.length === 0 ? null : offered.map((one) => t(`events.${one}`)).join(', ')}
          </Fact>
          <Fact name={t('events.places')}>{places.join(', ')}</Fact>
          <Fact name={t('events.results')}>{event.presentsResults ? t('events.resultsYes') : null}</Fact>
        </Facts>
        {event.moves.map(({ startedAt, reason }) => (
          <Paragraph className="quiet" key={startedAt + reason}>
            {t('events.moved', { at: at(startedAt), reason })}
          </Paragraph>
        ))}
      </div>
      <Section title={t('events.topics')}>
        <Paragraph className="as-typed">{event.topics}</Paragraph>
      </Section>
      <Coming event={event} />
      <HeadCounts counts={event.headCounts} />
      {results !== null && (
        <Section title={t('events.outcome')}>
          <MinutesText
            markdown={results.summary}
            language={results.languages.includes(mine) ? mine : 'FR'}
            below={3}
          />
          {results.documents.length > 0 && (
            <Section title={t('events.documents')} level={3}>
              <ul className="items">
                {results.documents.map(({ title, link }) => (
                  <li key={link}>
                    <Link href={link}>{title}</Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </Section>
      )}
      {me?.roles.includes('SECRETARIAT') === true && <EventDesk event={event} />}
    </Page>
  );
}

/** Who came, as counted last, and what was counted before. */
function HeadCounts({ counts }: { readonly counts: EventShown['headCounts'] }) {
  const { t } = useTranslation();
  const at = useInstant();
  const last = counts.at(-1);
  if (last === undefined) return null;
  const before = counts.slice(0, -1);
  return (
    <Section title={t('events.headCount')}>
      <Facts>
        <Fact name={t('events.government')}>{last.government}</Fact>
        <Fact name={t('events.civilSociety')}>{last.civilSociety}</Fact>
        <Fact name={t('events.public')}>{last.public}</Fact>
      </Facts>
      {before.map(({ number, government, civilSociety, public: others }) => {
        const correction = counts.find((one) => one.number === number + 1);
        return (
          <Paragraph className="quiet" key={number}>
            {t('events.corrected', {
              at: at(correction?.recordedAt ?? last.recordedAt),
              reason: correction?.reason,
              government,
              civilSociety,
              others,
            })}
          </Paragraph>
        );
      })}
    </Section>
  );
}

/** How to come: in one click for whoever is signed in, by a letter for anybody else. */
function Coming({ event }: { readonly event: EventShown }) {
  const { t } = useTranslation();
  const { me, language } = useHere();
  const client = useClient();
  const { id: eventId, myPlace, permitted, capacity } = event;
  if (!isAllowed(permitted, 'requestEventPlace') && myPlace === null) return null;
  return (
    <Section title={t(myPlace === null ? 'events.register' : 'events.place')}>
      {myPlace !== null && (
        <Paragraph>
          {t(`events.mine.${myPlace.state}`)}{' '}
          {myPlace.state !== 'CANCELLED' && (
            <To href={`/events/place#${myPlace.code}`}>{t('events.giveUp')}</To>
          )}
        </Paragraph>
      )}
      {myPlace === null && capacity !== null && event.placesTaken >= capacity && (
        <Paragraph>{t('events.fullText')}</Paragraph>
      )}
      {myPlace === null && me !== null && (
        <Act
          document={REGISTER}
          variables={{ input: { eventId } }}
          label={t('events.registerNow')}
          done={t('events.registered')}
        />
      )}
      {me === null && (
        <ActForm
          document={ASK}
          variables={async (typed) => ({
            input: {
              eventId,
              email: typed('email'),
              language: languageIn(typed),
              website: typed('website'),
              proofOfWork: await eventProofOfWork(client, eventId),
            },
          })}
          submit={t('events.ask')}
          done={t('events.asked')}
        >
          <Paragraph>{t('events.registerText')}</Paragraph>
          <TextInput
            name="email"
            type="email"
            label={t('events.email')}
            required
            maxLength={254}
            autoComplete="email"
          />
          <LanguageChoice defaultValue={language.toUpperCase()} />
          <AgainstMachines />
        </ActForm>
      )}
    </Section>
  );
}
