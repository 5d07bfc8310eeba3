import { type ApiContext, ApiError, BadUserInput, LIMITS, withinLimits } from '@hemicycle/graphql';
import { Controller, Get, type OnModuleDestroy, Req, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  OperationTypeNode,
  parse,
  specifiedRules,
  subscribe,
  validate,
} from 'graphql';
import { shownError } from '../errors.js';
import { RequestContext } from '../request-context.js';
import { OpenStreams, STREAMS } from './open-streams.js';

/** In milliseconds: shorter than the patience of proxies and of the server itself with a connection on which nothing goes. */
const SIGN_OF_LIFE = 20_000;

/**
 * Subscriptions as Server-Sent Events: what browsers read by themselves and proxies let pass. One GET is one stream,
 * after the “distinct connections mode” of the GraphQL over SSE protocol: `next` events with answers, then `complete`.
 */
@Controller('subscriptions')
export class SubscriptionsController implements OnModuleDestroy {
  /** Each ends a stream. */
  private readonly ends = new Set<() => void>();

  constructor(
    private readonly schema: GraphQLSchemaHost,
    private readonly contexts: RequestContext,
    private readonly streams: OpenStreams,
  ) {}

  @Get()
  async stream(@Req() request: Request, @Res() response: Response): Promise<void> {
    const giveBack = this.streams.take(request.ip ?? '');
    response.once('close', giveBack);
    const context = await this.contexts.of(request);
    const answers = await this.answersTo(request, context);
    if (response.destroyed) {
      if (Symbol.asyncIterator in answers) await answers.return(undefined);
      return;
    }
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Proxies that gather answers before they pass them on are asked not to.
      'X-Accel-Buffering': 'no',
    });
    if (Symbol.asyncIterator in answers) await this.send(response, answers);
    // Only what was refused is over: whoever is cut comes back, to this process or to another.
    else response.write(`${next(answers)}event: complete\ndata:\n\n`);
    response.end();
  }

  /** A server that stops waits for answers under way: those that never end are ended first. */
  onModuleDestroy(): void {
    for (const end of this.ends) end();
  }

  /** Sends answers as they come, until there are no more, the reader leaves, or it is time to come back. */
  private async send(
    response: Response,
    answers: AsyncGenerator<ExecutionResult, void, void>,
  ): Promise<void> {
    const end = (): void => void answers.return(undefined);
    const life = setInterval(() => {
      // Whoever does not read what is sent is not waited for.
      if (response.writableNeedDrain) response.destroy();
      else response.write(':\n\n');
    }, SIGN_OF_LIFE);
    const cut = setTimeout(end, STREAMS.minutes * 60_000);
    response.once('close', end);
    this.ends.add(end);
    try {
      for await (const answer of answers) response.write(next(answer));
    } finally {
      this.ends.delete(end);
      clearInterval(life);
      clearTimeout(cut);
    }
  }

  private async answersTo(
    { query: { query, variables, operationName } }: Request,
    context: ApiContext,
  ): Promise<ExecutionResult | AsyncGenerator<ExecutionResult, void, void>> {
    try {
      const document = parse(text('query', query), { maxTokens: LIMITS.tokens });
      const name = operationName === undefined ? null : text('operationName', operationName);
      const errors = this.mistakesIn(document, name);
      if (errors.length > 0) return { errors };
      return await subscribe({
        schema: this.schema.schema,
        document,
        operationName: name,
        variableValues: variables === undefined ? {} : object(text('variables', variables)),
        contextValue: context,
      });
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  private mistakesIn(document: DocumentNode, operationName: string | null): readonly GraphQLError[] {
    const { schema } = this.schema;
    const tooLarge = validate(schema, document, [withinLimits]);
    if (tooLarge.length > 0) return tooLarge;
    const mistakes = validate(schema, document, specifiedRules);
    if (mistakes.length > 0) return mistakes;
    const operation = getOperationAST(document, operationName);
    return operation?.operation === OperationTypeNode.SUBSCRIPTION ? [] : [onlySubscriptions()];
  }
}

const onlySubscriptions = (): ApiError =>
  new ApiError('BAD_USER_INPUT', {
    fr: 'Ici, on ne répond qu’à une opération de type subscription ; les autres vont à /graphql.',
    en: 'Only an operation of the type subscription is answered here; others go to /graphql.',
  });

function next({ data, errors }: ExecutionResult): string {
  const shown = {
    ...(data !== undefined && { data }),
    ...(errors !== undefined && { errors: errors.map(told) }),
  };
  return `event: next\ndata: ${JSON.stringify(shown)}\n\n`;
}

/** What GraphQL itself finds wrong comes from what the reader wrote. */
function told(error: GraphQLError): GraphQLFormattedError {
  const formatted = error.toJSON();
  const written = error.originalError === undefined && formatted.extensions === undefined;
  return shownError(written ? { ...formatted, extensions: { code: 'BAD_USER_INPUT' } } : formatted, error);
}

function text(field: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new BadUserInput(field, {
    fr: `« ${field} » doit être un texte.`,
    en: `\`${field}\` must be a text.`,
  });
}

/** @throws BadUserInput for what is no JSON object. */
function object(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new BadUserInput('variables', {
    fr: 'Les variables sont un objet JSON.',
    en: 'Variables are a JSON object.',
  });
}
