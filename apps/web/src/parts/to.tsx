import { Link } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'wouter';

/** A link to another page of the application. */
export function To({
  href,
  label,
  children,
}: {
  readonly href: string;
  /** Its whole name, where what is shown is the same for several; it begins with what is shown. */
  readonly label?: string;
  readonly children: ReactNode;
}) {
  return (
    <Link asChild>
      <RouterLink href={href} aria-label={label}>
        {children}
      </RouterLink>
    </Link>
  );
}
