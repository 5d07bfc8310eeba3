import { Heading } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useRef } from 'react';

/** A step that follows another takes the focus, so that it is read. */
export function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="stack">
      <Heading level={2} data-size="sm" ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
