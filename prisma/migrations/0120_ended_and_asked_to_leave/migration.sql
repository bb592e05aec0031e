-- Asked to leave by those who take part, together [L9].
ALTER TYPE "Standing" ADD VALUE 'ASKED_TO_LEAVE';

-- Since when an alliance has ended; what is in it can be read and taken along [L8].
ALTER TABLE "alliance" ADD COLUMN "ended_at" TIMESTAMPTZ(3);
