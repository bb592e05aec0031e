import { isRefusal, type Refusal } from '@samsyn/domain/shared/refusal';
import { sentence, type Language, type RefusalCode } from '@samsyn/domain/shared/refusals';
import { GraphQLError } from 'graphql';

/** A refusal on its way out of the server: expected, coded, translated, not logged as a fault. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly rule?: string,
    readonly about: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }

  /** As the GraphQL error a client gets. */
  toGraphQL(language: Language): GraphQLError {
    return new GraphQLError(sentence(this.code, language, this.about), {
      extensions: { code: this.code, ...(this.rule === undefined ? {} : { rule: this.rule }), with: this.about },
    });
  }
}

/** The value, or the refusal thrown at the edge. */
export function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Refused(answer.refused, answer.rule, answer.with);
  return answer;
}

/** How many milliseconds or megabytes are never told; how the HTTP status follows from the code is. */
export function statusOf(code: RefusalCode): number {
  if (code === 'not-found' || code === 'writing/no-room') return 404;
  if (code === 'session/none') return 401;
  if (code.endsWith('/too-large')) return 413;
  if (code === 'request/too-many') return 429;
  if (code === 'fault') return 500;
  return code.startsWith('alliance/') || code === 'request/origin' ? 403 : 400;
}
