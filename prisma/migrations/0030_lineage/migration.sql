-- Whose words are whose, where it is not whoever wrote under the client: characters that were made anew.
CREATE TABLE "collab_lineage" (
    "document_id" UUID NOT NULL,
    "client_id" BIGINT NOT NULL,
    "clock" INTEGER NOT NULL,
    "len" INTEGER NOT NULL,
    "actor_id" UUID,
    "stated" TEXT,
    "quoted" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "collab_lineage_pkey" PRIMARY KEY ("document_id","client_id","clock")
);

-- From which position lineage was noted as the rows were written; where nobody knows, it is worked out from the log.
ALTER TABLE "collab_document" ADD COLUMN "lineage_seq" BIGINT DEFAULT 0;
UPDATE "collab_document" SET "lineage_seq" = NULL;
