import type { Language, Text } from '@hemicycle/kernel';
import { applyDecorators } from '@nestjs/common';
import { Extensions, Field } from '@nestjs/graphql';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { type GraphQLFieldConfig, type GraphQLSchema, isEnumType, isNonNullType } from 'graphql';
import type { ApiContext } from './context.js';

const SPOKEN = 'spoken';

/**
 * A field whose property holds a {@link Text} and whose answer is one language of it: the argument `language`
 * when given, else the language that the request prefers (`Accept-Language`), else French.
 */
export function TextField(description: string, options: { nullable?: boolean } = {}): PropertyDecorator {
  return applyDecorators(
    Field(() => String, { description, nullable: options.nullable ?? false }),
    Extensions({ [SPOKEN]: true }),
  );
}

/** Gives every {@link TextField} of the schema its `language` argument. */
export function speak(schema: GraphQLSchema): GraphQLSchema {
  const language = schema.getType('Language');
  if (!isEnumType(language)) throw new Error('The schema has no Language: name it among the orphaned types.');
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field: GraphQLFieldConfig<Record<string, Text | null>, ApiContext>, name) => {
      if (field.extensions?.[SPOKEN] !== true) return field;
      const nullable = !isNonNullType(field.type);
      return {
        ...field,
        args: { language: { type: language, description: 'Null: the language that the request prefers.' } },
        resolve: (parent, args: { language?: string | null }, context) => {
          const text = parent[name];
          if (text === null || text === undefined) {
            if (nullable) return null;
            throw new TypeError(`${name} has no text.`);
          }
          return text[(args.language?.toLowerCase() as Language | undefined) ?? context.language];
        },
      };
    },
  });
}
