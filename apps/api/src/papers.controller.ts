import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ApiContext, BadUserInput, Conflict, type SentFile, Unauthenticated } from '@hemicycle/graphql';
import type { Text } from '@hemicycle/kernel';
import { LARGEST_PAPER, MEDIA_TYPES, PapersRead, TOO_LARGE } from '@hemicycle/meetings';
import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { graphql } from 'graphql';
import { shownError } from './errors.js';
import { has } from './pages/published.js';
import { RequestContext } from './request-context.js';
import { RequestRate } from './request-rate.js';

/** What a request with a file weighs in the rate of whoever asks, in requests; so does each megabyte that is read. */
const WEIGHT_OF_AN_UPLOAD = 10;
const MEGABYTE = 1_000_000;

/** Files under way at a time in one process, one a person: each is in memory until it is written. */
const MOST_AT_A_TIME = 4;

const REFUSAL =
  '... on RuleRefusal { violations { reason rule { id statement source { document passage } } } }';

/** The operations that take a file, as the API has them: its permissions, its laws and the forms of its inputs hold here too. */
const OPERATIONS = {
  attach: `mutation AttachPaper($input: AttachPaperInput!) {
    result: attachPaper(input: $input) { __typename ... on Paper { id } ${REFUSAL} } }`,
  replace: `mutation ReplacePaper($input: ReplacePaperInput!) {
    result: replacePaper(input: $input) { __typename ... on Paper { id } ${REFUSAL} } }`,
} as const;

/**
 * The files of papers. They come in as the body of a `POST` of type `application/octet-stream`, which no form of another site can
 * send, their input in the header `Paper-Input` (JSON, percent-encoded); the answer is that of GraphQL. A file that is not there,
 * and one that is not for whoever asks, are told apart to nobody.
 */
@Controller('papers')
export class PapersController {
  /** Who sends a file at this moment. */
  private readonly underWay = new Set<string>();

  constructor(
    private readonly requests: RequestContext,
    private readonly reading: PapersRead,
    private readonly rate: RequestRate,
    private readonly modules: ModuleRef,
  ) {}

  @Post('attach')
  attach(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.write(OPERATIONS.attach, request, response);
  }

  @Post('replace')
  replace(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.write(OPERATIONS.replace, request, response);
  }

  @Get(':id')
  last(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.send(id, null, request, response);
  }

  @Get(':id/:number')
  version(
    @Param() { id = '', number = '' }: Record<string, string>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (!/^[1-9]\d{0,3}$/.test(number)) throw new NotFoundException();
    return this.send(id, Number(number), request, response);
  }

  /**
   * Nothing of a file is read for somebody who did not sign in or whom the charter does not let attach it, nor more than a paper may
   * hold. What is written is written as of the end of the file, by whoever is behind the session by then.
   */
  private async write(source: string, request: Request, response: Response): Promise<void> {
    const context = await this.requests.of(request);
    const { personId } = context.act.actor;
    if (personId === null) throw new Unauthenticated();
    if (request.headers['content-type'] !== 'application/octet-stream') throw new BadUserInput('file', RAW);
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_PAPER) throw tooLarge(request);
    await this.rate.count(context.callerAddress, WEIGHT_OF_AN_UPLOAD);
    const input = inputOf(request);
    let taken = false;
    const file = async (): Promise<SentFile> => {
      this.begin(personId);
      taken = true;
      const content = await fileOf(request);
      return { content, act: (await this.requests.of(request)).act };
    };
    try {
      const contextValue: ApiContext = { ...context, file };
      const { schema } = this.modules.get(GraphQLSchemaHost, { strict: false });
      const { data, errors } = await graphql({ schema, source, variableValues: { input }, contextValue });
      // What GraphQL refuses before anything was carried out is an input of another form.
      if (data === undefined) throw new BadUserInput('input', refused(errors?.[0]?.message ?? ''));
      response.json({
        data,
        ...(errors && { errors: errors.map((error) => shownError(error.toJSON(), error)) }),
      });
    } finally {
      if (taken) this.underWay.delete(personId);
    }
  }

  private begin(personId: string): void {
    if (this.underWay.has(personId)) throw new Conflict(ONE_AT_A_TIME);
    if (this.underWay.size >= MOST_AT_A_TIME) throw new Conflict(BUSY);
    this.underWay.add(personId);
  }

  private async send(id: string, number: number | null, request: Request, response: Response): Promise<void> {
    const context = await this.requests.of(request);
    const paper = await this.reading.file(context, id, number);
    if (paper === null) throw new NotFoundException();
    const { fileName, format, size, fingerprint } = paper.version;
    const asked = !has(request, fingerprint);
    if (asked) await this.rate.count(context.callerAddress, Math.floor(size / MEGABYTE));
    response
      .attachment(fileName)
      .set({
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cache-Control': paper.isPublic ? 'public, no-cache' : 'private, no-store',
        ETag: `"${fingerprint}"`,
      })
      .type(MEDIA_TYPES[format]);
    if (!asked) {
      response.status(304).end();
      return;
    }
    response.set('Content-Length', String(size));
    // Whoever went away before the end is nobody's error.
    await pipeline(Readable.from(paper.content()), response).catch((failure: NodeJS.ErrnoException) => {
      if (failure.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw failure;
    });
  }
}

function inputOf({ headers }: Request): unknown {
  try {
    return JSON.parse(decodeURIComponent(String(headers['paper-input'])));
  } catch {
    throw new BadUserInput('input', NO_INPUT);
  }
}

/** @throws BadUserInput as soon as it is too large: the rest is not read. */
async function fileOf(request: Request): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > LARGEST_PAPER) throw tooLarge(request);
      parts.push(part);
    }
  } catch (failure) {
    throw request.destroyed && !request.complete ? new BadUserInput('file', CUT_SHORT) : failure;
  }
  return Buffer.concat(parts, size);
}

/** The connection ends with the answer, for nobody reads what still comes. */
function tooLarge({ res }: Request): BadUserInput {
  res?.set('Connection', 'close');
  return new BadUserInput('file', TOO_LARGE);
}

const RAW: Text = {
  fr: 'Le fichier est le corps de la demande, de type application/octet-stream.',
  en: 'The file is the body of the request, of type application/octet-stream.',
};
const CUT_SHORT: Text = {
  fr: 'L’envoi s’est interrompu avant la fin du fichier. Rien n’a été enregistré.',
  en: 'The sending stopped before the end of the file. Nothing was written.',
};
const NO_INPUT: Text = {
  fr: 'L’en-tête Paper-Input ne se lit pas : il faut un objet JSON, encodé comme dans une adresse.',
  en: 'The header Paper-Input cannot be read: it must be a JSON object, percent-encoded.',
};
const refused = (said: string): Text => ({
  fr: `Entrée refusée : ${said.slice(0, 500)}`,
  en: said.slice(0, 500),
});
const ONE_AT_A_TIME: Text = {
  fr: 'Un document que vous envoyez n’est pas encore arrivé. Attendez la fin de cet envoi.',
  en: 'A paper that you are sending has not arrived yet. Wait until it is there.',
};
const BUSY: Text = {
  fr: 'Trop de documents arrivent en ce moment. Réessayez dans un instant.',
  en: 'Too many papers are being sent at this moment. Try again in a moment.',
};
