import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { Action, answerFor, type Permitted, WhenPermitted } from '../parts/action.js';
import { ActForm, Pick, TextInput } from '../parts/form.js';
import { Rare } from '../parts/rare.js';
import { PersonFields, personIn } from '../parts/person-fields.js';
import { dayIn } from '../parts/when.js';

const NAME_ALTERNATE = graphql(
  `
    mutation NameAlternate($input: NameAlternateInput!) {
      result: nameAlternate(input: $input) {
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
const END_ALTERNATE = graphql(
  `
    mutation EndAlternate($input: EndAlternateInput!) {
      result: endAlternate(input: $input) {
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
const END_MEMBERSHIP = graphql(
  `
    mutation EndMembership($input: EndMembershipInput!) {
      result: endMembership(input: $input) {
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

const REASONS = ['RESIGNED', 'LEFT_ORGANISATION', 'DIED'] as const;

/** What the member, or the secretariat for her, may do with the seat. */
export function SeatActs({
  member: { id, alternate, organisation, permitted },
  mine,
}: {
  readonly member: {
    readonly id: string;
    readonly alternate: { readonly name: string } | null;
    readonly organisation: { readonly id: string };
    readonly permitted: readonly Permitted[];
  };
  /** Whether the reader is the member, or of the secretariat. */
  readonly mine: boolean;
}) {
  const { t } = useTranslation();
  const some = ['nameAlternate', 'endAlternate', 'endMembership'].some(
    (action) => answerFor(permitted, action) !== null,
  );
  if (!mine || !some) return null;
  return (
    <Section title={t('meeting.toDo')}>
      {alternate === null ? (
        <WhenPermitted permitted={permitted} action="nameAlternate" label={t('seat.nameAlternate')}>
          <Section title={t('seat.nameAlternate')} level={3}>
            <ActForm
              document={NAME_ALTERNATE}
              variables={(typed) => ({
                input: { memberId: id, organisationId: organisation.id, ...personIn(typed) },
              })}
              submit={t('seat.nameAlternate')}
              done={t('seat.alternateNamed')}
            >
              <PersonFields />
            </ActForm>
          </Section>
        </WhenPermitted>
      ) : (
        <Action
          permitted={permitted}
          action="endAlternate"
          document={END_ALTERNATE}
          variables={{ input: { memberId: id } }}
          label={t('seat.endAlternate', { name: alternate.name })}
          done={t('seat.alternateEnded')}
          variant="secondary"
        />
      )}
      {answerFor(permitted, 'endMembership') === null && <Paragraph>{t('seat.leaving')}</Paragraph>}
      <WhenPermitted permitted={permitted} action="endMembership" label={t('seat.end')}>
        <Rare label={t('seat.end')}>
          <ActForm
            document={END_MEMBERSHIP}
            variables={(typed) => ({
              input: {
                memberId: id,
                lastOn: dayIn(typed, 'lastOn'),
                reason: REASONS.find((one) => one === typed('reason')) ?? 'RESIGNED',
              },
            })}
            submit={t('seat.end')}
            done={t('seat.ended')}
          >
            <Pick
              name="reason"
              label={t('seat.reason')}
              options={REASONS.map((reason) => ({ value: reason, label: t(`member.ends.${reason}`) }))}
            />
            <TextInput name="lastOn" type="date" label={t('seat.lastOn')} required />
          </ActForm>
        </Rare>
      </WhenPermitted>
    </Section>
  );
}
