import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { type ApiContext, Forbidden, speak, Unauthenticated } from '@hemicycle/graphql';
import type { Role } from '@hemicycle/kernel';
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { PERMISSIONS } from './permissions.js';
import { storable } from './storable.js';

type Resolver = GraphQLFieldResolver<unknown, ApiContext>;

/** Refuses an operation to whoever the permission table does not name. Deny by default: no entry, no schema. */
function permit(schema: GraphQLSchema): GraphQLSchema {
  const entries = new Set(Object.keys(PERMISSIONS));
  const guard = (
    field: GraphQLFieldConfig<unknown, ApiContext>,
    name: string,
    type: string,
  ): GraphQLFieldConfig<unknown, ApiContext> => {
    const roles = PERMISSIONS[`${type}.${name}`];
    if (roles === undefined) throw new Error(`${type}.${name} has no entry in the permission table.`);
    entries.delete(`${type}.${name}`);
    const permitted =
      (inner: Resolver): Resolver =>
      (parent, args, context, info) => {
        requireRole(context, roles);
        return inner(parent, args, context, info);
      };
    return {
      ...field,
      resolve: permitted(field.resolve ?? defaultFieldResolver),
      ...(type === 'Subscription' && { subscribe: permitted(field.subscribe ?? defaultFieldResolver) }),
    };
  };
  const guarded = mapSchema(schema, { [MapperKind.ROOT_FIELD]: guard });
  if (entries.size > 0)
    throw new Error(`The permission table names what does not exist: ${[...entries].join(', ')}.`);
  return guarded;
}

function requireRole({ act }: ApiContext, roles: readonly Role[]): void {
  if (roles.some((role) => act.actor.roles.has(role))) return;
  throw act.actor.personId === null ? new Unauthenticated() : new Forbidden();
}

/** What the rooms declared becomes the API: guarded by the permission table first, its texts in both languages. */
export const composeSchema = (schema: GraphQLSchema): GraphQLSchema => permit(storable(speak(schema)));
