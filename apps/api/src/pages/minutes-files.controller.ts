import {
  MINUTES_FORMATS,
  type MinutesFile,
  MinutesFiles,
  type MinutesFormat,
  NotPrintedInTime,
} from '@hemicycle/minutes';
import {
  Controller,
  Get,
  NotFoundException,
  Param,
  Query,
  Req,
  Res,
  ServiceUnavailableException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequestContext } from '../request-context.js';

const isFormat = (name: string | undefined): name is MinutesFormat =>
  name !== undefined && Object.hasOwn(MINUTES_FORMATS, name);

/** The number of the edition asked for; null: the last; undefined: it is none. */
function editionOf(asked: unknown): number | null | undefined {
  if (asked === undefined) return null;
  return typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : undefined;
}

/**
 * The minutes as files, or one item of those published: the Markdown on which their hash is reckoned, an accessible PDF,
 * Akoma Ntoso. One that is not there, and one that is not for whoever asks, are told apart to nobody. `?edition=1` asks
 * for that edition, otherwise the last.
 */
@Controller('minutes')
export class MinutesFilesController {
  constructor(
    private readonly requests: RequestContext,
    private readonly files: MinutesFiles,
  ) {}

  @Get(':id.:format')
  whole(
    @Param() { id, format }: Record<string, string>,
    @Query('edition') edition: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.send({ id, format, itemId: null, edition }, request, response);
  }

  /** Who signed them, apart from the text that is signed. */
  @Get(':id/signatures.md')
  async signatures(
    @Param() { id = '' }: Record<string, string>,
    @Query('edition') edition: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { act } = await this.requests.of(request);
    const number = editionOf(edition);
    const file = number === undefined ? null : await this.files.signatureSheet(act, id, number);
    if (file === null) throw new NotFoundException();
    this.give(response, file, `signatures-${id}`, 'md');
  }

  @Get(':id/items/:itemId.:format')
  extract(
    @Param() { id, itemId = '', format }: Record<string, string>,
    @Query('edition') edition: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.send({ id, format, itemId, edition }, request, response);
  }

  private async send(
    { id = '', format, itemId, edition }: Asked,
    request: Request,
    response: Response,
  ): Promise<void> {
    const number = editionOf(edition);
    if (!isFormat(format) || number === undefined) throw new NotFoundException();
    const { act } = await this.requests.of(request);
    const file = await this.files.file(act, id, format, number, itemId).catch((failure: unknown) => {
      if (!(failure instanceof NotPrintedInTime)) throw failure;
      response.set('Retry-After', '30');
      throw new ServiceUnavailableException();
    });
    if (file === null) throw new NotFoundException();
    this.give(response, file, itemId === null ? `minutes-${id}` : `extract-${itemId}`, format);
  }

  private give(response: Response, file: MinutesFile, name: string, format: MinutesFormat): void {
    response
      .set({
        'Content-Disposition': `attachment; filename="${name}.${format}"`,
        'Cache-Control': file.isPublic ? 'public, no-cache' : 'private, no-store',
      })
      .type(format === 'pdf' ? MINUTES_FORMATS.pdf : `${MINUTES_FORMATS[format]}; charset=utf-8`)
      .send(file.content);
  }
}

interface Asked {
  readonly id: string | undefined;
  readonly format: string | undefined;
  /** Null: the whole. */
  readonly itemId: string | null;
  readonly edition: unknown;
}
