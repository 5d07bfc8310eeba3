import { Heading } from '@digdir/designsystemet-react';
import { createContext, type ReactNode, useEffect, useRef } from 'react';
import { useHere } from './forum.js';

/** Whether a page was shown before: the first one leaves the focus where browsers put it. */
let arrived = false;

/** Whether what is drawn stands in a page: it has its heading then. */
export const InPage = createContext(false);

/**
 * A page: its title is the document's and its only first heading. After a change of page the focus goes to it, or to
 * what the address points at, so that screen readers and keyboards start there.
 */
export function Page({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  const { forum } = useHere();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${forum.name}`;
  }, [title, forum.name]);
  useEffect(() => {
    const target =
      location.hash === '' ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target !== null) {
      target.tabIndex = -1;
      target.focus();
      target.scrollIntoView();
    } else if (arrived) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    arrived = true;
  }, []);
  return (
    <InPage value={true}>
      <div className="stack" data-gap="lg">
        <div className="stack">
          <Heading level={1} data-size="lg" ref={heading} tabIndex={-1}>
            {title}
          </Heading>
          {lead}
        </div>
        {children}
      </div>
    </InPage>
  );
}

/** A part of a page under its own heading. */
export function Section({
  title,
  id,
  level = 2,
  children,
}: {
  readonly title: string;
  readonly id?: string;
  readonly level?: 2 | 3 | 4;
  readonly children: ReactNode;
}) {
  return (
    <section className="stack" id={id}>
      <Heading level={level} data-size={level === 2 ? 'sm' : level === 3 ? 'xs' : '2xs'}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
