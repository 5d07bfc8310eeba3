import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useLocation } from 'wouter';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql } from '../graphql/graphql.js';
import { MEETINGS } from '../meetings/meetings-page.js';
import { InstantText } from '../parts/day-text.js';
import { ActForm, TextInput } from '../parts/form.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { instantIn, When } from '../parts/when.js';
import { SecretariatOnly } from './secretariat-only.js';
import { ToDo } from './to-do.js';

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

/** Where the secretariat starts. */
export function DeskPage() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: MEETINGS });
  return (
    <SecretariatOnly>
      <Page title={t('desk.title')} lead={<Paragraph>{t('desk.lead')}</Paragraph>}>
        <Section title={t('observance.now')}>
          <ToDo />
        </Section>
        <Section title={t('desk.meetings')}>
          <Loaded answer={answer} again={again}>
            {({ meetings: { nodes } }) => (
              <ul className="items">
                {nodes.map(({ id, number, state, startsAt }) => (
                  <li key={id}>
                    <To href={`/desk/meetings/${id}`}>{t('meeting.plenary', { number })}</To>,{' '}
                    <InstantText at={startsAt} /> <StateTag of="meeting" state={state} />
                  </li>
                ))}
              </ul>
            )}
          </Loaded>
        </Section>
        <Section title={t('desk.plan')}>
          <Plan />
        </Section>
        <Section title={t('desk.calls')}>
          <To href="/desk/calls">{t('desk.calls')}</To>
        </Section>
        <Section title={t('desk.members')}>
          <To href="/desk/members">{t('desk.membersLink')}</To>
        </Section>
        <Section title={t('followUp.title')}>
          <To href="/desk/follow-ups">{t('followUp.left')}</To>
        </Section>
        <Section title={t('charter.procedure')}>
          <To href="/desk/rules">{t('desk.rules.title')}</To>
        </Section>
      </Page>
    </SecretariatOnly>
  );
}

function Plan() {
  const { t } = useTranslation();
  const { forum } = useHere();
  const [, go] = useLocation();
  return (
    <ActForm
      document={PLAN}
      variables={(typed) => ({
        input: {
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
