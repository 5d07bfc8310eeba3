import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { useParams } from 'wouter';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { AgainstMachines } from '../parts/against-machines.js';
import { useDay } from '../parts/day-text.js';
import { ActForm, languageIn, TextInput } from '../parts/form.js';
import { LanguageChoice } from '../parts/person-fields.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { proofOfWork } from './proof-of-work.js';

const CALL = graphql(`
  query Call($id: ID!) {
    callForApplications(id: $id) {
      id
      title
      criteria
      state
      opensOn
      lastOn
      members {
        id
        person {
          name
        }
      }
    }
  }
`);

const APPLY = graphql(
  `
    mutation ApplyToCall($input: ApplyToCallInput!) {
      result: applyToCall(input: $input) {
        __typename
        ... on ApplicationReceipt {
          receivedAt
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

type Call = NonNullable<ResultOf<typeof CALL>['callForApplications']>;

/** One call: its criteria, who came in by it, and the form while it is open. */
export function CallPage() {
  const { id = '' } = useParams();
  const [answer, again] = useQuery({ query: CALL, variables: { id } });
  return (
    <Loaded answer={answer} again={again}>
      {({ callForApplications: call }) => (call === null ? <NotFound /> : <Shown call={call} />)}
    </Loaded>
  );
}

function Shown({ call }: { readonly call: Call }) {
  const { t } = useTranslation();
  const inWords = useDay();
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
      <Section title={t('calls.criteria')}>
        <Paragraph className="as-written">{call.criteria}</Paragraph>
      </Section>
      {call.state === 'OPEN' ? <Apply callId={call.id} /> : <Paragraph>{t('calls.closed')}</Paragraph>}
      <Section title={t('calls.admitted')}>
        {call.members.length === 0 ? (
          <Paragraph>{t('calls.nobody')}</Paragraph>
        ) : (
          <ul className="items">
            {call.members.map(({ id, person }) => (
              <li key={id}>
                <To href={`/members/${id}`}>{person.name}</To>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}

function Apply({ callId }: { readonly callId: string }) {
  const { t } = useTranslation();
  const { language } = useHere();
  const client = useClient();
  return (
    <Section title={t('calls.apply')}>
      <ActForm
        document={APPLY}
        variables={async (typed) => ({
          input: {
            callId,
            name: typed('name'),
            email: typed('email'),
            organisationName: typed('organisationName'),
            motivation: typed('motivation'),
            language: languageIn(typed),
            website: typed('website'),
            proofOfWork: await proofOfWork(client, callId),
          },
        })}
        submit={t('calls.send')}
        done={t('calls.sent')}
      >
        <TextInput
          name="name"
          label={t('calls.name')}
          description={t('calls.nameHint')}
          required
          maxLength={200}
          autoComplete="name"
        />
        <TextInput
          name="email"
          type="email"
          label={t('calls.email')}
          description={t('calls.emailHint')}
          required
          maxLength={254}
          autoComplete="email"
        />
        <TextInput
          name="organisationName"
          label={t('calls.organisation')}
          description={t('calls.organisationHint')}
          required
          maxLength={200}
          autoComplete="organization"
        />
        <TextInput
          name="motivation"
          label={t('calls.motivation')}
          description={t('calls.motivationHint')}
          lines={8}
          required
        />
        <LanguageChoice defaultValue={language.toUpperCase()} />
        <AgainstMachines />
      </ActForm>
    </Section>
  );
}
