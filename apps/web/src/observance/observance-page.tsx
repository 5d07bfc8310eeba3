import { type Day, isDay } from '@hemicycle/kernel';
import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useSearchParams } from 'wouter';
import { Loaded } from '../frame/loaded.js';
import { Page, Section } from '../frame/page.js';
import { DayText } from '../parts/day-text.js';
import { To } from '../parts/to.js';
import { OBSERVANCE, type Obligation, Obligations } from './obligations.js';

/** The calendar of what the charter makes due, today or on the day that the address asks for (`?on=`): what waits, and what the year saw done. */
export function ObservancePage() {
  const { t } = useTranslation();
  const [search, go] = useSearchParams();
  const said = search.get('on');
  const asked = said !== null && isDay(said) ? said : null;
  const [answer, again] = useQuery({
    query: OBSERVANCE,
    variables: { on: asked },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Page title={t('observance.title')} lead={<Paragraph>{t('observance.lead')}</Paragraph>}>
      <OnADay asked={asked} onDay={(on) => go({ on })} />
      <Loaded answer={answer} again={() => again()}>
        {({ observance: { on, plenariesHeld, obligations } }) => {
          const waiting = obligations.filter(({ doneOn }) => doneOn === null);
          const done = obligations.filter(({ doneOn }) => doneOn !== null);
          const year = on.slice(0, 4);
          return (
            <>
              <Paragraph role="status">
                {t('observance.on')} <DayText day={on} />
                {asked !== null && (
                  <>
                    {' · '}
                    <To href="/observance">{t('observance.today')}</To>
                  </>
                )}
              </Paragraph>
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

/** Another day to see the calendar on. */
function OnADay({ asked, onDay }: { readonly asked: Day | null; readonly onDay: (on: Day) => void }) {
  const { t } = useTranslation();
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const on = new FormData(event.currentTarget).get('on');
    if (typeof on === 'string' && isDay(on)) onDay(on);
  };
  return (
    <form role="search" className="row" onSubmit={show}>
      <Textfield
        // What the address says is what the field says, whichever way the reader came.
        key={asked}
        name="on"
        type="date"
        label={t('observance.day')}
        description={t('observance.dayHint')}
        required
        defaultValue={asked ?? undefined}
      />
      <Button type="submit" variant="secondary">
        {t('observance.see')}
      </Button>
    </form>
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
