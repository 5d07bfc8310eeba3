import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useParams } from 'wouter';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useFresh } from '../parts/fresh.js';
import { To } from '../parts/to.js';
import { CEREMONY, CeremonyShown } from './ceremony.js';
import { type Ceremony, Memory } from './memory.js';
import { Opening } from './opening.js';
import { TrusteeStep } from './trustee-step.js';

const TRUSTEE = graphql(
  `
    query TrusteePage($id: ID!) {
      trusteeWork(meetingId: $id) {
        keyCeremonyId
        number
        size
        threshold
        group
        dueStep
        certificates
        shareInput
        output
      }
      meeting(id: $id) {
        id
        number
        keyCeremony {
          ...CeremonyShown
        }
        elections {
          id
          state
        }
      }
    }
  `,
  [CEREMONY],
);
type Answer = ResultOf<typeof TRUSTEE>;
export type Work = NonNullable<Answer['trusteeWork']>;

/** What a trustee of a meeting does, on her own device: her share of the key, and after closing her part of the opening. */
export function TrusteePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: TRUSTEE, variables: { id } });
  useFresh(id, again, true);
  return (
    <Loaded answer={answer} again={again}>
      {({ meeting, trusteeWork }) =>
        meeting === null ? (
          <NotFound />
        ) : (
          <Page
            title={t('sealed.trustee.title', {
              meeting: t('meeting.plenary', { number: meeting.number }),
            })}
            lead={
              <>
                <Paragraph>{t('sealed.trustee.lead')}</Paragraph>
                <To href={`/meetings/${id}`}>{t('sealed.trustee.back')}</To>
              </>
            }
          >
            <Key meeting={meeting} work={trusteeWork} />
          </Page>
        )
      }
    </Loaded>
  );
}

function Key({
  meeting,
  work,
}: {
  readonly meeting: NonNullable<Answer['meeting']>;
  readonly work: Work | null;
}) {
  const { t } = useTranslation();
  const { keyCeremony } = meeting;
  if (keyCeremony === null) return <Paragraph>{t('sealed.trustee.none')}</Paragraph>;
  const ceremony = { meetingId: meeting.id, number: keyCeremony.number, index: work?.number ?? 0 };
  return (
    <>
      {work === null && <Paragraph>{t('sealed.trustee.notYours')}</Paragraph>}
      {work !== null && work.dueStep !== null && (
        // Another step is another form: nothing of the one before stays in it.
        <TrusteeStep key={work.dueStep} step={work.dueStep} ceremony={ceremony} work={work} />
      )}
      {work !== null && work.dueStep === null && keyCeremony.completedAt === null && (
        <Paragraph>{t('sealed.trustee.wait')}</Paragraph>
      )}
      {work !== null && work.output !== null && keyCeremony.completedAt !== null && (
        <Section title={t('sealed.trustee.openings')}>
          <Openings elections={meeting.elections} ceremony={ceremony} work={work} />
        </Section>
      )}
      <Section title={t('sealed.trustee.ceremony')}>
        <CeremonyShown ceremony={keyCeremony} certificates={work?.certificates ?? []} />
      </Section>
      {work !== null && keyCeremony.completedAt !== null && <Forgetting ceremony={ceremony} />}
    </>
  );
}

function Openings({
  elections,
  ceremony,
  work,
}: {
  readonly elections: NonNullable<Answer['meeting']>['elections'];
  readonly ceremony: Ceremony;
  readonly work: Work;
}) {
  const { t } = useTranslation();
  const closed = elections.filter(({ state }) => state === 'CLOSED');
  return (
    <>
      <Paragraph>{t('sealed.trustee.openingText')}</Paragraph>
      {closed.length === 0 && <Paragraph>{t('sealed.trustee.nothingToOpen')}</Paragraph>}
      {closed.map(({ id }) => (
        <Opening key={id} electionId={id} ceremony={ceremony} work={work} />
      ))}
    </>
  );
}

/** What is no longer needed is better gone. */
function Forgetting({ ceremony }: { readonly ceremony: Ceremony }) {
  const { t } = useTranslation();
  const [memory] = useState(() => Memory.ofThisDevice());
  const [forgotten, setForgotten] = useState(false);
  const kept = memory.seedOf(ceremony) !== null;
  if (!kept && !forgotten) return null;
  return (
    <div className="stack">
      <Paragraph data-size="sm">{t('sealed.trustee.afterwards')}</Paragraph>
      {kept && (
        <Button
          variant="tertiary"
          onClick={() => {
            memory.forgetSeed(ceremony);
            setForgotten(true);
          }}
        >
          {t('sealed.trustee.forget')}
        </Button>
      )}
      <div role="status">{forgotten && <Paragraph>{t('sealed.trustee.forgotten')}</Paragraph>}</div>
    </div>
  );
}
