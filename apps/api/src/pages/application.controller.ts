import { isId } from '@hemicycle/kernel';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { graphql } from 'graphql';
import { RequestContext } from '../request-context.js';
import { ApplicationPage } from './application-page.js';

const PAGES = [
  '/',
  'meetings',
  'minutes',
  'members',
  'organisations',
  'decisions',
  'groups',
  'committee',
  'events',
  'events/place',
  'calls',
  'feeds',
  'contact',
  'charter',
  'needs-me',
  'observance',
  'verify',
  'account',
  'desk',
  'desk/calls',
  'desk/members',
  'desk/rules',
  'desk/follow-ups',
];

/** The pages of one thing, by the field of the API that gives it. */
const PAGES_OF_A_THING: Readonly<Record<string, string>> = {
  'meetings/:id': 'meeting',
  'meetings/:id/trustee': 'meeting',
  'desk/meetings/:id': 'meeting',
  'decisions/:id': 'decision',
  'groups/:id': 'workingGroup',
  'events/:id': 'event',
  'elections/:id': 'election',
  'elections/:id/vote': 'election',
  'minutes/:id': 'minutes',
  'desk/minutes/:id': 'minutes',
  'members/:id': 'member',
  'organisations/:id': 'organisation',
  'calls/:id': 'callForApplications',
  'desk/calls/:id': 'callForApplications',
};

/** The pages of a part of a thing: what asks the API whether it has that part. */
const PAGES_OF_A_PART: Readonly<Record<string, string>> = {
  'minutes/:id/items/:item':
    'query ($id: ID!, $item: ID!) { thing: minutes(id: $id) { part: extract(itemId: $item) { itemId } } }',
  'groups/:id/reports/:meetingId':
    'query ($id: ID!, $meetingId: ID!) { thing: workingGroup(id: $id) { part: reportingTo(meetingId: $meetingId) { __typename } } }',
};

/** The addresses of what people see, and its files. They are known, so that a wrong one is a 404. */
@Controller()
export class ApplicationController {
  constructor(
    private readonly requests: RequestContext,
    private readonly application: ApplicationPage,
    private readonly modules: ModuleRef,
  ) {}

  @Get('assets/:name')
  async asset(
    @Param('name') name: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asset = (await this.application.built()).assets.get(name);
    if (asset === undefined) throw new NotFoundException();
    const { type, plain, small } = asset;
    response
      .set({ 'Cache-Control': 'public, max-age=31536000, immutable' })
      .vary('Accept-Encoding')
      .type(type);
    const compressed = request.acceptsEncodings('br') === 'br';
    if (compressed) response.set('Content-Encoding', 'br');
    response.send(compressed ? small : plain);
  }

  @Get('licences.md')
  async licences(@Res() response: Response): Promise<void> {
    const { licences } = await this.application.built();
    response.type('text/plain; charset=utf-8').send(licences);
  }

  @Get(PAGES)
  page(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.application.show(200, request, response);
  }

  @Get(Object.keys(PAGES_OF_A_THING))
  async pageOfAThing(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const thing = PAGES_OF_A_THING[addressIn(request)];
    const found =
      thing !== undefined &&
      isId(id) &&
      (await this.asked(`query ($id: ID!) { thing: ${thing}(id: $id) { id } }`, request)) !== null;
    return this.application.show(found ? 200 : 404, request, response);
  }

  @Get(Object.keys(PAGES_OF_A_PART))
  async pageOfAPart(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const question = PAGES_OF_A_PART[addressIn(request)];
    const thing = question !== undefined && isId(id) ? await this.asked(question, request) : null;
    return this.application.show((thing?.['part'] ?? null) === null ? 404 : 200, request, response);
  }

  /** The thing, as whoever asks may read it, with the address’s parts as variables; null: there is none for them. */
  private async asked(source: string, request: Request): Promise<Record<string, unknown> | null> {
    const { data } = await graphql({
      schema: this.modules.get(GraphQLSchemaHost, { strict: false }).schema,
      source,
      variableValues: request.params,
      contextValue: await this.requests.of(request),
    });
    return (data?.['thing'] ?? null) as Record<string, unknown> | null;
  }
}

const addressIn = (request: Request): string => (request.route as { path: string }).path.slice(1);
