import { Button, Paragraph } from '@digdir/designsystemet-react';
import type { CombinedError } from '@urql/core';
import { type ReactNode, useContext, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../parts/problem.js';
import { InPage, Page } from './page.js';

interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
  /** Which question it answers: the same words about the same thing have the same key. */
  readonly operation?: { readonly key: number } | undefined;
}

/** What a question was answered last without an error, and the error of what was answered since. */
type Kept<Data> = Pick<Answer<Data>, 'data' | 'error'>;

/**
 * What a question was answered last: still there while it is asked for again, and where no answer comes to that. An answer with an
 * error is told as one until another comes: what it lacks is not said to be missing, even once the client forgets why it does.
 */
export function useKept<Data>({ data, error, operation }: Answer<Data>): Kept<Data> {
  const read = useRef<{ readonly key: number | undefined; readonly data: Data }>(null);
  const failed = useRef<Answer<Data>>(null);
  if (error !== undefined) failed.current = { data, error, operation };
  else if (data !== undefined && data !== failed.current?.data) {
    read.current = { key: operation?.key, data };
    failed.current = null;
  }
  if (failed.current === null) return { data };
  const isOfIt = read.current?.key === failed.current.operation?.key;
  return { data: isOfIt ? read.current?.data : undefined, error: failed.current.error };
}

/**
 * What a question to the API gave, once it is there. What was read stays on the page while it is asked for again, and
 * where no answer comes, which is said above it: somebody may be writing in it. Where nothing was read, that is the whole page.
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
  const inPage = useContext(InPage);
  const { data: shown, error } = useKept(answer);
  const problem = error !== undefined && (
    <div className="stack">
      <Problem error={error} />
      <Button variant="secondary" onClick={again}>
        {t('frame.again')}
      </Button>
    </div>
  );
  return (
    <>
      {problem !== false && shown === undefined && !inPage ? (
        <Page title={t('frame.broken')}>{problem}</Page>
      ) : (
        problem
      )}
      {shown !== undefined && children(shown)}
      {shown === undefined && error === undefined && (
        <Paragraph role="status">{t('frame.loading')}</Paragraph>
      )}
    </>
  );
}
