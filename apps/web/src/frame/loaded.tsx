import { Button, Paragraph } from '@digdir/designsystemet-react';
import type { CombinedError } from '@urql/core';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../parts/problem.js';

interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
  /** Which question it answers: the same words about the same thing have the same key. */
  readonly operation?: { readonly key: number } | undefined;
}

/** What a question was answered last: still there while it is asked for again, and where no answer comes to that. */
export function useKept<Data>({ data, error, operation }: Answer<Data>): Data | undefined {
  const read = useRef<{ readonly key: number | undefined; readonly data: Data } | null>(null);
  if (data !== undefined) read.current = { key: operation?.key, data };
  return (
    data ?? (error !== undefined && read.current?.key === operation?.key ? read.current?.data : undefined)
  );
}

/**
 * What a question to the API gave, once it is there. What was read stays on the page while it is asked for again, and
 * where no answer comes, which is said above it: somebody may be writing in it.
 */
export function Loaded<Data>({
  answer,
  again,
  children,
}: {
  readonly answer: Answer<Data>;
  readonly again: () => void;
  readonly children: (data: Data) => ReactNode;
}) {
  const { t } = useTranslation();
  const { error } = answer;
  const shown = useKept(answer);
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
      {shown !== undefined && children(shown)}
      {shown === undefined && error === undefined && (
        <Paragraph role="status">{t('frame.loading')}</Paragraph>
      )}
    </>
  );
}
