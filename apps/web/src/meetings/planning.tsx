import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useHere } from '../frame/forum.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { ActForm, TextInput } from '../parts/form.js';
import { instantIn, When } from '../parts/when.js';

const PLAN = graphql(
  `
    mutation PlanMeeting($input: PlanMeetingInput!) {
      result: planMeeting(input: $input) {
        __typename
        ... on Meeting {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** Plans a meeting, then leads to the desk where it is prepared. @param groupId the working group; null: another body’s */
export function Planning({
  body,
  groupId = null,
}: {
  readonly body: 'PLENARY' | 'MANAGEMENT_COMMITTEE' | 'WORKING_GROUP';
  readonly groupId?: string | null;
}) {
  const { t } = useTranslation();
  const { forum } = useHere();
  const [, go] = useLocation();
  return (
    <ActForm
      document={PLAN}
      variables={(typed) => ({
        input: {
          body,
          groupId,
          startsAt: instantIn(typed, forum.timeZone),
          place: typed('place') || null,
          onlineLink: typed('onlineLink') || null,
        },
      })}
      submit={t('desk.planIt')}
      done={t('desk.planned')}
      onDone={(meeting) => {
        if (meeting.__typename === 'Meeting') go(`/desk/meetings/${meeting.id}`);
      }}
    >
      <When label={t('desk.day')} time="14:00" />
      <TextInput name="place" label={t('desk.place')} description={t('desk.placeHint')} maxLength={200} />
      <TextInput
        name="onlineLink"
        type="url"
        label={t('desk.link')}
        description={t('desk.linkHint')}
        maxLength={500}
      />
    </ActForm>
  );
}
