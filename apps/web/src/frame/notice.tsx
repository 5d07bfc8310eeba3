import { Alert } from '@digdir/designsystemet-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';

const TellContext = createContext<(said: string) => void>(() => undefined);

/** Tells what an act did, to eyes and to screen readers, until the next page. */
export const useTell = (): ((said: string) => void) => useContext(TellContext);

/** What was done last stands above the page: the button that did it may be gone by then, and the focus with it. */
export function NoticeArea({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<{ said: string } | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const [address] = useLocation();
  useEffect(() => setNotice(null), [address]);
  useEffect(() => {
    if (notice !== null) place.current?.focus();
  }, [notice]);
  const tell = useCallback((said: string) => setNotice({ said }), []);
  return (
    <TellContext value={tell}>
      <div role="status">
        {notice !== null && (
          <Alert data-color="success" ref={place} tabIndex={-1}>
            {notice.said}
          </Alert>
        )}
      </div>
      {children}
    </TellContext>
  );
}
