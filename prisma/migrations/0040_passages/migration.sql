-- Passages: contributions on the words of a text, and what a passage rests on.
CREATE TYPE "Stance" AS ENUM ('SUPPORTS', 'CHALLENGES', 'NUANCES');

CREATE TABLE "passage" (
    "framing_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "quote" TEXT NOT NULL,
    "here" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "passage_pkey" PRIMARY KEY ("framing_id","contribution_id")
);

CREATE TABLE "passages_read" (
    "framing_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "passages_read_pkey" PRIMARY KEY ("framing_id")
);

CREATE TABLE "passage_waiting" (
    "id" BIGSERIAL NOT NULL,
    "framing_id" UUID NOT NULL,
    "mark" TEXT NOT NULL,
    "thing_id" UUID NOT NULL,
    "anchor" JSONB NOT NULL,
    "actor_id" UUID,

    CONSTRAINT "passage_waiting_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "basis" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "framing_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "quote" TEXT NOT NULL,
    "here" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "basis_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "stance_said" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "basis_id" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "said_by_id" UUID,
    "capacity" "Capacity",
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stance_said_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "collab_document_alliance_id_idx" ON "collab_document"("alliance_id");
CREATE INDEX "passage_contribution_id_idx" ON "passage"("contribution_id");
CREATE INDEX "passage_waiting_framing_id_idx" ON "passage_waiting"("framing_id");
CREATE INDEX "basis_framing_id_at_id_idx" ON "basis"("framing_id", "at", "id");
CREATE INDEX "basis_contribution_id_idx" ON "basis"("contribution_id");
CREATE UNIQUE INDEX "stance_said_basis_id_said_by_id_stance_key" ON "stance_said"("basis_id", "said_by_id", "stance");

ALTER TABLE "passage" ADD CONSTRAINT "passage_framing_id_fkey" FOREIGN KEY ("framing_id") REFERENCES "framing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "passage" ADD CONSTRAINT "passage_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "basis" ADD CONSTRAINT "basis_framing_id_fkey" FOREIGN KEY ("framing_id") REFERENCES "framing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "basis" ADD CONSTRAINT "basis_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "stance_said" ADD CONSTRAINT "stance_said_basis_id_fkey" FOREIGN KEY ("basis_id") REFERENCES "basis"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was given about a passage before there were marks is marked the next time somebody asks, by its very characters.
INSERT INTO "passage" ("framing_id", "contribution_id", "quote", "at")
SELECT c."framing_id", c."id", c."quote", c."given_at" FROM "contribution" c JOIN "framing" f ON f."id" = c."framing_id"
WHERE c."state" = 'GIVEN' AND c."anchor" IS NOT NULL AND c."quote" IS NOT NULL;
INSERT INTO "passage_waiting" ("framing_id", "mark", "thing_id", "anchor", "actor_id")
SELECT c."framing_id", 'contribution', c."id", c."anchor", coalesce(c."written_down_by_id", (SELECT x."actor_id" FROM "contribution_author" x WHERE x."contribution_id" = c."id" ORDER BY x."position" LIMIT 1))
FROM "contribution" c JOIN "framing" f ON f."id" = c."framing_id"
WHERE c."state" = 'GIVEN' AND c."anchor" IS NOT NULL AND c."quote" IS NOT NULL;
