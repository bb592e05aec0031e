-- Up to where the rows of a log have been merged.
ALTER TABLE "collab_document" ADD COLUMN "merged_seq" BIGINT NOT NULL DEFAULT 0;

-- A row of the log may stand for several edits of one person within a minute: its positions are those it was made of.
ALTER TABLE "collab_update" RENAME TO "collab_update_open";
ALTER TABLE "collab_update_open" DROP CONSTRAINT "collab_update_pkey";
DROP INDEX "collab_update_document_id_actor_id_idx";
ALTER TABLE "collab_update_open" ADD COLUMN "first_seq" BIGINT, ADD COLUMN "edits" INTEGER NOT NULL DEFAULT 1, ADD COLUMN "merged" BOOLEAN NOT NULL DEFAULT false;

-- Merged rows lie apart. Between them each page of an index would keep the few that stay, and never be given back.
CREATE TABLE "collab_update" (LIKE "collab_update_open" INCLUDING DEFAULTS, CONSTRAINT "collab_update_pkey" PRIMARY KEY ("document_id", "seq", "merged")) PARTITION BY LIST ("merged");
ALTER TABLE "collab_update" ATTACH PARTITION "collab_update_open" FOR VALUES IN (false);
CREATE TABLE "collab_update_merged" PARTITION OF "collab_update" FOR VALUES IN (true);
CREATE INDEX "collab_update_document_id_actor_id_idx" ON "collab_update"("document_id", "actor_id");
