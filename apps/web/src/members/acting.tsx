import type { Day } from '@hemicycle/kernel';
import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { answerFor, type Permitted } from '../parts/action.js';
import { useDay } from '../parts/day-text.js';
import { ActForm, TextInput } from '../parts/form.js';
import { Rare } from '../parts/rare.js';
import { ByRule } from '../parts/rule-refusal.js';

const END = graphql(
  `
    mutation EndActing($input: EndActingInput!) {
      result: endActing(input: $input) {
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

/** That somebody acts no more after her term, and why where the secretariat ended it; nothing where nobody did. */
export function ActingEnded({
  mandate: { actingEndedOn, actingEndReason },
}: {
  readonly mandate: { readonly actingEndedOn: Day | null; readonly actingEndReason: string | null };
}) {
  const { t } = useTranslation();
  const inWords = useDay();
  if (actingEndedOn === null) return null;
  const day = inWords(actingEndedOn);
  return (
    <Paragraph>
      {actingEndReason === null
        ? t('committee.actingEnded', { day })
        : t('committee.actingEndedBecause', { day, reason: actingEndReason })}{' '}
      <ByRule id="ACTING" />
    </Paragraph>
  );
}

/** Whoever acts gives it up, or the secretariat ends it; nothing for anybody else, nor for a mandate for which nobody acts. */
export function GivingActingUp({
  mandate: { id, permitted },
  holder,
  own,
}: {
  readonly mandate: { readonly id: string; readonly permitted: readonly Permitted[] };
  /** The office, in words. */
  readonly holder: string;
  /** Whether the reader is the one who acts: she owes no reason. */
  readonly own: boolean;
}) {
  const { t } = useTranslation();
  if (answerFor(permitted, 'endActing') === null) return null;
  return (
    <Rare label={t(own ? 'committee.giveActingUp' : 'committee.endActing', { holder })}>
      <ActForm
        document={END}
        variables={(typed) => ({ input: { mandateId: id, reason: own ? null : typed('reason') } })}
        submit={t(own ? 'committee.giveItUp' : 'committee.endIt')}
        done={t('committee.actingDone')}
      >
        <Paragraph>
          {t('committee.actingText')} <ByRule id="VACANCY" />
        </Paragraph>
        {!own && (
          <TextInput
            name="reason"
            label={t('committee.actingReason')}
            description={t('committee.actingReasonPublic')}
            maxLength={500}
            required
          />
        )}
      </ActForm>
    </Rare>
  );
}
