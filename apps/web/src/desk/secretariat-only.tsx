import { Link, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../frame/forum.js';
import { Page } from '../frame/page.js';

/** What only the secretariat has a use for, or members too who facilitate or co-chair, acting co-chairs included; the API is what keeps others from doing it. */
export function SecretariatOnly({
  orMembers = false,
  children,
}: {
  readonly orMembers?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { me } = useHere();
  if (me?.roles.includes('SECRETARIAT')) return children;
  if (orMembers && me?.roles.includes('MEMBER')) return children;
  return (
    <Page title={t('desk.title')}>
      <Paragraph>{t('desk.only')}</Paragraph>
      {me === null && <Link href="/sign-in">{t('frame.signIn')}</Link>}
    </Page>
  );
}
