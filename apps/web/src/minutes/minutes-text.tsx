import { Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import Markdown from 'react-markdown';

type Level = 2 | 3 | 4 | 5;

/** How large the headings of a text are, below those of the page. */
const SIZES: Readonly<Record<Level, 'sm' | 'xs' | '2xs'>> = { 2: 'sm', 3: 'xs', 4: '2xs', 5: '2xs' };

/**
 * The Markdown of minutes as a part of a page. What it says is written by people: no HTML of theirs is shown, and the API
 * takes none.
 *
 * @param below the level of the first headings of this text in the page: 2 for a whole record, whose title is the page’s.
 */
export function MinutesText({
  markdown,
  language,
  below = 2,
}: {
  readonly markdown: string;
  readonly language: 'FR' | 'EN';
  readonly below?: 2 | 3;
}) {
  const shift = below - 2;
  const at = (level: number) => {
    const own = Math.min(level + shift, 5) as Level;
    return ({ children }: { readonly children?: ReactNode }) => (
      <Heading level={own} data-size={SIZES[own]}>
        {children}
      </Heading>
    );
  };
  return (
    <div className="stack minutes" lang={language.toLowerCase()}>
      <Markdown
        skipHtml
        components={{
          h1: () => null,
          h2: at(2),
          h3: at(3),
          h4: at(4),
          p: ({ children }) => <Paragraph>{children}</Paragraph>,
          a: ({ href, children }) => <Link href={href ?? ''}>{children}</Link>,
        }}
      >
        {markdown}
      </Markdown>
    </div>
  );
}
