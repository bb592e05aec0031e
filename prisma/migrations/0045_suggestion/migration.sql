-- Words suggested to come into a text or to go from it; where they stand, the text itself says.
CREATE TYPE "SuggestionState" AS ENUM ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN');

CREATE TABLE "suggestion" (
    "framing_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "actor_id" UUID,
    "capacity" "Capacity",
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "SuggestionState" NOT NULL DEFAULT 'OPEN',
    "before" TEXT NOT NULL DEFAULT '',
    "after" TEXT NOT NULL DEFAULT '',
    "settled_by_id" UUID,
    "settled_capacity" "Capacity",
    "settled_at" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',
    "carried_seq" BIGINT,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("framing_id","id")
);

ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_framing_id_fkey" FOREIGN KEY ("framing_id") REFERENCES "framing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
