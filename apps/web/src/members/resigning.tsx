import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { answerFor, type Permitted, WhenPermitted } from '../parts/action.js';
import { ActForm, TextInput } from '../parts/form.js';
import { Rare } from '../parts/rare.js';
import { ByRule } from '../parts/rule-refusal.js';
import { dayIn } from '../parts/when.js';

const RESIGN = graphql(
  `
    mutation ResignMandate($input: ResignMandateInput!) {
      result: resignMandate(input: $input) {
        __typename
        ... on Mandate {
          id
          holder {
            id
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** The holder gives up a mandate before its term; nothing for anybody else. */
export function Resigning({
  mandate: { id, permitted },
  holder,
}: {
  readonly mandate: { readonly id: string; readonly permitted: readonly Permitted[] };
  /** The office, in words. */
  readonly holder: string;
}) {
  const { t } = useTranslation();
  if (answerFor(permitted, 'resignMandate') === null) return null;
  const label = t('seat.resign', { holder });
  return (
    <WhenPermitted permitted={permitted} action="resignMandate" label={label}>
      <Rare label={label}>
        <ActForm
          document={RESIGN}
          variables={(typed) => ({ input: { mandateId: id, lastOn: dayIn(typed, 'lastOn') } })}
          submit={t('seat.resignIt')}
          done={t('seat.resigned')}
        >
          <Paragraph>
            {t('seat.resignText')} <ByRule id="VACANCY" />
          </Paragraph>
          <TextInput name="lastOn" type="date" label={t('seat.lastOn')} required />
        </ActForm>
      </Rare>
    </WhenPermitted>
  );
}
