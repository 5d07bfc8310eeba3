import type { ApolloServerPlugin } from '@apollo/server';
import { ApiError, type ApiContext } from '@hemicycle/graphql';
import { GraphQLError, OperationTypeNode } from 'graphql';

const problem = new ApiError('BAD_USER_INPUT', {
  fr: 'Une opération de type subscription s’ouvre à /subscriptions, par GET.',
  en: 'An operation of the type subscription is opened at /subscriptions, by GET.',
});

/** Says where subscriptions are opened: left to itself, Apollo takes one that is posted for a query, and fails. */
export const streamedOnly: ApolloServerPlugin<ApiContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
      throw new GraphQLError(problem.message, {
        originalError: problem,
        extensions: { ...problem.extensions, http: { status: 400 } },
      });
    },
  }),
};
