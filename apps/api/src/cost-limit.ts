import type { ApolloServerPlugin } from '@apollo/server';
import { ApiError, type ApiContext, costOf, LimitExceeded, LIMITS } from '@hemicycle/graphql';
import { GraphQLError } from 'graphql';
import { COST_OF_A_REQUEST, type RequestRate, TooManyRequests } from './request-rate.js';

/**
 * Refuses an operation whose answer could grow too large, once its variables are known, and lets what is costly
 * weigh on the rate of whoever asks.
 */
export function costLimit(rate: RequestRate): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, request, operationName, contextValue, response }) => {
        try {
          const cost = costOf(schema, document, request.variables ?? {}, operationName);
          if (cost > LIMITS.cost) throw new LimitExceeded('cost', cost);
          const more = Math.floor(cost / COST_OF_A_REQUEST);
          if (more > 0) await rate.count(contextValue.callerAddress, more);
        } catch (problem) {
          if (!(problem instanceof ApiError)) throw problem;
          const tooMany = problem instanceof TooManyRequests;
          if (tooMany) response.http.headers.set('retry-after', String(problem.retryAfter));
          throw new GraphQLError(problem.message, {
            originalError: problem,
            // Left to itself, Apollo answers 500 to whatever is thrown here.
            extensions: { ...problem.extensions, http: { status: tooMany ? 429 : 400 } },
          });
        }
      },
    }),
  };
}
