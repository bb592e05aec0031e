import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { GraphQLError, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { asMoment } from './moment.js';

/** A moment, ISO 8601 in UTC. */
@Scalar('Time')
export class TimeScalar implements CustomScalar<string, string> {
  serialize(value: unknown): string {
    return value instanceof Date ? value.toISOString() : String(value);
  }

  parseValue(value: unknown): string {
    const moment = typeof value === 'string' ? asMoment(value) : null;
    if (moment === null) throw new GraphQLError('Not a time', { extensions: { code: 'BAD_USER_INPUT' } });
    return moment;
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
    if (isDeep(value)) throw new GraphQLError('Too deep', { extensions: { code: 'BAD_USER_INPUT' } });
    return value;
  }

  parseLiteral(node: ValueNode): unknown {
    return this.parseValue(valueFromASTUntyped(node));
  }
}

// Level by level, since what is deeper than the stack cannot be walked any other way.
function isDeep(value: unknown, most = 40): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}
