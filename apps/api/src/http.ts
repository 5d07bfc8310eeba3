import { finished } from 'node:stream';
import { Database } from '@hemicycle/database';
import { ApiError, LimitExceeded, LIMITS } from '@hemicycle/graphql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from './config.js';
import { shownError } from './errors.js';
import { RequestRate, TooManyRequests } from './request-rate.js';
import { underWay } from './request-under-way.js';

/** Everything that a request passes before it reaches GraphQL or a page, in this order. */
export function underHttp(app: NestExpressApplication, config: Config): void {
  app.disable('x-powered-by');
  // No cache keeps an answer: it needs no mark by which to find it again. A page that may be kept gives its own.
  app.disable('etag');
  app.set('trust proxy', config.trustedProxies ?? false);
  app.use(underWay);
  app.use(strictHeaders(config));
  app.use(neverKept);
  app.use(limitedRate(app.get(RequestRate)));
  app.useBodyParser('json', { limit: LIMITS.body });
  app.useBodyParser('urlencoded', { limit: LIMITS.body, extended: false, parameterLimit: 100 });
  app.use(unreadable);
  app.use('/graphql', sharedReads(app.get(Database)));
}

/** Nothing may be loaded or framed unless a page says otherwise. */
function strictHeaders({ publicUrl }: Config): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: 63_072_000 } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  }) as RequestHandler;
}

/** Answers depend on who asks and in which language: no cache keeps them, unless a page says otherwise. */
function neverKept(_: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** Probes of the server's health are not counted. */
function limitedRate(rate: RequestRate): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.path.startsWith('/health/')) return next();
    rate.count(request.ip ?? '').then(
      () => next(),
      (refusal: unknown) => {
        if (!(refusal instanceof TooManyRequests)) return next(refusal);
        response.setHeader('Retry-After', String(refusal.retryAfter));
        answer(response, 429, refusal);
      },
    );
  };
}

/** What many resolvers of one answer ask of the database is asked once. */
function sharedReads(database: Database): RequestHandler {
  return (_: Request, response: Response, next: NextFunction): void => {
    database
      .sharingReads(() => {
        next();
        return new Promise<void>((over) => finished(response, () => over()));
      })
      .catch(next);
  };
}

/** Says what is wrong with a body that could not be read, as the API says everything else. */
function unreadable(failure: unknown, _: Request, response: Response, next: NextFunction): void {
  const { status = 500, type = '' } = failure as { status?: number; type?: string };
  if (status >= 500) return next(failure);
  answer(response, status, type === 'entity.too.large' ? new LimitExceeded('body') : noJson());
}

const noJson = (): ApiError =>
  new ApiError('BAD_USER_INPUT', {
    fr: 'Le corps de la demande ne se lit pas : il faut un objet JSON en UTF-8.',
    en: 'The body of the request cannot be read: it must be a JSON object in UTF-8.',
  });

function answer(response: Response, status: number, error: ApiError): void {
  response.status(status).json({ errors: [shownError(error.toJSON(), error)] });
}
