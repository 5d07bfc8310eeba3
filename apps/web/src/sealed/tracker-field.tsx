import { Button, Textfield } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** SHA-256 in base 64, without padding. */
const TRACKER = /^[A-Za-z0-9+/]{43}$/;

/** Asks for a tracker and gives it once it has the form of one. */
export function TrackerField({ onTracker }: { readonly onTracker: (tracker: string) => void }) {
  const { t } = useTranslation();
  const [mistaken, setMistaken] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  function look(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('tracker');
    const tracker = typeof typed === 'string' ? typed.replaceAll(/\s/g, '') : '';
    setMistaken(!TRACKER.test(tracker));
    if (TRACKER.test(tracker)) onTracker(tracker);
    else field.current?.focus();
  }

  return (
    <form className="stack" noValidate onSubmit={look}>
      <Textfield
        ref={field}
        name="tracker"
        label={t('sealed.tracker.label')}
        autoComplete="off"
        spellCheck={false}
        error={mistaken ? t('sealed.tracker.missing') : undefined}
      />
      <Button type="submit" variant="secondary">
        {t('sealed.tracker.check')}
      </Button>
    </form>
  );
}
