import { Calendars } from '@hemicycle/feeds';
import { CALENDAR_TYPE } from '@hemicycle/icalendar';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { followedLanguage, languageAskedFor, sendPublished } from './published.js';

/** The calendars that people follow in their own. `?lang=fr` or `?lang=en` chooses the language. */
@Controller('calendars')
export class CalendarsController {
  constructor(private readonly calendars: Calendars) {}

  @Get('all.ics')
  async all(@Req() request: Request, @Res() response: Response): Promise<void> {
    sendPublished(request, response, CALENDAR_TYPE, await this.calendars.all(followedLanguage(request)));
  }

  @Get('plenaries.ics')
  async plenaries(@Req() request: Request, @Res() response: Response): Promise<void> {
    sendPublished(
      request,
      response,
      CALENDAR_TYPE,
      await this.calendars.plenaries(followedLanguage(request)),
    );
  }

  @Get('committee.ics')
  async committee(@Req() request: Request, @Res() response: Response): Promise<void> {
    sendPublished(
      request,
      response,
      CALENDAR_TYPE,
      await this.calendars.committee(followedLanguage(request)),
    );
  }

  @Get('groups/:id.ics')
  async group(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const text = await this.calendars.group(id, followedLanguage(request));
    if (text === null) throw new NotFoundException();
    sendPublished(request, response, CALENDAR_TYPE, text);
  }

  /** An address that never was, and one that was taken back, are told apart to nobody; no cache keeps the answer. */
  @Get('personal/:token.ics')
  async own(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const text = await this.calendars.own(token, languageAskedFor(request));
    if (text === null) throw new NotFoundException();
    response.set('Cache-Control', 'private, no-store').type(CALENDAR_TYPE).send(text);
  }
}
