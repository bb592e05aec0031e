CREATE TYPE "ClearingState" AS ENUM ('PROPOSED', 'CLEARED', 'KEPT');

-- Somebody asks that text which was taken away is cleared for good, and why.
CREATE TABLE "framing_clearing" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "framing_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "ClearingState" NOT NULL DEFAULT 'PROPOSED',
    "actor_id" UUID,
    "capacity" "Capacity",
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_by_id" UUID,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    CONSTRAINT "framing_clearing_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "framing_clearing_framing_id_at_idx" ON "framing_clearing"("framing_id", "at");
ALTER TABLE "framing_clearing" ADD CONSTRAINT "framing_clearing_framing_id_fkey" FOREIGN KEY ("framing_id") REFERENCES "framing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Text that was taken away, found in the log; it goes when it is cleared.
CREATE TABLE "framing_deleted" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "framing_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "nr" INTEGER NOT NULL,
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "ranges" JSONB NOT NULL,
    "clearing_id" UUID,
    CONSTRAINT "framing_deleted_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "framing_deleted_framing_id_seq_nr_key" ON "framing_deleted"("framing_id", "seq", "nr");
CREATE INDEX "framing_deleted_clearing_id_idx" ON "framing_deleted"("clearing_id");
ALTER TABLE "framing_deleted" ADD CONSTRAINT "framing_deleted_framing_id_fkey" FOREIGN KEY ("framing_id") REFERENCES "framing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "framing_deleted" ADD CONSTRAINT "framing_deleted_clearing_id_fkey" FOREIGN KEY ("clearing_id") REFERENCES "framing_clearing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- How far the log has been gone through for it.
CREATE TABLE "framing_traced" (
    "framing_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    CONSTRAINT "framing_traced_pkey" PRIMARY KEY ("framing_id")
);
