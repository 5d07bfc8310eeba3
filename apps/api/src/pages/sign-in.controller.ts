import { LinkNotValid, type OpenedSession, RequestSignInLink } from '@hemicycle/accounts';
import { ApiError } from '@hemicycle/graphql';
import type { Language } from '@hemicycle/kernel';
import { type CanActivate, Controller, type ExecutionContext, Get, Inject, Injectable } from '@nestjs/common';
import { Post, Req, Res, UseGuards } from '@nestjs/common';
import { isEmail } from 'class-validator';
import type { Request, Response } from 'express';
import { RequestContext } from '../request-context.js';
import { SessionCookie } from '../session-cookie.js';
import { pageLanguage } from './language.js';
import { markup, type Markup, sendPage } from './page.js';
import { SignInLinkGuard } from './sign-in-link.strategy.js';
import { WORDS } from './words.js';

/** Injection token: whether what the forum says is invented. */
export const IS_DEMONSTRATION = Symbol('whether the forum is a demonstration');

/** Stops a form of another site before it signs anybody in: the victim would act, unknowingly, as somebody else. */
@Injectable()
export class OurPagesOnly implements CanActivate {
  constructor(
    private readonly cookie: SessionCookie,
    @Inject(IS_DEMONSTRATION) private readonly demonstration: boolean,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (this.cookie.isSentByOurPages(request)) return true;
    const language = pageLanguage(request);
    sendPage(context.switchToHttp().getResponse<Response>(), 403, {
      language,
      title: WORDS.refusedTitle[language],
      body: markup`<p>${WORDS.elsewhere[language]}</p>`,
      demonstration: this.demonstration,
    });
    return false;
  }
}

/** The pages of sign-in. They work without scripts. */
@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly requests: RequestContext,
    private readonly request: RequestSignInLink,
    private readonly cookie: SessionCookie,
    @Inject(IS_DEMONSTRATION) private readonly demonstration: boolean,
  ) {}

  /** Uses nothing up: mail scanners open every link of a letter, people press the button. */
  @Get()
  confirm(@Req() request: Request, @Res() response: Response): void {
    const language = pageLanguage(request);
    const { token } = request.query;
    const body =
      typeof token === 'string'
        ? markup`<p>${WORDS.confirm[language]}</p>
            <form method="post" action="/sign-in">
              <input type="hidden" name="token" value="${token}" />
              <button>${WORDS.enter[language]}</button>
            </form>`
        : askingForm(language);
    this.page(response, 200, language, WORDS.title[language], body);
  }

  @Post()
  @UseGuards(OurPagesOnly, SignInLinkGuard)
  enter(@Req() request: Request & { user: OpenedSession | null }, @Res() response: Response): void {
    if (request.user !== null) {
      this.cookie.give(response, request.user);
      response.redirect(303, '/');
      return;
    }
    const language = pageLanguage(request);
    const body = markup`<p>${new LinkNotValid().text[language]}</p>
      ${askingForm(language)}`;
    this.page(response, 401, language, WORDS.notValidTitle[language], body);
  }

  @Post('link')
  @UseGuards(OurPagesOnly)
  async ask(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = pageLanguage(request);
    const { email } = (request.body ?? {}) as { email?: unknown };
    const address = typeof email === 'string' ? email.trim() : '';
    if (!isEmail(address) || address.length > 254) {
      return this.page(
        response,
        400,
        language,
        WORDS.title[language],
        askingForm(language, WORDS.badAddress[language]),
      );
    }
    const { act, callerAddress } = await this.requests.of(request);
    try {
      await this.request.execute(act, address, callerAddress);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return this.page(
        response,
        429,
        language,
        WORDS.refusedTitle[language],
        markup`<p>${error.text[language]}</p>`,
      );
    }
    this.page(
      response,
      200,
      language,
      WORDS.requestedTitle[language],
      markup`<p>${WORDS.requested[language]}</p>`,
    );
  }

  private page(response: Response, status: number, language: Language, title: string, body: Markup): void {
    sendPage(response, status, { language, title, body, demonstration: this.demonstration });
  }
}

function askingForm(language: Language, mistake?: string): Markup {
  return markup`<p>${WORDS.ask[language]}</p>
    <form method="post" action="/sign-in/link">
      ${mistake === undefined ? '' : markup`<p id="mistake" role="alert">${mistake}</p>`}
      <label for="email">${WORDS.address[language]}</label>
      <input
        id="email"
        name="email"
        type="email"
        autocomplete="email"
        required
        maxlength="254"
        ${mistake === undefined ? '' : markup`aria-invalid="true" aria-describedby="mistake"`}
      />
      <button>${WORDS.send[language]}</button>
    </form>`;
}
