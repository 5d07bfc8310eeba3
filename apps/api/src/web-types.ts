import { buildSchema, introspectionFromSchema } from 'graphql';

/** The schema as types: with them, what the pages ask of the API is checked when they are compiled. */
export async function webTypes(schema: string): Promise<string> {
  const { minifyIntrospection, outputIntrospectionFile } = await import('@gql.tada/internal');
  const introspection = introspectionFromSchema(buildSchema(schema), { descriptions: false });
  return outputIntrospectionFile(minifyIntrospection(introspection), {
    fileType: '.d.ts',
    shouldPreprocess: true,
  });
}
