import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { OBSERVANCE, type Obligation, Obligations } from './obligations.js';

/** The calendar of what the charter makes due: what waits, and what the year saw done. */
export function ObservancePage() {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: OBSERVANCE, requestPolicy: 'cache-and-network' });
  return (
    <Page title={t('observance.title')} lead={<Paragraph>{t('observance.lead')}</Paragraph>}>
      <Loaded answer={answer} again={() => again()}>
        {({ observance: { on, plenariesHeld, obligations } }) => {
          const waiting = obligations.filter(({ doneOn }) => doneOn === null);
          const done = obligations.filter(({ doneOn }) => doneOn !== null);
          const year = on.slice(0, 4);
          return (
            <>
              <Paragraph>{t('observance.met', { count: plenariesHeld, year })}</Paragraph>
              <Section title={t('observance.waiting')}>
                <Listed
                  caption={t('observance.waitingCaption')}
                  obligations={waiting}
                  none={t('observance.nothing')}
                />
              </Section>
              <Section title={t('observance.doneIn', { year })}>
                <Listed
                  caption={t('observance.doneCaption', { year })}
                  obligations={done}
                  none={t('observance.nothingDone')}
                />
              </Section>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Listed({
  caption,
  obligations,
  none,
}: {
  readonly caption: string;
  readonly obligations: readonly Obligation[];
  readonly none: string;
}) {
  if (obligations.length === 0) return <Paragraph>{none}</Paragraph>;
  return <Obligations caption={caption} obligations={obligations} meetings="/meetings" />;
}
