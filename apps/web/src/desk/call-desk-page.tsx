import { Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useEveryOrganisation } from '../organisations/every-organisation.js';
import { Action, PERMITTED, WhenPermitted } from '../parts/action.js';
import { useDay, useInstant } from '../parts/day-text.js';
import { ActForm, Pick, TextInput } from '../parts/form.js';
import { Pages } from '../parts/pages.js';
import { StateTag } from '../parts/state-tag.js';
import { SecretariatOnly } from './secretariat-only.js';

const CALL = graphql(
  `
    query CallDesk($id: ID!) {
      callForApplications(id: $id) {
        id
        title
        state
        opensOn
        lastOn
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [PERMITTED],
);

// Ten at a time: whether each may be admitted or declined is judged one by one.
const APPLICATIONS = graphql(
  `
    query Applications($callId: ID!, $after: String) {
      applications(callId: $callId, first: 10, after: $after) {
        nodes {
          id
          name
          organisationName
          email
          motivation
          state
          submittedAt
          permitted {
            ...Permitted
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [PERMITTED],
);

const OPEN = graphql(
  `
    mutation OpenCall($input: OpenCallInput!) {
      result: openCall(input: $input) {
        __typename
        ... on CallForApplications {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const CLOSE = graphql(
  `
    mutation CloseCall($input: CloseCallInput!) {
      result: closeCall(input: $input) {
        __typename
        ... on CallForApplications {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const DECIDE = graphql(
  `
    mutation DecideCall($input: DecideCallInput!) {
      result: decideCall(input: $input) {
        __typename
        ... on CallForApplications {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const ADMIT = graphql(
  `
    mutation AdmitApplicant($input: AdmitApplicantInput!) {
      result: admitApplicant(input: $input) {
        __typename
        ... on Application {
          id
          member {
            id
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const DECLINE = graphql(
  `
    mutation DeclineApplication($input: DeclineApplicationInput!) {
      result: declineApplication(input: $input) {
        __typename
        ... on Application {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

type Desk = ResultOf<typeof CALL>;
type Call = NonNullable<Desk['callForApplications']>;
type Application = ResultOf<typeof APPLICATIONS>['applications']['nodes'][number];

/** One call: opened, closed, and every application decided with its reasons. */
export function CallDeskPage() {
  return (
    <SecretariatOnly>
      <Asked />
    </SecretariatOnly>
  );
}

function Asked() {
  const { id = '' } = useParams();
  const [answer, again] = useQuery({ query: CALL, variables: { id } });
  return (
    <Loaded answer={answer} again={again}>
      {({ callForApplications: call }) => (call === null ? <NotFound /> : <Shown call={call} />)}
    </Loaded>
  );
}

interface Choices {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

function Shown({ call }: { readonly call: Call }) {
  const { t } = useTranslation();
  const inWords = useDay();
  const { id, permitted } = call;
  const variables = { input: { callId: id } };
  return (
    <Page
      title={call.title}
      lead={
        <div className="row">
          <StateTag of="call" state={call.state} />
          <span>{t('calls.openFor', { from: inWords(call.opensOn), until: inWords(call.lastOn) })}</span>
        </div>
      }
    >
      <div className="stack">
        <Action
          permitted={permitted}
          action="openCall"
          document={OPEN}
          variables={variables}
          label={t('desk.call.open')}
          done={t('desk.call.opened')}
        />
        <Action
          permitted={permitted}
          action="closeCall"
          document={CLOSE}
          variables={variables}
          label={t('desk.call.close')}
          done={t('desk.call.closed')}
          variant="secondary"
        />
        <Action
          permitted={permitted}
          action="decideCall"
          document={DECIDE}
          variables={variables}
          label={t('desk.call.decide')}
          done={t('desk.call.decided')}
        />
      </div>
      <Section title={t('desk.call.applications')}>
        <Applications callId={id} />
      </Section>
    </Page>
  );
}

function Applications({ callId }: { readonly callId: string }) {
  const { t } = useTranslation();
  const [answer, again] = useEveryOrganisation('CIVIL_SOCIETY');
  return (
    <Loaded answer={answer} again={again}>
      {(organisations) => (
        <Pages
          document={APPLICATIONS}
          variables={{ callId }}
          of={({ applications }) => applications}
          none={<Paragraph>{t('desk.call.none')}</Paragraph>}
        >
          {(nodes) =>
            nodes.map((application) => (
              <ApplicationShown
                key={application.id}
                application={application}
                organisations={organisations.filter(({ leftOn }) => leftOn === null)}
              />
            ))
          }
        </Pages>
      )}
    </Loaded>
  );
}

function ApplicationShown({ application, organisations }: Choices & { readonly application: Application }) {
  const { t } = useTranslation();
  const inWords = useInstant();
  const { id, name, organisationName, email, motivation, state, permitted } = application;
  const reasons = (typed: (name: string) => string) => ({
    reasonsFr: typed('reasonsFr') || null,
    reasonsEn: typed('reasonsEn') || null,
  });
  return (
    <Card>
      <div className="stack">
        <div className="row">
          <Heading level={3} data-size="2xs">
            {name === null ? t('desk.call.erased') : `${name}, ${organisationName}`}
          </Heading>
          <StateTag of="application" state={state} />
        </div>
        <Paragraph data-size="sm" className="quiet">
          {t('desk.call.received', { at: inWords(application.submittedAt) })}
          {email !== null && `, ${email}`}
        </Paragraph>
        {motivation !== null && <Paragraph className="as-written">{motivation}</Paragraph>}
        <WhenPermitted permitted={permitted} action="admitApplicant" label={t('desk.call.admit')}>
          <ActForm
            document={ADMIT}
            variables={(typed) => ({
              input: { applicationId: id, organisationId: typed('organisationId'), ...reasons(typed) },
            })}
            submit={t('desk.call.admit')}
            done={t('desk.call.admitted')}
          >
            <Pick
              name="organisationId"
              label={t('desk.call.organisation')}
              options={organisations.map((one) => ({ value: one.id, label: one.name }))}
            />
            <Reasons />
          </ActForm>
        </WhenPermitted>
        <WhenPermitted permitted={permitted} action="declineApplication" label={t('desk.call.decline')}>
          <ActForm
            document={DECLINE}
            variables={(typed) => ({ input: { applicationId: id, ...reasons(typed) } })}
            submit={t('desk.call.decline')}
            done={t('desk.call.declined')}
          >
            <Reasons />
          </ActForm>
        </WhenPermitted>
      </div>
    </Card>
  );
}

function Reasons() {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        name="reasonsFr"
        label={t('desk.call.reasonsFr')}
        description={t('desk.call.reasonsHint')}
        lines={3}
      />
      <TextInput name="reasonsEn" label={t('desk.call.reasonsEn')} lines={3} />
    </>
  );
}
