import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { secretariatProofOfWork } from '../calls/proof-of-work.js';
import { useHere } from '../frame/forum.js';
import { Page, Section } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { AgainstMachines } from '../parts/against-machines.js';
import { ActForm, TextInput } from '../parts/form.js';

const WRITE = graphql(`
  mutation WriteToSecretariat($input: WriteToSecretariatInput!) {
    result: writeToSecretariat(input: $input) {
      __typename
      receivedAt
    }
  }
`);

/** Where anybody writes to the secretariat. */
export function ContactPage() {
  const { t } = useTranslation();
  const { language } = useHere();
  const client = useClient();
  return (
    <Page title={t('contact.title')} lead={<Paragraph>{t('contact.lead')}</Paragraph>}>
      <Section title={t('contact.yours')}>
        <ActForm
          document={WRITE}
          variables={async (typed) => ({
            input: {
              name: typed('name') || null,
              email: typed('email'),
              subject: typed('subject'),
              message: typed('message'),
              language: language === 'fr' ? ('FR' as const) : ('EN' as const),
              website: typed('website'),
              proofOfWork: await secretariatProofOfWork(client),
            },
          })}
          submit={t('contact.send')}
          done={t('contact.sent')}
        >
          <Paragraph>{t('contact.kept')}</Paragraph>
          <TextInput name="name" label={t('contact.name')} maxLength={200} autoComplete="name" />
          <TextInput
            name="email"
            type="email"
            label={t('contact.email')}
            description={t('contact.emailText')}
            required
            maxLength={254}
            autoComplete="email"
          />
          <TextInput name="subject" label={t('contact.subject')} required maxLength={150} />
          <TextInput name="message" label={t('contact.message')} lines={8} required maxLength={8_000} />
          <AgainstMachines />
        </ActForm>
      </Section>
    </Page>
  );
}
