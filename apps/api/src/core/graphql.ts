import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { join } from 'node:path';
import { SessionModule } from '../session/session.module.js';
import { SessionStore } from '../session/session.store.js';
import { askingOf } from './asking.js';
import { formatErrorWith, translateRefusals } from './errors.js';
import { runCompiled } from './jit.js';
import { namesInLanguage } from './names.js';
import { logOf } from './log.js';
import { isSecure, Settings } from './settings.js';
import { requestSize } from './size.js';

/** GraphQL at /graphql: schema first, limits on every request, nothing of an error's message let out. */
export const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  imports: [SessionModule],
  inject: [Settings, SessionStore],
  useFactory: (settings: Settings, sessions: SessionStore): Omit<ApolloDriverConfig, 'driver'> => {
    const format = formatErrorWith(logOf(settings));
    return {
      path: '/graphql',
      typePaths: [join(import.meta.dirname, '../**/*.graphql')],
      transformSchema: namesInLanguage,
      graphiql: false,
      introspection: settings.examples,
      csrfPrevention: true,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: true,
      allowBatchedHttpRequests: false,
      persistedQueries: false,
      preserveHttpStatusForExecutionErrors: false,
      autoTransformHttpErrors: false,
      parseOptions: { maxTokens: 3_000 },
      validationRules: [requestSize],
      stringifyResult: (value: unknown) => JSON.stringify(value),
      formatError: format,
      plugins: [ApolloServerPluginCacheControlDisabled(), translateRefusals, runCompiled(format)],
      context: async (request: FastifyRequest, reply: FastifyReply) => {
        const who = await sessions.of(request.headers.cookie, true);
        const asking = askingOf(request, reply, who, isSecure(settings));
        if (who?.renewal) sessions.renew(asking, who.renewal);
        return asking;
      },
    };
  },
});
