import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import type { CombinedError } from '@urql/core';
import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInAgain } from './sign-in-again.js';

/** The code of the API's first error, null when the answer never came. */
export const codeOf = ({ graphQLErrors }: CombinedError): unknown =>
  graphQLErrors[0]?.extensions['code'] ?? null;

/** What went wrong, in words: a lost network, a session that ended, or what the API says. */
export function Problem({
  error,
  ref,
}: {
  readonly error: CombinedError;
  readonly ref?: Ref<HTMLDivElement>;
}) {
  const { t } = useTranslation();
  const id = useId();
  const code = codeOf(error);
  const said = error.graphQLErrors[0]?.message;
  return (
    <Alert data-color="danger" role="alert" aria-labelledby={id} ref={ref} tabIndex={-1}>
      <Paragraph id={id}>
        {code === 'UNAUTHENTICATED' ? t('problem.signedOut') : (said ?? t('problem.network'))}
      </Paragraph>
      {code === 'UNAUTHENTICATED' && (
        <>
          <SignInAgain />
          <Paragraph>
            <Button variant="tertiary" onClick={() => location.reload()}>
              {t('problem.readOn')}
            </Button>
          </Paragraph>
        </>
      )}
    </Alert>
  );
}
