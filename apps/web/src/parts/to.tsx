import { Link } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'wouter';

/** A link to another page of the application. */
export function To({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link asChild>
      <RouterLink href={href}>{children}</RouterLink>
    </Link>
  );
}
