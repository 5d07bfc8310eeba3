import { Paragraph } from '@digdir/designsystemet-react';
import type { College } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { useEveryOrganisation } from '../organisations/every-organisation.js';
import { ActForm, Pick, type Typed } from '../parts/form.js';
import { useEvery } from '../parts/pages.js';
import { PersonFields, personIn } from '../parts/person-fields.js';
import { ChangingAnAddress } from './address.js';
import { SecretariatOnly } from './secretariat-only.js';

const NEEDS = graphql(`
  query NeedsToAnswer($after: String) {
    needs(first: 100, after: $after) {
      nodes {
        id
        statement
      }
      pageInfo {
        endCursor
        hasNextPage
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

const personFrom = (typed: Typed) => ({ organisationId: typed('organisationId'), ...personIn(typed) });

/** The two ways in that need no call: departments are convened, a stated need is answered by a direct appointment. */
export function MembersDeskPage() {
  const { t } = useTranslation();
  return (
    <SecretariatOnly>
      <Page title={t('desk.member.title')}>
        <Section title={t('desk.member.convene')}>
          <ActForm
            document={CONVENE}
            variables={(typed) => ({ input: personFrom(typed) })}
            submit={t('desk.member.admit')}
            done={t('desk.member.done')}
          >
            <Person college="GOVERNMENT" />
          </ActForm>
        </Section>
        <Section title={t('desk.member.appoint')}>
          <Appointing />
        </Section>
        <Section title={t('desk.address.title')}>
          <ChangingAnAddress />
        </Section>
      </Page>
    </SecretariatOnly>
  );
}

function Appointing() {
  const { t } = useTranslation();
  const [answer, again] = useEvery({ document: NEEDS, variables: {}, of: ({ needs }) => needs });
  return (
    <Loaded answer={answer} again={again}>
      {(needs) =>
        needs.length === 0 ? (
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
              options={needs.map(({ id, statement }) => ({ value: id, label: statement }))}
            />
            <Person college="CIVIL_SOCIETY" />
          </ActForm>
        )
      }
    </Loaded>
  );
}

function Person({ college }: { readonly college: College }) {
  const { t } = useTranslation();
  const [answer, again] = useEveryOrganisation(college);
  return (
    <>
      <Loaded answer={answer} again={again}>
        {(organisations) => (
          <Pick
            name="organisationId"
            label={t('desk.member.organisation')}
            options={organisations
              .filter(({ leftOn }) => leftOn === null)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Loaded>
      <PersonFields />
    </>
  );
}
