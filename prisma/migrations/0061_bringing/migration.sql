-- A text somebody brings: shown first, then a framing or contributions, and undone again.
CREATE TYPE "BringingFormat" AS ENUM ('WORD', 'MARKDOWN', 'HTML', 'RECORD');

CREATE TABLE "bringing" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "framing_id" UUID,
    "brought_by_id" UUID,
    "file_name" TEXT NOT NULL,
    "format" "BringingFormat" NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'PREVIEW',
    "title" TEXT NOT NULL DEFAULT '',
    "author" TEXT NOT NULL DEFAULT '',
    "signed" BOOLEAN NOT NULL DEFAULT false,
    "origin" TEXT,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "content" JSONB,
    "sources" JSONB NOT NULL DEFAULT '[]',
    "elsewhere" INTEGER NOT NULL DEFAULT 0,
    "opened" BOOLEAN NOT NULL DEFAULT false,
    "contributions" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "bringing_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bringing_alliance_id_created_at_idx" ON "bringing"("alliance_id", "created_at");
