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
  'calls/:id': 'callForApplications',
  'desk/calls/:id': 'callForApplications',
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
    const thing = PAGES_OF_A_THING[(request.route as { path: string }).path.slice(1)];
    const known = thing !== undefined && isId(id) && (await this.exists(thing, id, request));
    return this.application.show(known ? 200 : 404, request, response);
  }

  private async exists(thing: string, id: string, request: Request): Promise<boolean> {
    const { data } = await graphql({
      schema: this.modules.get(GraphQLSchemaHost, { strict: false }).schema,
      source: `query ($id: ID!) { ${thing}(id: $id) { id } }`,
      variableValues: { id },
      contextValue: await this.requests.of(request),
    });
    return (data?.[thing] ?? null) !== null;
  }
}
