import { isDay, isId } from '@hemicycle/kernel';
import { Field, Int, ArgsType, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { BadUserInput } from './errors.js';

/** The largest page that a list gives. */
export const PAGE_MAX = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many at most: 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(PAGE_MAX)
  first: number;

  @Field(() => String, {
    nullable: true,
    description: 'The `endCursor` of the page before; null: the first page.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  after?: string | null;
}

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => String, {
    nullable: true,
    description: 'To be given as `after` for the next page; null: empty page.',
  })
  endCursor: string | null;

  @Field({ description: 'Whether the list goes on after this page.' })
  hasNextPage: boolean;
}

export interface Page<Node> {
  nodes: Node[];
  pageInfo: PageInfo;
}

/** The GraphQL type of a page of `Node`: `nodes` and `pageInfo`. */
export function pageOf<Node extends object>(node: Type<Node>, name: string): Type<Page<Node>> {
  @ObjectType(`${name}Page`, { description: 'One page of a list, in a stable order.' })
  class PageOfNodes implements Page<Node> {
    @Field(() => [node])
    nodes: Node[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;
  }
  return PageOfNodes;
}

/** A cursor is the sort key of the last row shown: rows added or removed before it do not shift the page. */
export type SortKey = readonly (string | number)[];

export function cursorOf(key: SortKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What a part of a sort key may be: some text, a whole number, a day, an instant (ISO 8601, UTC), the id of a row. */
export type SortKeyType = 'string' | 'integer' | 'day' | 'instant' | 'id';

function isOfType(part: unknown, type: SortKeyType | undefined): boolean {
  if (type === 'integer') return Number.isSafeInteger(part);
  if (type === 'day') return isDay(part);
  if (type === 'instant') return isInstant(part);
  // PostgreSQL has no text with a NUL in it.
  return typeof part === 'string' && (type === 'id' ? isId(part) : !part.includes('\0'));
}

/** As `toISOString` writes the years that a day can have. */
function isInstant(part: unknown): boolean {
  return (
    typeof part === 'string' &&
    isDay(part.slice(0, 10)) &&
    /^T\d\d:\d\d:\d\d\.\d{3}Z$/.test(part.slice(10)) &&
    !Number.isNaN(Date.parse(part))
  );
}

/** @throws BadUserInput unless `after` is a cursor of a list sorted by values of the `types` given. */
export function readCursor(after: string | null | undefined, types: readonly SortKeyType[]): SortKey | null {
  if (after === null || after === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (
      Array.isArray(key) &&
      key.length === types.length &&
      key.every((part, i) => isOfType(part, types[i]))
    ) {
      return key as SortKey;
    }
  } catch {
    // not ours: said below
  }
  throw new BadUserInput('after', {
    fr: 'Ce curseur ne vient pas de cette liste.',
    en: 'This cursor does not come from this list.',
  });
}

/** Cuts a page out of rows read with one more than asked, so that `hasNextPage` costs no second query. */
export function pageFrom<Row>(rows: readonly Row[], first: number, keyOf: (row: Row) => SortKey): Page<Row> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: {
      endCursor: last === undefined ? null : cursorOf(keyOf(last)),
      hasNextPage: rows.length > first,
    },
  };
}
