import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Act, answerFor, isAllowed, type Permitted, WhenPermitted } from '../parts/action.js';
import { ActForm, Pick, TextInput } from '../parts/form.js';
import { ByRule } from '../parts/rule-refusal.js';

export const ATTENDEES = graphql(`
  fragment AttendeesOf on Meeting {
    id
    attendees {
      id
      name
      organisation
      capacity
    }
  }
`);

const RECORD = graphql(
  `
    mutation RecordAttendee($input: RecordAttendeeInput!) {
      result: recordAttendee(input: $input) {
        __typename
        ... on Meeting {
          ...AttendeesOf
        }
        ...Refusal
      }
    }
  `,
  [ATTENDEES, REFUSAL],
);

const REMOVE = graphql(
  `
    mutation RemoveAttendee($input: RemoveAttendeeInput!) {
      result: removeAttendee(input: $input) {
        __typename
        ... on Meeting {
          ...AttendeesOf
        }
        ...Refusal
      }
    }
  `,
  [ATTENDEES, REFUSAL],
);

const CAPACITIES = ['EXPERT', 'OBSERVER', 'SECRETARIAT', 'GUEST'] as const;

/** Who attends a session without a seat: named by its minutes, and public by them alone. */
export function Attendees({
  meeting: { id, attendees, permitted },
}: {
  readonly meeting: ResultOf<typeof ATTENDEES> & { readonly permitted: readonly Permitted[] };
}) {
  const { t } = useTranslation();
  if (answerFor(permitted, 'recordAttendee') === null) return null;
  return (
    <Section title={t('attendees.title')}>
      <Paragraph>
        {t('attendees.text')} <ByRule id="MINUTES" />
      </Paragraph>
      {attendees !== null && attendees.length > 0 && (
        <ul className="items">
          {attendees.map(({ id: attendeeId, name, organisation, capacity }) => (
            <li key={attendeeId} className="stack">
              <span>
                {[name, organisation, t(`attendees.capacity.${capacity}`)].filter(Boolean).join(', ')}
              </span>
              {isAllowed(permitted, 'removeAttendee') && (
                <Act
                  document={REMOVE}
                  variables={{ input: { attendeeId } }}
                  label={t('attendees.remove', { name })}
                  done={t('attendees.removed')}
                  variant="secondary"
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <WhenPermitted permitted={permitted} action="recordAttendee" label={t('attendees.record')}>
        <ActForm
          document={RECORD}
          variables={(typed) => ({
            input: {
              meetingId: id,
              name: typed('name'),
              organisation: typed('organisation') || null,
              capacity: CAPACITIES.find((one) => one === typed('capacity')) ?? 'GUEST',
            },
          })}
          submit={t('attendees.record')}
          done={t('attendees.recorded')}
        >
          <TextInput
            name="name"
            label={t('attendees.name')}
            description={t('attendees.nameHint')}
            required
            maxLength={200}
          />
          <TextInput name="organisation" label={t('attendees.organisation')} maxLength={200} />
          <Pick
            name="capacity"
            label={t('attendees.as')}
            options={CAPACITIES.map((value) => ({ value, label: t(`attendees.capacity.${value}`) }))}
          />
        </ActForm>
      </WhenPermitted>
    </Section>
  );
}
