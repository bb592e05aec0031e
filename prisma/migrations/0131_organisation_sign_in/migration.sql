-- One going over to an organisation's sign-in and back. Digests only; what the browser and the address carry is nowhere here.
CREATE TABLE "sign_in_round" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "state_hash" BYTEA NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "proof_hash" BYTEA,
    "issuer" TEXT,
    "subject_hash" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_round_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sign_in_round_state_hash_key" ON "sign_in_round"("state_hash");
CREATE UNIQUE INDEX "sign_in_round_proof_hash_key" ON "sign_in_round"("proof_hash");

-- Whom an organisation's sign-in leads to. The subject may be a personal number with some: a slow digest of it is kept.
CREATE TABLE "organisation_sign_in" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "actor_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_sign_in_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "organisation_sign_in_issuer_subject_hash_key" ON "organisation_sign_in"("issuer", "subject_hash");
CREATE INDEX "organisation_sign_in_actor_id_idx" ON "organisation_sign_in"("actor_id");
ALTER TABLE "organisation_sign_in" ADD CONSTRAINT "organisation_sign_in_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;
