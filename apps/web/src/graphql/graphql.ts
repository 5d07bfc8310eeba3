import type { Day } from '@hemicycle/kernel';
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.js';

/** Writes a document whose answer is typed by the schema of the API. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; Day: Day; ID: string };
  disableMasking: true;
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
