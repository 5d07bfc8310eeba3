import { Details } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

/** What is rare, or cannot be undone, is not in the way of what is done every day. */
export function Rare({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Details>
      <Details.Summary>{label}</Details.Summary>
      <Details.Content>{children}</Details.Content>
    </Details>
  );
}
