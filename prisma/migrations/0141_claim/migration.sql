-- A slip with a code, for somebody whose words were written down: with it they claim them. Only the code's digest is kept.
CREATE TABLE "claim" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_by_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "claim_code_hash_key" ON "claim"("code_hash");
CREATE INDEX "claim_alliance_id_idx" ON "claim"("alliance_id");
ALTER TABLE "claim" ADD CONSTRAINT "claim_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "claim_contribution" (
    "claim_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    CONSTRAINT "claim_contribution_pkey" PRIMARY KEY ("claim_id", "contribution_id")
);
CREATE INDEX "claim_contribution_contribution_id_idx" ON "claim_contribution"("contribution_id");
ALTER TABLE "claim_contribution" ADD CONSTRAINT "claim_contribution_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "claim_contribution" ADD CONSTRAINT "claim_contribution_contribution_id_fkey" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;
