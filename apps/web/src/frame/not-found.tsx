import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { To } from '../parts/to.js';
import { Page } from './page.js';

/** There is nothing at this address. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Paragraph>{t('notFound.text')}</Paragraph>
      <To href="/">{t('notFound.home')}</To>
    </Page>
  );
}
