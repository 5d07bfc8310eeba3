import { MINUTES_FORMATS, MinutesFiles, type MinutesFormat } from '@hemicycle/minutes';
import { Controller, Get, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequestContext } from '../request-context.js';

/**
 * The minutes as files: the Markdown on which their hash is reckoned, an accessible PDF, Akoma Ntoso. One that is not there,
 * and one that is not for whoever asks, are told apart to nobody. `?edition=1` asks for that edition, otherwise the last.
 */
@Controller('minutes')
export class MinutesFilesController {
  constructor(
    private readonly requests: RequestContext,
    private readonly files: MinutesFiles,
  ) {}

  @Get(':id.md')
  markdown(
    @Param('id') id: string,
    @Query('edition') edition: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.send(id, 'md', edition, request, response);
  }

  @Get(':id.pdf')
  pdf(
    @Param('id') id: string,
    @Query('edition') edition: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.send(id, 'pdf', edition, request, response);
  }

  @Get(':id.xml')
  akomaNtoso(
    @Param('id') id: string,
    @Query('edition') edition: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.send(id, 'xml', edition, request, response);
  }

  private async send(
    id: string,
    format: MinutesFormat,
    asked: unknown,
    request: Request,
    response: Response,
  ): Promise<void> {
    const isNumber = typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked);
    if (asked !== undefined && !isNumber) throw new NotFoundException();
    const { act } = await this.requests.of(request);
    const file = await this.files.file(act, id, format, isNumber ? Number(asked) : null);
    if (file === null) throw new NotFoundException();
    response
      .set({
        'Content-Disposition': `attachment; filename="minutes-${id}.${format}"`,
        'Cache-Control': file.isFinal ? 'public, no-cache' : 'private, no-store',
      })
      .type(`${MINUTES_FORMATS[format]}; charset=utf-8`)
      .send(file.content);
  }
}
