import { Button, Paragraph } from '@digdir/designsystemet-react';
import type { CombinedError } from '@urql/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../parts/problem.js';

interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
}

/**
 * What a question to the API gave, once it is there. What was read stays on the page while it is asked for again; a
 * lost network is said above it.
 */
export function Loaded<Data>({
  answer: { data, error },
  again,
  children,
}: {
  readonly answer: Answer<Data>;
  readonly again: () => void;
  readonly children: (data: Data) => ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      {error !== undefined && (
        <div className="stack">
          <Problem error={error} />
          <Button variant="secondary" onClick={again}>
            {t('frame.again')}
          </Button>
        </div>
      )}
      {data !== undefined && children(data)}
      {data === undefined && error === undefined && <Paragraph role="status">{t('frame.loading')}</Paragraph>}
    </>
  );
}
