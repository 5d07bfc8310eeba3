import type { Act, Language } from '@hemicycle/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';

/**
 * What every resolver receives: the act under way, the reader's language, and this request's loaders. A resolver of a
 * field without arguments takes `(parent, _, context)` as GraphQL gives them: with a decorator on one parameter, Nest
 * would pass each of them through promises and pipes, for every thing of a list.
 */
export interface ApiContext {
  readonly act: Act;
  readonly language: Language;
  /** One loader per kind of thing and request: see {@link loaderOf}. */
  readonly loaders: Map<unknown, unknown>;
  /** Address of the caller, for rate limits only: never stored in clear, never logged. */
  readonly callerAddress: string;
  /** Whether what is asked stands in the address of the request, which is kept in histories and logs: a `GET`. */
  readonly inAddress: boolean;
  /** Has the file of the request read, at one of the addresses that take files; null: it carries none. */
  readonly file: (() => Promise<SentFile>) | null;
  /** Makes the browser that asks forget its session, which is over; a program's bearer token is its own affair. */
  readonly forgetSession: () => void;
}

/** A file that came whole. It may have taken its time. */
export interface SentFile {
  readonly content: Buffer;
  /** The act as of the end of the file: its instant, and who it is of, if the session still lasts. */
  readonly act: Act;
}

/** Injects the act under way into a resolver. */
export const CurrentAct = createParamDecorator(
  (_: unknown, context: ExecutionContext): Act =>
    GqlExecutionContext.create(context).getContext<ApiContext>().act,
);

/** The request's own loader for `key`, made on first use, so that one answer asks for each thing once. */
export function loaderOf<Loader>(context: ApiContext, key: object, create: () => Loader): Loader {
  const known = context.loaders.get(key) as Loader | undefined;
  if (known !== undefined) return known;
  const made = create();
  context.loaders.set(key, made);
  return made;
}
