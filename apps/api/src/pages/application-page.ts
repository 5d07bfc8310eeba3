import { NEWS, NEWS_TITLES } from '@hemicycle/feeds';
import { FORUM } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Bundle, readBundle } from './bundle.js';
import { pageLanguage } from './language.js';
import { escaped } from './page.js';
import { IS_DEMONSTRATION } from './sign-in.controller.js';
import { WORDS } from './words.js';

/** Its own files and the API, nothing else; whatever could run a text as a script is refused. */
const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  // The design system draws its icons from addresses that hold them.
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
  // By this name the pages start the one thread that seals and verifies ballots beside them: no other address passes.
  `trusted-types sealed-ballot`,
].join('; ');

/** The one page in which the application runs, whatever the address. */
@Injectable()
export class ApplicationPage {
  private bundle: Promise<Bundle> | undefined;

  constructor(@Inject(IS_DEMONSTRATION) private readonly demonstration: boolean) {}

  /** What was built, read when it is first asked for. @throws Error when nothing was. */
  built(): Promise<Bundle> {
    return (this.bundle ??= readBundle().catch((failure: unknown) => {
      this.bundle = undefined;
      throw failure;
    }));
  }

  /** Answers with the page, in the reader’s language as far as it speaks without scripts. */
  async show(status: number, request: Request, response: Response): Promise<void> {
    const { page } = await this.built();
    const language = pageLanguage(request);
    const known: Readonly<Record<string, string>> = {
      language,
      name: FORUM.name[language],
      host: FORUM.host[language],
      partnership: FORUM.partnership[language],
      notice: this.demonstration ? FORUM.demonstration[language] : '',
      withoutScripts: WORDS.withoutScripts[language],
      ...Object.fromEntries(NEWS.map((about) => [about, NEWS_TITLES[about][language]])),
    };
    response
      .status(status)
      .set({
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'Cache-Control': 'no-cache',
        'Content-Language': language,
        // Forms must be able to say that they come from here.
        'Referrer-Policy': 'same-origin',
      })
      .vary('Accept-Language')
      .vary('Cookie')
      .type('html')
      .send(page.replace(/\{\{(\w+)\}\}/g, (_, name: string) => escaped(known[name] ?? '')));
  }
}
