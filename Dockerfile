# The API with the web beside it. What builds is left behind; what runs belongs to root and is only read.
FROM node:24-bookworm-slim AS build
WORKDIR /samsyn
ENV TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1
COPY . .
RUN npm ci --include=dev && npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /samsyn
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
COPY --from=build /samsyn/package.json ./
COPY --from=build /samsyn/node_modules ./node_modules
COPY --from=build /samsyn/packages/domain/package.json ./packages/domain/
COPY --from=build /samsyn/packages/domain/dist ./packages/domain/dist
COPY --from=build /samsyn/apps/api ./apps/api
COPY --from=build /samsyn/apps/web/package.json ./apps/web/
COPY --from=build /samsyn/apps/web/dist ./apps/web/dist
COPY --from=build /samsyn/prisma/migrations ./prisma/migrations
COPY --from=build /samsyn/scripts ./scripts
USER 10001:10001
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "scripts/is-ready.mjs"]
CMD ["node", "--max-semi-space-size=64", "scripts/serve.mjs"]
