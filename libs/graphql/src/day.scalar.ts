import { type Day, isDay } from '@hemicycle/kernel';
import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

function read(value: unknown): Day {
  if (!isDay(value)) {
    throw new GraphQLError('A Day is an existing date written YYYY-MM-DD.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return value;
}

@Scalar('Day')
export class DayScalar implements CustomScalar<string, Day> {
  description = 'A calendar date, `YYYY-MM-DD`, in the time zone of the forum.';
  parseValue = read;
  serialize = (value: unknown): string => read(value);
  parseLiteral = (node: ValueNode): Day => read(node.kind === Kind.STRING ? node.value : undefined);
}
