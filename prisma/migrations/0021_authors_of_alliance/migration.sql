-- An alliance's page reads all authors of the alliance in one go, and not by going through everybody's.
CREATE UNIQUE INDEX "contribution_id_alliance_id_key" ON "contribution"("id", "alliance_id");

ALTER TABLE "contribution_author" ADD COLUMN "alliance_id" UUID;
UPDATE "contribution_author" x SET "alliance_id" = c."alliance_id" FROM "contribution" c WHERE c."id" = x."contribution_id";
ALTER TABLE "contribution_author" ALTER COLUMN "alliance_id" SET NOT NULL;

-- The alliance of an author is always that of the contribution.
ALTER TABLE "contribution_author" DROP CONSTRAINT "contribution_author_contribution_id_fkey";
ALTER TABLE "contribution_author" ADD CONSTRAINT "contribution_author_contribution_id_alliance_id_fkey"
  FOREIGN KEY ("contribution_id", "alliance_id") REFERENCES "contribution"("id", "alliance_id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "contribution_author_of_alliance_idx" ON "contribution_author"("alliance_id", "contribution_id", "position", "actor_id", "capacity");
