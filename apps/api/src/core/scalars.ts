import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { GraphQLError, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';

/** A moment, ISO 8601 in UTC. */
@Scalar('Time')
export class TimeScalar implements CustomScalar<string, string> {
  serialize(value: unknown): string {
    return value instanceof Date ? value.toISOString() : String(value);
  }

  parseValue(value: unknown): string {
    const moment = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
    if (Number.isNaN(moment.getTime())) throw new GraphQLError('Not a time', { extensions: { code: 'BAD_USER_INPUT' } });
    return moment.toISOString();
  }

  parseLiteral(node: ValueNode): string {
    return this.parseValue(node.kind === Kind.STRING ? node.value : null);
  }
}

/** A day, YYYY-MM-DD, that the calendar has. */
@Scalar('Day')
export class DayScalar implements CustomScalar<string, string> {
  serialize(value: unknown): string {
    return (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10);
  }

  parseValue(value: unknown): string {
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
      const day = new Date(`${value}T00:00:00Z`);
      if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
    }
    throw new GraphQLError('Not a day', { extensions: { code: 'BAD_USER_INPUT' } });
  }

  parseLiteral(node: ValueNode): string {
    return this.parseValue(node.kind === Kind.STRING ? node.value : null);
  }
}

/** Any JSON value. */
@Scalar('JSON')
export class JsonScalar implements CustomScalar<unknown, unknown> {
  serialize(value: unknown): unknown {
    return value;
  }

  parseValue(value: unknown): unknown {
    return value;
  }

  parseLiteral(node: ValueNode): unknown {
    return valueFromASTUntyped(node);
  }
}
