import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { FORUM } from '@hemicycle/kernel';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';

const compress = promisify(brotliCompress);

const FIRST_QUERY = `# Hemicycle
# Ctrl-Entrée envoie la requête ; Ctrl-Espace propose. / Ctrl-Enter sends the query; Ctrl-Space suggests.
{
  organisations(first: 5) {
    nodes { name college }
  }
}
`;

interface Workbench {
  readonly policy: string;
  readonly plain: Buffer;
  readonly small: Buffer;
  readonly tag: string;
}

/**
 * The page is one file of nine megabytes that needs nothing else, not even a network: it is made when it is first
 * asked for.
 */
async function workbench(): Promise<Workbench> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const page: string = renderGraphiQL({
    title: `GraphiQL – ${FORUM.name.en}`,
    endpoint: '/graphql',
    credentials: 'same-origin',
    defaultQuery: FIRST_QUERY,
  });
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

/** Where one tries the API in a browser, signed in as in the other pages. */
@Controller('graphiql')
export class GraphiqlController {
  private made: Promise<Workbench> | undefined;

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { policy, plain, small, tag } = await (this.made ??= workbench());
    response
      .set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache', ETag: tag })
      .vary('Accept-Encoding');
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const compressed = request.acceptsEncodings('br') === 'br';
    if (compressed) response.set('Content-Encoding', 'br');
    response.type('html').send(compressed ? small : plain);
  }
}
