import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { DECISION, Shown } from '../meetings/decisions.js';
import { DayText } from '../parts/day-text.js';
import { MEETING_NAMED, useMeetingName } from '../parts/meeting-name.js';
import { Fact, Facts } from '../parts/facts.js';
import { To } from '../parts/to.js';
import { FollowUps, RecordingFollowUp } from './follow-ups.js';

const LINKS = graphql(
  `
    query DecisionLinks($id: ID!) {
      decision(id: $id) {
        id
        takenOn
        position
        itemId
        meeting {
          id
          ...MeetingNamed
          minutes {
            id
            state
          }
        }
        edition {
          number
        }
        workingGroup {
          id
          theme
        }
        mandate {
          holder {
            id
            person {
              name
            }
          }
        }
      }
    }
  `,
  [MEETING_NAMED],
);

/** One decision: what was decided, how, where it comes from, what it changed and what follows. */
export function DecisionPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: DECISION, variables: { id } });
  return (
    <Loaded answer={answer} again={again}>
      {({ decision }) =>
        decision === null ? (
          <NotFound />
        ) : (
          <Page title={decision.title}>
            <Shown decision={decision} seats={[]} />
            <Links id={id} />
            <Section title={t('followUp.ofOne')}>
              <FollowUps decisionId={id} />
              <RecordingFollowUp decisionId={id} permitted={decision.permitted} />
            </Section>
          </Page>
        )
      }
    </Loaded>
  );
}

function Links({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const named = useMeetingName();
  const [answer, again] = useQuery({ query: LINKS, variables: { id } });
  return (
    <Loaded answer={answer} again={again}>
      {({ decision }) =>
        decision === null ? (
          <Paragraph>{t('decisions.none')}</Paragraph>
        ) : (
          <Facts>
            <Fact name={t('decisions.takenOn')}>
              {decision.takenOn === null ? null : <DayText day={decision.takenOn} />}
            </Fact>
            <Fact name={t('decision.meeting')}>
              <To href={`/meetings/${decision.meeting.id}`}>{named(decision.meeting)}</To>,{' '}
              {t('decision.item', { position: decision.position })}
            </Fact>
            <Fact name={t('minutes.section')}>
              {decision.meeting.minutes?.state !== 'PUBLISHED' ? null : (
                <To href={`/minutes/${decision.meeting.minutes.id}/items/${decision.itemId}`}>
                  {t('minutes.extract.read')}
                </To>
              )}
            </Fact>
            <Fact name={t('decision.edition')}>
              {decision.edition === null ? null : (
                <To href="/charter#rules-of-procedure">
                  {t('decision.editionNumber', { number: decision.edition.number })}
                </To>
              )}
            </Fact>
            <Fact name={t('groups.ofDecision')}>
              {decision.workingGroup === null ? null : (
                <To href={`/groups/${decision.workingGroup.id}`}>{decision.workingGroup.theme}</To>
              )}
            </Fact>
            <Fact name={t('decision.mandate')}>
              {decision.mandate === null ? null : (
                <To href={`/members/${decision.mandate.holder.id}`}>{decision.mandate.holder.person.name}</To>
              )}
            </Fact>
          </Facts>
        )
      }
    </Loaded>
  );
}
