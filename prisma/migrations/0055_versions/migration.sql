-- A framing's text as it read, under a name.
CREATE TABLE "framing_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "framing_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "automatic" BOOLEAN NOT NULL DEFAULT false,
    "seq" BIGINT NOT NULL,
    "text_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "actor_id" UUID,
    "capacity" "Capacity",
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "framing_version_pkey" PRIMARY KEY ("id"),
    -- What was never so cannot be stored as frozen either.
    CONSTRAINT "framing_version_digest" CHECK ("sha256" = sha256(convert_to("frozen", 'UTF8')))
);
CREATE UNIQUE INDEX "framing_version_framing_id_number_key" ON "framing_version"("framing_id", "number");
ALTER TABLE "framing_version" ADD CONSTRAINT "framing_version_framing_id_fkey" FOREIGN KEY ("framing_id") REFERENCES "framing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever speaks to the database in whatever way: what is frozen stays. Only the label is corrected.
CREATE FUNCTION "framing_version_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'label') = (to_jsonb(OLD) - 'label') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a version is frozen' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "framing_version_stays" BEFORE UPDATE OR DELETE ON "framing_version" FOR EACH ROW EXECUTE FUNCTION "framing_version_stays"();
CREATE TRIGGER "framing_version_stays_all" BEFORE TRUNCATE ON "framing_version" FOR EACH STATEMENT EXECUTE FUNCTION "framing_version_stays"();

-- States of a text on the way through its history.
CREATE TABLE "collab_keyframe" (
    "document_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "state" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "collab_keyframe_pkey" PRIMARY KEY ("document_id", "seq")
);
