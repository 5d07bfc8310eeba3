import { createHash } from 'node:crypto';
import { FORUM, type Language } from '@hemicycle/kernel';
import type { Response } from 'express';

/** HTML that may be put into a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

/** A text as HTML says it. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** HTML with values in it: texts are escaped, {@link Markup} is not. Its name is not `html`, since formatters lay that out anew. */
export function markup(
  parts: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup {
  const written = values.map((value) =>
    typeof value === 'string'
      ? escaped(value)
      : value instanceof Markup
        ? value.text
        : value.map(({ text }) => text).join(''),
  );
  return new Markup(parts.reduce((before, part, index) => `${before}${written[index - 1] ?? ''}${part}`));
}

const STYLE = `
:root { color-scheme: light; font-family: system-ui, sans-serif; line-height: 1.5; color: #161616; background: #fff; }
body { margin: 0 auto; max-width: 40rem; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.125rem; margin-bottom: 0; }
.demonstration { border-left: .25rem solid #b34000; background: #fff4ee; padding: .5rem .75rem; }
label { display: block; font-weight: 600; }
input { box-sizing: border-box; width: 100%; font: inherit; padding: .5rem; border: 1px solid #555; border-radius: .25rem; }
button { font: inherit; font-weight: 600; margin-top: 1rem; padding: .625rem 1.25rem; min-height: 2.75rem; border: 0; border-radius: .25rem; color: #fff; background: #1b3a8a; cursor: pointer; }
button:hover { background: #122a68; }
a { color: #1b3a8a; }
:focus-visible { outline: 3px solid #b34000; outline-offset: 2px; }
pre { white-space: pre-wrap; font: inherit; border: 1px solid #ccc; padding: .75rem; }
footer { margin-top: 3rem; border-top: 1px solid #ccc; padding-top: .5rem; font-size: .875rem; color: #3a3a3a; }
`;

/** Nothing runs, nothing is loaded, nobody frames the page, and its forms lead back here. */
const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
].join('; ');

export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly body: Markup;
  readonly demonstration: boolean;
}

/** Answers with a page that works without scripts. */
export function sendPage(response: Response, status: number, page: Page): void {
  const { language, title, body, demonstration } = page;
  const banner = markup`<p class="demonstration" role="note">${FORUM.demonstration[language]}</p>`;
  const { text } = markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${FORUM.name[language]}</title>
        <style>${new Markup(STYLE)}</style>
      </head>
      <body>
        <header>
          <p><strong>${FORUM.name[language]}</strong></p>
          ${demonstration ? banner : ''}
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>
          <p>${FORUM.host[language]}<br />${FORUM.partnership[language]}</p>
        </footer>
      </body>
    </html>
`;
  response
    .status(status)
    .set({
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      // The address of the page may hold a token. Not `no-referrer`: browsers would then hide where a form comes from.
      'Referrer-Policy': 'same-origin',
      'Content-Language': language,
    })
    .vary('Accept-Language')
    .type('html')
    .send(text);
}
