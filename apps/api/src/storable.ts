import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { type ApiContext, BadUserInput } from '@hemicycle/graphql';
import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLFieldConfig,
  type GraphQLSchema,
  isEnumType,
} from 'graphql';

/**
 * Refuses text that PostgreSQL cannot keep as it was written, whichever field it comes in by: a NUL, or half of a
 * surrogate pair, which would come back as something else.
 */
export function storable(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field: GraphQLFieldConfig<unknown, ApiContext>) => {
      const args = Object.values(field.args ?? {});
      if (args.every(({ type }) => isEnumType(getNamedType(type)))) return field;
      const resolve = field.resolve ?? defaultFieldResolver;
      return {
        ...field,
        resolve: (parent, args_, context, info) => {
          refuseUnstorable(args_, []);
          return resolve(parent, args_, context, info);
        },
      };
    },
  });
}

// With the flag u, only a surrogate that stands alone is one.
const UNSTORABLE = /\0|\p{Surrogate}/u;

function refuseUnstorable(value: unknown, path: readonly string[]): void {
  if (typeof value === 'string') {
    if (!UNSTORABLE.test(value)) return;
    const field = path.filter((part, depth) => depth > 0 || part !== 'input').join('.');
    throw new BadUserInput(field, {
      fr: `« ${field} » contient un caractère qui ne peut pas être enregistré (NUL ou demi-caractère).`,
      en: `\`${field}\` holds a character that cannot be kept (a NUL or half a character).`,
    });
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) refuseUnstorable(part, [...path, name]);
}
