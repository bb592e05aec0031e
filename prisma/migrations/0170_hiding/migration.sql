-- What somebody taking part has hidden: who, why, and what came of it. The words themselves are moved apart.
CREATE TYPE "HidingSubject" AS ENUM ('CONTRIBUTION', 'POST', 'QUESTION', 'SUGGESTION');
CREATE TYPE "HidingState" AS ENUM ('HIDDEN', 'ASKED', 'ASIDE', 'UNDONE', 'ERASED');
CREATE TYPE "AsideCause" AS ENUM ('THREAT', 'PERSONAL_DATA');

CREATE TABLE "hiding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "subject" "HidingSubject" NOT NULL,
    "subject_id" UUID NOT NULL,
    "framing_id" UUID,
    "state" "HidingState" NOT NULL DEFAULT 'HIDDEN',
    "reason" TEXT NOT NULL,
    "hidden_by_id" UUID,
    "capacity" "Capacity",
    "hidden_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cause" "AsideCause",
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3),
    "agreed_by_id" UUID,
    "agreed_at" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "hiding_pkey" PRIMARY KEY ("id")
);

-- The hidden words. Nothing reads this table but the one who asks for them, and whoever brings them back.
CREATE TABLE "hidden_words" (
    "hiding_id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "words" JSONB NOT NULL,

    CONSTRAINT "hidden_words_pkey" PRIMARY KEY ("hiding_id")
);

-- CreateIndex
CREATE INDEX "hiding_subject_id_subject_hidden_at_idx" ON "hiding"("subject_id", "subject", "hidden_at");

-- CreateIndex
CREATE INDEX "hiding_alliance_id_hidden_at_id_idx" ON "hiding"("alliance_id", "hidden_at" DESC, "id");

-- AddForeignKey
ALTER TABLE "hiding" ADD CONSTRAINT "hiding_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hidden_words" ADD CONSTRAINT "hidden_words_hiding_id_fkey" FOREIGN KEY ("hiding_id") REFERENCES "hiding"("id") ON DELETE CASCADE ON UPDATE CASCADE;
