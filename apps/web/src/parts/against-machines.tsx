import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

/** At the end of a form that anybody sends: a field that only automatic senders find and fill in, and what the device computes, in words. */
export function AgainstMachines() {
  const { t } = useTranslation();
  return (
    <>
      <input name="website" type="text" hidden tabIndex={-1} autoComplete="off" aria-hidden="true" />
      <Paragraph data-size="sm" className="quiet">
        {t('frame.machine')}
      </Paragraph>
    </>
  );
}
