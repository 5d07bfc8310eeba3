import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { FORUM, type Language, type Text } from '@hemicycle/kernel';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { pageLanguage } from './language.js';
import { type Markup, markup } from './page.js';
import { IS_DEMONSTRATION } from './sign-in.controller.js';

const compress = promisify(brotliCompress);

const FIRST_QUERY: Text = {
  fr: `# Ctrl-Entrée envoie la requête ; Ctrl-Espace propose.
{
  organisations(first: 5) {
    nodes { name college }
  }
}
`,
  en: `# Ctrl-Enter sends the query; Ctrl-Space suggests.
{
  organisations(first: 5) {
    nodes { name college }
  }
}
`,
};

interface Workbench {
  readonly policy: string;
  readonly plain: Buffer;
  readonly small: Buffer;
  readonly tag: string;
}

/**
 * The page is one file of nine megabytes that needs nothing else, not even a network: it is made when it is first
 * asked for in a language.
 */
async function workbench(language: Language, demonstration: boolean): Promise<Workbench> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const rendered: string = renderGraphiQL({
    title: `GraphiQL – ${FORUM.name[language]}`,
    endpoint: '/graphql',
    credentials: 'same-origin',
    defaultQuery: FIRST_QUERY[language],
  });
  const page = rendered
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace('<div id="root"></div>', () => frame(language, demonstration).text);
  const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
  const sha = (text: string): string => createHash('sha256').update(text).digest('base64');
  const plain = Buffer.from(page);
  return {
    // Its own script and the workers that it makes; its editor writes styles as it goes.
    policy: [
      `default-src 'none'`,
      `script-src 'sha256-${sha(script)}'`,
      `worker-src blob:`,
      `style-src 'unsafe-inline'`,
      `img-src data:`,
      `font-src data:`,
      `connect-src 'self'`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `frame-ancestors 'none'`,
    ].join('; '),
    plain,
    small: await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    tag: `"${sha(page)}"`,
  };
}

/** What every page says of the forum (charter C3-HOST), above the workbench. */
function frame(language: Language, demonstration: boolean): Markup {
  const said = [FORUM.host, FORUM.partnership, ...(demonstration ? [FORUM.demonstration] : [])];
  return markup`<div style="display: flex; flex-direction: column; height: 100vh">
        <p style="margin: 0; padding: 0.5rem 1rem; font: 0.875rem/1.4 system-ui, sans-serif">
          <a href="/">${FORUM.name[language]}</a> · ${said.map((text) => text[language]).join(' · ')}
        </p>
        <style>
          /* Where the workbench asks for the whole window. */
          #root { flex: 1; min-height: 0; }
          #root .graphiql-container { height: 100%; }
        </style>
        <div id="root"></div>
      </div>`;
}

/** Where one tries the API in a browser, signed in as in the other pages. */
@Controller('graphiql')
export class GraphiqlController {
  private readonly made = new Map<Language, Promise<Workbench>>();

  constructor(@Inject(IS_DEMONSTRATION) private readonly demonstration: boolean) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = pageLanguage(request);
    const making = this.made.get(language) ?? workbench(language, this.demonstration);
    this.made.set(language, making);
    const { policy, plain, small, tag } = await making;
    response
      .set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache', ETag: tag })
      .set('Content-Language', language)
      .vary('Accept-Encoding, Accept-Language, Cookie');
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const compressed = request.acceptsEncodings('br') === 'br';
    if (compressed) response.set('Content-Encoding', 'br');
    response.type('html').send(compressed ? small : plain);
  }
}
