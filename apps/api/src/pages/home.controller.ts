import { preferredLanguage } from '@hemicycle/kernel';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { markup, sendPage } from './page.js';
import { IS_DEMONSTRATION } from './sign-in.controller.js';
import { WORDS } from './words.js';

/** What the charter holds, as the API tells it. */
const CHARTER = '{ charter { rules { id statement source { document passage } } } }';

/** The first page: what this is, and where to go from here. */
@Controller()
export class HomeController {
  constructor(@Inject(IS_DEMONSTRATION) private readonly demonstration: boolean) {}

  @Get()
  home(@Req() request: Request, @Res() response: Response): void {
    const language = preferredLanguage(request.headers['accept-language']);
    sendPage(response, 200, {
      language,
      title: WORDS.welcome[language],
      body: markup`<p>${WORDS.whatThisIs[language]}</p>
        <ul>
          <li><a href="/sign-in">${WORDS.title[language]}</a></li>
          <li><a href="/graphiql?query=${encodeURIComponent(CHARTER)}">${WORDS.charter[language]}</a></li>
          <li><a href="/graphiql">${WORDS.graphiql[language]}</a></li>
        </ul>`,
      demonstration: this.demonstration,
    });
  }
}
