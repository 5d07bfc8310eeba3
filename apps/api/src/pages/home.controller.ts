import { PeopleRepository, RevokeSession } from '@hemicycle/accounts';
import { Database } from '@hemicycle/database';
import { type Language, preferredLanguage } from '@hemicycle/kernel';
import { Controller, Get, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequestContext } from '../request-context.js';
import { SessionCookie } from '../session-cookie.js';
import { type Markup, markup, sendPage } from './page.js';
import { IS_DEMONSTRATION, OurPagesOnly } from './sign-in.controller.js';
import { WORDS } from './words.js';

/** What the charter holds, as the API tells it. */
const CHARTER = `{
  charter {
    rules {
      id
      statement
      source { document passage }
    }
  }
}
`;

/** The first page: what this is, who one is here, and where to go from here. */
@Controller()
export class HomeController {
  constructor(
    private readonly requests: RequestContext,
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly revocation: RevokeSession,
    private readonly cookie: SessionCookie,
    @Inject(IS_DEMONSTRATION) private readonly demonstration: boolean,
  ) {}

  @Get()
  async home(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = preferredLanguage(request.headers['accept-language']);
    const { personId } = (await this.requests.of(request)).act.actor;
    sendPage(response, 200, {
      language,
      title: WORDS.welcome[language],
      body: markup`<p>${WORDS.whatThisIs[language]}</p>
        ${personId === null ? '' : await this.signedIn(personId, language)}
        <ul>
          ${personId === null ? markup`<li><a href="/sign-in">${WORDS.title[language]}</a></li>` : ''}
          <li><a href="/graphiql?query=${encodeURIComponent(CHARTER)}">${WORDS.charter[language]}</a></li>
          <li><a href="/graphiql">${WORDS.graphiql[language]}</a></li>
        </ul>`,
      demonstration: this.demonstration,
    });
  }

  private async signedIn(personId: string, language: Language): Promise<Markup> {
    const { name } = await this.people.byId(this.database.reader, personId);
    return markup`<form method="post" action="/sign-out">
          <p>${WORDS.signedIn[language]} <strong>${name}</strong></p>
          <button>${WORDS.leave[language]}</button>
        </form>`;
  }

  /** Whoever left already is let go all the same. */
  @Post('sign-out')
  @UseGuards(OurPagesOnly)
  async leave(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { act } = await this.requests.of(request);
    if (act.actor.sessionId !== null) await this.revocation.execute(act, 'signOut', act.actor.sessionId);
    this.cookie.takeBack(response);
    response.set('Cache-Control', 'no-store').redirect(303, '/');
  }
}
