import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { ActForm, Pick, type Typed } from '../parts/form.js';
import { PersonFields, personIn } from '../parts/person-fields.js';
import { ChangingAnAddress } from './address.js';
import { SecretariatOnly } from './secretariat-only.js';

const CHOICES = graphql(`
  query AdmissionChoices {
    government: organisations(college: GOVERNMENT, first: 100) {
      nodes {
        id
        name
        leftOn
      }
    }
    civilSociety: organisations(college: CIVIL_SOCIETY, first: 100) {
      nodes {
        id
        name
        leftOn
      }
    }
    needs(first: 50) {
      nodes {
        id
        statement
      }
    }
  }
`);

const CONVENE = graphql(
  `
    mutation ConveneMember($input: ConveneMemberInput!) {
      result: conveneMember(input: $input) {
        __typename
        ... on Member {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const APPOINT = graphql(
  `
    mutation AppointDirectly($input: AppointDirectlyInput!) {
      result: appointDirectly(input: $input) {
        __typename
        ... on Member {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

interface Named {
  readonly id: string;
  readonly name: string;
  readonly leftOn: string | null;
}

const optionsOf = (organisations: readonly Named[]) =>
  organisations.filter(({ leftOn }) => leftOn === null).map(({ id, name }) => ({ value: id, label: name }));

const personFrom = (typed: Typed) => ({ organisationId: typed('organisationId'), ...personIn(typed) });

/** The two ways in that need no call: departments are convened, a stated need is answered by a direct appointment. */
export function MembersDeskPage() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: CHOICES });
  return (
    <SecretariatOnly>
      <Page title={t('desk.member.title')}>
        <Loaded answer={answer} again={again}>
          {({ government, civilSociety, needs }) => (
            <>
              <Section title={t('desk.member.convene')}>
                <ActForm
                  document={CONVENE}
                  variables={(typed) => ({ input: personFrom(typed) })}
                  submit={t('desk.member.admit')}
                  done={t('desk.member.done')}
                >
                  <Person organisations={government.nodes} />
                </ActForm>
              </Section>
              <Section title={t('desk.member.appoint')}>
                {needs.nodes.length === 0 ? (
                  <Paragraph>{t('desk.member.noNeed')}</Paragraph>
                ) : (
                  <ActForm
                    document={APPOINT}
                    variables={(typed) => ({ input: { ...personFrom(typed), needId: typed('needId') } })}
                    submit={t('desk.member.admit')}
                    done={t('desk.member.done')}
                  >
                    <Pick
                      name="needId"
                      label={t('desk.member.need')}
                      options={needs.nodes.map(({ id, statement }) => ({ value: id, label: statement }))}
                    />
                    <Person organisations={civilSociety.nodes} />
                  </ActForm>
                )}
              </Section>
            </>
          )}
        </Loaded>
        <Section title={t('desk.address.title')}>
          <ChangingAnAddress />
        </Section>
      </Page>
    </SecretariatOnly>
  );
}

function Person({ organisations }: { readonly organisations: readonly Named[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Pick name="organisationId" label={t('desk.member.organisation')} options={optionsOf(organisations)} />
      <PersonFields />
    </>
  );
}
