import { NEWS, NewsFeeds } from '@hemicycle/feeds';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { followedLanguage, sendPublished } from './published.js';

/** What the forum publishes, for whoever follows it in a reader. `?lang=fr` or `?lang=en` chooses the language. */
@Controller('feeds')
export class FeedsController {
  constructor(private readonly feeds: NewsFeeds) {}

  @Get(':about.atom')
  async atom(
    @Param('about') about: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const news = NEWS.find((one) => one === about);
    if (news === undefined) throw new NotFoundException();
    const text = await this.feeds.atom(news, followedLanguage(request));
    sendPublished(request, response, 'application/atom+xml; charset=utf-8', text);
  }
}
