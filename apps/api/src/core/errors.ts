import type { ApolloServerPlugin } from '@apollo/server';
import { refusals, sentence, type RefusalCode } from '@samsyn/domain/shared/refusals';
import type { Language } from '@samsyn/domain/shared/refusals';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Asking } from './asking.js';
import { Refused } from './refusal.js';

/**
 * What leaves the server when something is refused or goes wrong: a code of ours, and nothing of
 * an error's own message. What is our fault is logged with its cause.
 */
export function formatErrorWith(log: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = causeOf(error);
    const where = { ...(formatted.path ? { path: formatted.path } : {}), ...(formatted.locations ? { locations: formatted.locations } : {}) };
    if (cause instanceof Refused) {
      const rule = cause.rule === undefined ? {} : { rule: cause.rule };
      return { message: cause.code, ...where, extensions: { code: cause.code, ...rule, with: cause.about } };
    }
    const code = codeOf(formatted);
    if (code === 'fault') log.error({ fault: describe(cause), path: formatted.path }, 'fault');
    // A misspelt field is told to whoever wrote it; it holds nothing but their own words.
    const detail = code === 'request/wrong' ? { detail: formatted.message } : {};
    return { message: code, ...where, extensions: { code, ...(code.startsWith('request/') ? { rule: 'G4' } : {}), ...detail } };
  };
}

/** Puts the sentence in the reader's language where the code stands. */
export const translateRefusals: ApolloServerPlugin<Asking> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue }) => {
      if (response.body.kind !== 'single') return;
      const errors = response.body.singleResult.errors;
      if (errors === undefined) return;
      response.body.singleResult.errors = errors.map((error) => {
        const code = error.extensions?.['code'];
        if (typeof code !== 'string' || !(code in refusals)) return error;
        const about = (error.extensions?.['with'] ?? {}) as Record<string, string>;
        return { ...error, message: sentence(code as RefusalCode, contextValue.language ?? 'sv', about) };
      });
    },
  }),
};

/** The same for what Apollo refuses before there is anybody to ask as: not JSON, no question in it, several at once. */
export function translateEarly(payload: string, language: Language): string {
  const answer = JSON.parse(payload) as { errors?: { message: string; extensions?: { code?: string } }[] };
  for (const error of answer.errors ?? []) {
    const code = error.extensions?.code;
    if (code !== undefined && error.message === code && code in refusals) error.message = sentence(code as RefusalCode, language, {});
  }
  return JSON.stringify(answer);
}

function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError;
  return cause;
}

function codeOf(formatted: GraphQLFormattedError): RefusalCode {
  const code = formatted.extensions?.['code'];
  // Apollo puts its own code over that of a rule of ours, and graphql-js counts words without a code.
  if (code === 'request/too-large' || formatted.message === 'request/too-large' || /more tha[nt] \d+ tokens/.test(formatted.message)) return 'request/too-large';
  const wrong = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_SUPPORTED'];
  return wrong.includes(String(code)) ? 'request/wrong' : 'fault';
}

// The kind and place of an error, never what a person wrote: database errors carry values in their details.
function describe(cause: unknown): Record<string, unknown> {
  if (!(cause instanceof Error)) return { kind: typeof cause };
  const { name, code, stack } = cause as Error & { code?: unknown };
  return { name, code, at: stack?.split('\n').slice(1, 6).map((line) => line.trim()) };
}
