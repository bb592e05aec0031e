-- CreateEnum
CREATE TYPE "RoundSubject" AS ENUM ('VERSION', 'GOAL', 'RECOMMENDATION', 'VISIBILITY', 'GROUND_RULES', 'ROUND_RULES', 'ORGANISATION', 'END', 'REOPEN', 'ASK_TO_LEAVE', 'COME_BACK', 'COORDINATING', 'HIDING');
CREATE TYPE "RoundState" AS ENUM ('OPEN', 'PASSED', 'NOT_PASSED', 'SUBJECT_CHANGED', 'TAKEN_BACK');
CREATE TYPE "RoundChoice" AS ENUM ('CONSENT', 'RESERVATION', 'OBJECTION');
CREATE TYPE "ObjectionState" AS ENUM ('STANDS', 'WITHDRAWN', 'CARRIED');

-- How an alliance decides: chosen by itself; without a row the usual holds.
CREATE TABLE "round_rules" (
    "alliance_id" UUID NOT NULL,
    "quorum_percent" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,
    "secret" BOOLEAN NOT NULL,

    CONSTRAINT "round_rules_pkey" PRIMARY KEY ("alliance_id")
);

-- A consent round. What it is about is kept as it was when the round was called.
CREATE TABLE "round" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "subject" "RoundSubject" NOT NULL,
    "subject_id" UUID,
    "concerns_id" UUID,
    "value" JSONB NOT NULL DEFAULT '{}',
    "before" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "wording" INTEGER NOT NULL DEFAULT 1,
    "secret" BOOLEAN NOT NULL,
    "quorum_percent" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,
    "called_by_id" UUID,
    "capacity" "Capacity",
    "called_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "RoundState" NOT NULL DEFAULT 'OPEN',
    "closed_at" TIMESTAMPTZ(3),
    "outcome" JSONB,
    "review_on" DATE,
    "review" TEXT NOT NULL DEFAULT '',
    "reviewed_by_id" UUID,

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- Every wording of the proposal; responses belong to one.
CREATE TABLE "round_wording" (
    "round_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "proposal" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "round_wording_pkey" PRIMARY KEY ("round_id","number")
);

CREATE TABLE "round_question" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "round_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,

    CONSTRAINT "round_question_pkey" PRIMARY KEY ("id")
);

-- A response to one wording. Of a secret one nothing says whose it is, nor when it came.
CREATE TABLE "round_response" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "round_id" UUID NOT NULL,
    "wording" INTEGER NOT NULL,
    "choice" "RoundChoice" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "person_id" UUID,
    "on_behalf_of" TEXT,
    "entered_by_id" UUID,
    "capacity" "Capacity",
    "concerned" BOOLEAN NOT NULL DEFAULT false,
    "key" BYTEA,
    "at" TIMESTAMPTZ(3),
    "objection" "ObjectionState",
    "condition" TEXT NOT NULL DEFAULT '',
    "condition_by_id" UUID,

    CONSTRAINT "round_response_pkey" PRIMARY KEY ("id")
);

-- Who has answered a secret round, and nothing of what.
CREATE TABLE "round_answered" (
    "round_id" UUID NOT NULL,
    "wording" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "round_answered_pkey" PRIMARY KEY ("round_id","wording","person_id")
);

-- CreateIndex
CREATE INDEX "round_alliance_id_called_at_id_idx" ON "round"("alliance_id", "called_at" DESC, "id");
CREATE INDEX "round_state_closes_at_idx" ON "round"("state", "closes_at");
CREATE INDEX "round_question_round_id_asked_at_id_idx" ON "round_question"("round_id", "asked_at", "id");
CREATE UNIQUE INDEX "round_response_round_id_wording_person_id_key" ON "round_response"("round_id", "wording", "person_id");
CREATE UNIQUE INDEX "round_response_round_id_wording_on_behalf_of_key" ON "round_response"("round_id", "wording", "on_behalf_of");

-- AddForeignKey
ALTER TABLE "round_rules" ADD CONSTRAINT "round_rules_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "round" ADD CONSTRAINT "round_alliance_id_fkey" FOREIGN KEY ("alliance_id") REFERENCES "alliance"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "round_wording" ADD CONSTRAINT "round_wording_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "round_question" ADD CONSTRAINT "round_question_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "round_response" ADD CONSTRAINT "round_response_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "round_answered" ADD CONSTRAINT "round_answered_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;
