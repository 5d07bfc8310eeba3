import { SetMailPreferences } from '@hemicycle/accounts';
import { UnsubscribeLinks } from '@hemicycle/mail';
import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequestContext } from '../request-context.js';
import { pageLanguage } from './language.js';
import { markup, type Markup, sendPage } from './page.js';
import { IS_DEMONSTRATION } from './sign-in.controller.js';
import { WORDS } from './words.js';

/** Declines letters from their own link, without signing in. It works without scripts. */
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(
    private readonly requests: RequestContext,
    private readonly links: UnsubscribeLinks,
    private readonly preferences: SetMailPreferences,
    @Inject(IS_DEMONSTRATION) private readonly demonstration: boolean,
  ) {}

  /** Declines nothing: mail scanners open every link of a letter, people press the button. */
  @Get()
  ask(@Query('token') token: unknown, @Req() request: Request, @Res() response: Response): void {
    const language = pageLanguage(request);
    if (typeof token !== 'string' || this.links.read(token) === null) return this.unknown(request, response);
    this.page(
      request,
      response,
      200,
      markup`<p>${WORDS.unsubscribe[language]}</p>
        <form method="post" action="/unsubscribe?token=${encodeURIComponent(token)}">
          <button>${WORDS.unsubscribeButton[language]}</button>
        </form>`,
    );
  }

  /** Comes from the page, or from whatever reads the mail, without asking anybody more (RFC 8058): no origin is checked. */
  @Post()
  @HttpCode(200)
  async decline(
    @Query('token') token: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const declined = typeof token === 'string' ? this.links.read(token) : null;
    if (declined === null) return this.unknown(request, response);
    const { act } = await this.requests.of(request);
    await this.preferences.decline(act, declined.personId, declined.topics);
    this.page(request, response, 200, markup`<p>${WORDS.unsubscribed[pageLanguage(request)]}</p>`);
  }

  private unknown(request: Request, response: Response): void {
    this.page(request, response, 404, markup`<p>${WORDS.unsubscribeUnknown[pageLanguage(request)]}</p>`);
  }

  private page(request: Request, response: Response, status: number, body: Markup): void {
    const language = pageLanguage(request);
    const title = WORDS.unsubscribeTitle[language];
    sendPage(response, status, { language, title, body, demonstration: this.demonstration });
  }
}
