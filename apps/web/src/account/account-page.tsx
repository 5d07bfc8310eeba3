import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { type Me, useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { Act } from '../parts/action.js';
import { InstantText, useInstant } from '../parts/day-text.js';
import { Fact, Facts } from '../parts/facts.js';
import { ActForm, Choice, languageIn } from '../parts/form.js';
import { LanguageChoice } from '../parts/person-fields.js';
import { ByRule } from '../parts/rule-refusal.js';
import { useSpaced } from '../parts/spaced.js';
import { Rows } from '../parts/table.js';
import { OwnCalendar } from './own-calendar.js';
import { OwnParity } from './own-parity.js';

const SESSIONS = graphql(`
  query MySessions {
    mySessions {
      id
      createdAt
      expiresAt
      current
    }
  }
`);

const SET_LANGUAGE = graphql(`
  mutation SetLanguage($input: SetLanguageInput!) {
    result: setLanguage(input: $input) {
      __typename
      email
      language
    }
  }
`);

const MAIL_PREFERENCES = graphql(`
  query MyMailPreferences {
    myMailPreferences {
      optional {
        topic
        title
        delivery
      }
      compulsory {
        title
        reason
      }
    }
  }
`);

const SET_MAIL_PREFERENCES = graphql(`
  mutation SetMailPreferences($input: SetMailPreferencesInput!) {
    result: setMailPreferences(input: $input) {
      __typename
      optional {
        topic
        delivery
      }
    }
  }
`);

const DELIVERIES = ['AT_ONCE', 'DAILY', 'NEVER'] as const;
const deliveryIn = (typed: string): (typeof DELIVERIES)[number] =>
  DELIVERIES.find((delivery) => delivery === typed) ?? 'AT_ONCE';

const REVOKE_SESSION = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    result: revokeSession(input: $input) {
      __typename
      revoked
    }
  }
`);

const SIGN_OUT_EVERYWHERE = graphql(`
  mutation SignOutEverywhere {
    result: revokeAllSessions {
      __typename
      revoked
    }
  }
`);

/** A new start: nothing of what the person could read stays in the browser. */
const leave = (): void => location.assign('/');

/** Who the reader is in the forum, what she is written and in which language, her sign-ins. */
export function AccountPage() {
  const { t } = useTranslation();
  const { me } = useHere();
  return (
    <Page title={t('account.title')}>
      {me === null ? (
        <Paragraph>
          {t('account.signedOut')}{' '}
          <a className="ds-link" href="/sign-in">
            {t('frame.signIn')}
          </a>
        </Paragraph>
      ) : (
        <Account me={me} />
      )}
    </Page>
  );
}

function Account({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('account.who')}>
        <Facts>
          <Fact name={t('account.name')}>{me.person.name}</Fact>
          <Fact name={t('account.email')}>{me.email}</Fact>
          <Fact name={t('account.roles')}>
            {me.roles
              .filter((role) => role !== 'ANYONE' && role !== 'PERSON')
              .map((role) => t(`account.role.${role}`))
              .join(', ') || t('account.role.PERSON')}
          </Fact>
        </Facts>
        <Paragraph>{t('account.otherAddress')}</Paragraph>
        <Paragraph>
          {t('account.addressInAPoll')} <ByRule id="REGISTER" />
        </Paragraph>
        {/* A form of the server: the browser then forgets everything that this page had read. */}
        <form method="post" action="/sign-out">
          <Button type="submit">{t('account.signOut')}</Button>
        </form>
      </Section>
      <ActForm
        document={SET_LANGUAGE}
        variables={(typed) => ({ input: { language: languageIn(typed) } })}
        submit={t('account.save')}
        done={t('account.saved')}
      >
        <LanguageChoice legend={t('account.language')} defaultValue={me.language} />
      </ActForm>
      <Section title={t('account.mail')}>
        <Letters />
      </Section>
      <Section title={t('feeds.myCalendar')}>
        <OwnCalendar />
      </Section>
      <OwnParity />
      <Section title={t('account.sessions')}>
        <Paragraph>{t('account.sessionsText')}</Paragraph>
        <Sessions />
        <Act
          document={SIGN_OUT_EVERYWHERE}
          variables={{}}
          label={t('account.signOutAll')}
          done={t('account.ended')}
          onDone={leave}
          variant="secondary"
        />
      </Section>
    </>
  );
}

/** What the forum writes to her: what she may decline, and what nobody does, with the reason. */
function Letters() {
  const { t } = useTranslation();
  const spaced = useSpaced();
  const [answer, again] = useQuery({ query: MAIL_PREFERENCES });
  return (
    <Loaded answer={answer} again={again}>
      {({ myMailPreferences: { optional, compulsory } }) => (
        <>
          <ActForm
            document={SET_MAIL_PREFERENCES}
            variables={(typed) => ({
              input: {
                preferences: optional.map(({ topic }) => ({ topic, delivery: deliveryIn(typed(topic)) })),
              },
            })}
            submit={t('account.saveMail')}
            done={t('account.mailSaved')}
            onDone={() => again({ requestPolicy: 'network-only' })}
          >
            {optional.map(({ topic, title, delivery }) => (
              <Choice
                key={`${topic} ${delivery}`}
                name={topic}
                legend={spaced(title)}
                options={DELIVERIES.map((value) => ({ value, label: t(`account.delivery.${value}`) }))}
                defaultValue={delivery}
              />
            ))}
          </ActForm>
          <Paragraph>{t('account.compulsory')}</Paragraph>
          <Facts>
            {compulsory.map(({ title, reason }) => (
              <Fact key={title} name={spaced(title)}>
                {spaced(reason)}
              </Fact>
            ))}
          </Facts>
        </>
      )}
    </Loaded>
  );
}

function Sessions() {
  const { t } = useTranslation();
  const inWords = useInstant();
  const [answer, again] = useQuery({ query: SESSIONS });
  return (
    <Loaded answer={answer} again={again}>
      {({ mySessions }) => (
        <Rows
          caption={t('account.caption')}
          rows={mySessions}
          keyOf={({ id }) => id}
          columns={[
            { heading: t('account.since'), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
            { heading: t('account.until'), cell: ({ expiresAt }) => <InstantText at={expiresAt} /> },
            {
              heading: t('account.end'),
              cell: ({ id, current, createdAt }) =>
                current ? (
                  t('account.current')
                ) : (
                  <Act
                    document={REVOKE_SESSION}
                    variables={{ input: { id } }}
                    label={t('account.endOne', { at: inWords(createdAt) })}
                    done={t('account.ended')}
                    onDone={() => again({ requestPolicy: 'network-only' })}
                    variant="secondary"
                  />
                ),
            },
          ]}
        />
      )}
    </Loaded>
  );
}
