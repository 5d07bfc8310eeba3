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

/** What the forum says was read before, or comes from a column of dates: its form is looked at, not the calendar. */
function written(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  throw new TypeError('Not a Day.');
}

@Scalar('Day')
export class DayScalar implements CustomScalar<string, Day> {
  description = 'A calendar date, `YYYY-MM-DD`, in the time zone of the forum.';
  parseValue = read;
  serialize = written;
  parseLiteral = (node: ValueNode): Day => read(node.kind === Kind.STRING ? node.value : undefined);
}
