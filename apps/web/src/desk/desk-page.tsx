import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Page, Section } from '../frame/page.js';
import { MEETINGS } from '../meetings/meetings-page.js';
import { Planning } from '../meetings/planning.js';
import { InstantText } from '../parts/day-text.js';
import { Pages } from '../parts/pages.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { SecretariatOnly } from './secretariat-only.js';
import { ToDo } from './to-do.js';

/** Where the secretariat starts. */
export function DeskPage() {
  const { t } = useTranslation();
  return (
    <SecretariatOnly>
      <Page title={t('desk.title')} lead={<Paragraph>{t('desk.lead')}</Paragraph>}>
        <Section title={t('observance.now')}>
          <ToDo />
        </Section>
        <Section title={t('desk.meetings')}>
          <Pages document={MEETINGS} variables={{}} of={({ meetings }) => meetings}>
            {(nodes) => (
              <ul className="items">
                {nodes.map(({ id, number, state, startsAt }) => (
                  <li key={id}>
                    <To href={`/desk/meetings/${id}`}>{t('meeting.plenary', { number })}</To>,{' '}
                    <InstantText at={startsAt} /> <StateTag of="meeting" state={state} />
                  </li>
                ))}
              </ul>
            )}
          </Pages>
        </Section>
        <Section title={t('desk.plan')}>
          <Planning body="PLENARY" />
        </Section>
        <Section title={t('committee.title')}>
          <To href="/committee">{t('committee.meetings')}</To>
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
