import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { TRACKER } from './acts.js';
import { Code } from './code.js';
import { lastOfRounds, Memory } from './memory.js';
import { TrackerField } from './tracker-field.js';

/** Whether ballots are in the box: those cast from this device, and any whose tracker is typed. */
export function TrackerCheck({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <Section title={t('sealed.tracker.title')}>
      <Paragraph>{t('sealed.tracker.text')}</Paragraph>
      <MyBallots electionId={electionId} />
      <TrackerField onTracker={setAsked} />
      {asked !== null && (
        <div role="status">
          <Status electionId={electionId} tracker={asked} />
        </div>
      )}
    </Section>
  );
}

function MyBallots({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation();
  const { me } = useHere();
  const [memory] = useState(() => Memory.ofThisDevice());
  const [forgotten, setForgotten] = useState(false);
  if (me === null || forgotten) return null;
  const ballots = memory.ballotsOf(me.person.id, electionId);
  if (ballots.length === 0) return null;
  const last = lastOfRounds(ballots);
  return (
    <Section title={t('sealed.tracker.mine')} level={3}>
      <ul className="items">
        {ballots.map((ballot) => (
          <li key={ballot.tracker}>
            <Status
              electionId={electionId}
              tracker={ballot.tracker}
              // Each of the others was replaced from here, by the one after it.
              replacedElsewhere={last.includes(ballot) ? t('sealed.tracker.replacedElsewhere') : null}
            />
          </li>
        ))}
      </ul>
      <Button
        variant="tertiary"
        onClick={() => {
          memory.forgetBallots(me.person.id, electionId);
          setForgotten(true);
        }}
      >
        {t('sealed.tracker.forget')}
      </Button>
    </Section>
  );
}

function Status({
  electionId,
  tracker,
  replacedElsewhere = null,
}: {
  readonly electionId: string;
  readonly tracker: string;
  /** What its voter is told if it was replaced; null: nothing more than that. */
  readonly replacedElsewhere?: string | null;
}) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: TRACKER, variables: { electionId, tracker } });
  return (
    <Loaded answer={answer} again={again}>
      {({ tracker: { state, round } }) => (
        <>
          <Code>{tracker}</Code>
          {t('colon')}
          {t(`sealed.tracker.state.${state}`, { round: round ?? 0 })}
          {state === 'REPLACED' && replacedElsewhere !== null && (
            <Alert data-color="warning">{replacedElsewhere}</Alert>
          )}
        </>
      )}
    </Loaded>
  );
}
