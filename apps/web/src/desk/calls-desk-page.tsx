import { day } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Calls } from '../calls/calls-page.js';
import { Page, Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { ActForm, TextInput } from '../parts/form.js';
import { SecretariatOnly } from './secretariat-only.js';

const DRAFT_CALL = graphql(
  `
    mutation DraftCall($input: DraftCallInput!) {
      result: draftCall(input: $input) {
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

/** The calls as the secretariat sees them, drafts included, and the form that prepares one. */
export function CallsDeskPage() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  return (
    <SecretariatOnly>
      <Page title={t('desk.calls')}>
        <Calls under="/desk/calls" />
        <Section title={t('desk.call.draft')}>
          <ActForm
            document={DRAFT_CALL}
            variables={(typed) => ({
              input: {
                titleFr: typed('titleFr'),
                titleEn: typed('titleEn'),
                criteriaFr: typed('criteriaFr'),
                criteriaEn: typed('criteriaEn'),
                opensOn: day(typed('opensOn')),
                closesOn: day(typed('closesOn')),
              },
            })}
            submit={t('desk.call.prepare')}
            done={t('desk.call.prepared')}
            onDone={(call) => {
              if (call.__typename === 'CallForApplications') go(`/desk/calls/${call.id}`);
            }}
          >
            <TextInput name="titleFr" label={t('desk.call.titleFr')} required maxLength={200} />
            <TextInput name="titleEn" label={t('desk.call.titleEn')} required maxLength={200} />
            <TextInput name="criteriaFr" label={t('desk.call.criteriaFr')} lines={5} required />
            <TextInput name="criteriaEn" label={t('desk.call.criteriaEn')} lines={5} required />
            <TextInput name="opensOn" type="date" label={t('desk.call.opensOn')} required />
            <TextInput name="closesOn" type="date" label={t('desk.call.closesOn')} required />
          </ActForm>
        </Section>
      </Page>
    </SecretariatOnly>
  );
}
