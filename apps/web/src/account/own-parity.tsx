import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { ActForm, Choice } from '../parts/form.js';
import { ByRule } from '../parts/rule-refusal.js';

const MY_PARITY = graphql(`
  query MyParity {
    myParity {
      gender
    }
  }
`);

const DECLARE = graphql(`
  mutation DeclareForParity($input: DeclareForParityInput!) {
    result: declareForParity(input: $input) {
      __typename
      gender
    }
  }
`);

const GENDERS = ['WOMAN', 'MAN', 'NEITHER'] as const;

/** What whoever holds a seat of the committee declares of herself, or not; nothing for anybody else. */
export function OwnParity() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: MY_PARITY });
  return (
    <Loaded answer={answer} again={again}>
      {({ myParity }) =>
        myParity !== null && (
          <Section title={t('parity.mine')}>
            <Paragraph>
              {t('parity.text')} <ByRule id="PARITY" />
            </Paragraph>
            <ActForm
              key={myParity.gender}
              document={DECLARE}
              variables={(typed) => ({
                input: { gender: GENDERS.find((gender) => gender === typed('gender')) ?? null },
              })}
              submit={t('account.save')}
              done={t('parity.saved')}
              onDone={() => again({ requestPolicy: 'network-only' })}
            >
              <Choice
                name="gender"
                legend={t('parity.legend')}
                options={[
                  ...GENDERS.map((value) => ({ value, label: t(`parity.gender.${value}`) })),
                  { value: 'NOTHING', label: t('parity.gender.NOTHING') },
                ]}
                defaultValue={myParity.gender ?? 'NOTHING'}
              />
            </ActForm>
          </Section>
        )
      }
    </Loaded>
  );
}
