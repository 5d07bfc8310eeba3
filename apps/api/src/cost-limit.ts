import type { ApolloServerPlugin } from '@apollo/server';
import { ApiError, type ApiContext, costOf, LimitExceeded, LIMITS } from '@hemicycle/graphql';
import { GraphQLError } from 'graphql';

/** Refuses an operation whose answer could grow too large, once its variables are known. */
export const costLimit: ApolloServerPlugin<ApiContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, request, operationName }) => {
      try {
        const cost = costOf(schema, document, request.variables ?? {}, operationName);
        if (cost > LIMITS.cost) throw new LimitExceeded('cost', cost);
      } catch (problem) {
        if (!(problem instanceof ApiError)) throw problem;
        // Left to itself, Apollo answers 500 to whatever is thrown here.
        throw new GraphQLError(problem.message, {
          originalError: problem,
          extensions: { ...problem.extensions, http: { status: 400 } },
        });
      }
    },
  }),
};
