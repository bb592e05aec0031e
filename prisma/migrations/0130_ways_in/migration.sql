-- Roughly what somebody sits at, in words of our own; no address, no version.
ALTER TABLE "session" ADD COLUMN "device" TEXT NOT NULL DEFAULT '';

-- A card with six words. Only a slow digest of them is here.
CREATE TABLE "recovery_card" (
    "actor_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recovery_card_pkey" PRIMARY KEY ("actor_id")
);
CREATE UNIQUE INDEX "recovery_card_hash_key" ON "recovery_card"("hash");
ALTER TABLE "recovery_card" ADD CONSTRAINT "recovery_card_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the digests of this installation are salted with, one row. A card is found by its words alone, so that the salt is one for all.
CREATE TABLE "card_salt" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "card_salt_pkey" PRIMARY KEY ("id")
);
INSERT INTO "card_salt" ("salt") VALUES (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
