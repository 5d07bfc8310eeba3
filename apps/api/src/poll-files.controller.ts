import { type PollFile, PollFiles } from '@hemicycle/elections';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RequestContext } from './request-context.js';

/**
 * The files by which anybody verifies a secret poll. One that is not there, and one that is not for whoever asks, are told
 * apart to nobody.
 */
@Controller('polls')
export class PollFilesController {
  constructor(
    private readonly requests: RequestContext,
    private readonly files: PollFiles,
  ) {}

  // Before the archive, whose address would be read as this one's.
  @Get(':uuid.opening.bel')
  async opening(
    @Param('uuid') uuid: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { act } = await this.requests.of(request);
    send(response, 'application/x-tar', await this.files.opening(act, uuid));
  }

  @Get(':uuid.bel')
  async archive(
    @Param('uuid') uuid: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { act } = await this.requests.of(request);
    send(response, 'application/x-tar', await this.files.archive(act, uuid));
  }

  @Get(':uuid.bound.json')
  async sideFile(
    @Param('uuid') uuid: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { act } = await this.requests.of(request);
    send(response, 'application/json', await this.files.sideFile(act, uuid));
  }
}

function send(response: Response, type: string, file: PollFile | null): void {
  if (file === null) throw new NotFoundException();
  response
    .set({
      'Content-Disposition': 'attachment',
      'Cache-Control': file.isFinal ? 'public, no-cache' : 'private, no-store',
    })
    .type(type)
    .send(file.content);
}
