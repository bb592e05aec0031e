-- CreateEnum
CREATE TYPE "ThreadState" AS ENUM ('OPEN', 'RESOLVED');

-- CreateEnum
CREATE TYPE "PostAct" AS ENUM ('SAID', 'RESOLVED', 'REOPENED');

-- What is said about a passage, a framing or a contribution.
CREATE TABLE "thread" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alliance_id" UUID NOT NULL,
    "framing_id" UUID,
    "contribution_id" UUID,
    "anchor" JSONB,
    "quote" TEXT,
    "state" "ThreadState" NOT NULL DEFAULT 'OPEN',
    "opened_by_id" UUID,
    "capacity" "Capacity",
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "thread_post" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "thread_id" UUID NOT NULL,
    "act" "PostAct" NOT NULL DEFAULT 'SAID',
    "text" TEXT NOT NULL,
    "said_by_id" UUID,
    "capacity" "Capacity",
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "thread_post_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "mention" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "post_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("id")
);

-- Each of those who speak for an organisation reads for themselves.
CREATE TABLE "mention_read" (
    "mention_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mention_read_pkey" PRIMARY KEY ("mention_id","person_id")
);

-- CreateIndex
CREATE INDEX "thread_framing_id_state_opened_at_id_idx" ON "thread"("framing_id", "state", "opened_at" DESC, "id");

-- CreateIndex
CREATE INDEX "thread_contribution_id_state_opened_at_id_idx" ON "thread"("contribution_id", "state", "opened_at" DESC, "id");

-- CreateIndex
CREATE INDEX "thread_post_thread_id_said_at_id_idx" ON "thread_post"("thread_id", "said_at", "id");

-- CreateIndex
CREATE INDEX "thread_post_said_by_id_idx" ON "thread_post"("said_by_id");

-- CreateIndex
CREATE INDEX "mention_actor_id_idx" ON "mention"("actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "mention_post_id_actor_id_key" ON "mention"("post_id", "actor_id");

-- AddForeignKey
ALTER TABLE "thread_post" ADD CONSTRAINT "thread_post_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "thread_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention_read" ADD CONSTRAINT "mention_read_mention_id_fkey" FOREIGN KEY ("mention_id") REFERENCES "mention"("id") ON DELETE CASCADE ON UPDATE CASCADE;
