-- Name and bounds as they are being written, kept beside the rendered text.
ALTER TABLE "framing_reading" ADD COLUMN "fields" JSONB NOT NULL DEFAULT '{}';

-- Who wrote in a text, without walking its whole log.
CREATE INDEX "collab_update_document_id_actor_id_idx" ON "collab_update"("document_id", "actor_id");

-- The clients of one actor in a text.
CREATE INDEX "collab_client_document_id_actor_id_idx" ON "collab_client"("document_id", "actor_id");
