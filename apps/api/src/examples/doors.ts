import { graphql, type GraphQLSchema } from 'graphql';
import type { Asking } from '../core/asking.js';
import { Gather } from '../core/gather.js';

/** Asks the API's own schema as somebody: the examples go through the doors that everyone uses. */
export class Doors {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly actorId: string | null,
  ) {}

  /** The answer's data; an error ends the loading. */
  async ask<T>(source: string, variableValues: Record<string, unknown> = {}): Promise<T> {
    const contextValue: Asking = {
      actorId: this.actorId,
      sessionId: null,
      language: 'sv',
      gather: new Gather(),
      cookies: {},
      from: 'examples',
      device: '',
      setCookie: () => undefined,
      clearCookie: () => undefined,
    };
    const { data, errors } = await graphql({ schema: this.schema, source, variableValues, contextValue });
    if (errors !== undefined) throw new Error(`The examples could not be loaded: ${errors.map((error) => `${error.message} (${error.path?.join('.')})`).join('; ')}`, { cause: errors[0]?.originalError });
    return data as T;
  }
}

/** The doors as they stand open to somebody, by name. */
export type As = (name: string) => Doors;
