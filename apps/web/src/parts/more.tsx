import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The rest of a long list: a button, then what follows in its place, where the reader is taken. Nothing: it ends here. */
export function More({
  page: { hasNextPage, endCursor },
  label,
  children,
}: {
  readonly page: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** What follows, in words; by default that more does. */
  readonly label?: string;
  /** What follows the cursor. */
  readonly children: (after: string | null) => ReactNode;
}) {
  const { t } = useTranslation();
  const rest = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (asked) rest.current?.focus();
  }, [asked]);
  if (!hasNextPage) return null;
  const named = label ?? t('frame.more');
  return asked ? (
    <div className="stack" ref={rest} tabIndex={-1} role="group" aria-label={named}>
      {children(endCursor)}
    </div>
  ) : (
    <Button variant="secondary" onClick={() => setAsked(true)}>
      {named}
    </Button>
  );
}
