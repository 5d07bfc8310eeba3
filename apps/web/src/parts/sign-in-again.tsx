import { Link } from '@digdir/designsystemet-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { UseQueryExecute } from 'urql';

/**
 * Leads to the sign-in without leaving the page.
 *
 * @param again asks what the page asked before, once its reader is back; nothing: the page is as it was
 */
export function SignInAgain({ again }: { readonly again?: UseQueryExecute }) {
  const { t } = useTranslation();
  useEffect(() => {
    if (again === undefined) return;
    const back = (): void => again({ requestPolicy: 'network-only' });
    addEventListener('focus', back);
    return () => removeEventListener('focus', back);
  }, [again]);
  return (
    <Link href="/sign-in" target="_blank">
      {t('problem.signInAgain')}
    </Link>
  );
}
