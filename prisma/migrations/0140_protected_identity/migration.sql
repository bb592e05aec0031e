-- Somebody who lives with protected identity: their name is not where names are read from, and cannot be put there.
ALTER TABLE "actor" ADD COLUMN "protected" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "actor" ADD CONSTRAINT "actor_protected_has_no_name" CHECK (NOT "protected" OR "name" = 'En boende / A resident');

-- The name apart, for the person themselves and for whom they let know it. Nothing else reads it.
CREATE TABLE "protected_name" (
    "actor_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "protected_name_pkey" PRIMARY KEY ("actor_id")
);
ALTER TABLE "protected_name" ADD CONSTRAINT "protected_name_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Somebody asks, with a reason, to know it; the person says yes or no.
CREATE TABLE "name_ask" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "alliance_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agreed" BOOLEAN,
    "answered_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    CONSTRAINT "name_ask_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "name_ask_person_id_asked_at_idx" ON "name_ask"("person_id", "asked_at");
CREATE INDEX "name_ask_asked_by_id_asked_at_idx" ON "name_ask"("asked_by_id", "asked_at");
CREATE INDEX "name_ask_alliance_id_idx" ON "name_ask"("alliance_id");
ALTER TABLE "name_ask" ADD CONSTRAINT "name_ask_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The server itself cannot read the names: only through the functions below, each of which is one act.
REVOKE ALL ON "protected_name" FROM samsyn_runtime, samsyn_system;

-- Neither capacity nor organisation may single a protected person out: they speak as a resident, and for nobody.
-- The row of the person is held, so that what is written while they are being marked is judged before or after.
CREATE FUNCTION "is_protected"("person" UUID) RETURNS BOOLEAN LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE "found" BOOLEAN;
BEGIN
  IF "person" IS NULL THEN RETURN false; END IF;
  SELECT a."protected" INTO "found" FROM "actor" a WHERE a."id" = "person" FOR SHARE;
  RETURN coalesce("found", false);
END $$;

CREATE FUNCTION "protected_takes_part_as_resident"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF "is_protected"(NEW."actor_id") THEN NEW."capacity" := 'RESIDENT'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "protected_takes_part_as_resident" BEFORE INSERT OR UPDATE ON "participation" FOR EACH ROW EXECUTE FUNCTION "protected_takes_part_as_resident"();

CREATE FUNCTION "protected_knows_as_resident"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF "is_protected"(NEW."actor_id") THEN
    NEW."capacity" := 'RESIDENT';
    NEW."organisation_id" := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "protected_knows_as_resident" BEFORE INSERT OR UPDATE ON "contribution_author" FOR EACH ROW EXECUTE FUNCTION "protected_knows_as_resident"();

CREATE FUNCTION "protected_represents_nobody"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF "is_protected"(NEW."person_id") THEN RAISE EXCEPTION 'a protected person represents nobody' USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "protected_represents_nobody" BEFORE INSERT ON "representation" FOR EACH ROW EXECUTE FUNCTION "protected_represents_nobody"();

-- What can no longer be changed – the ledger, frozen versions – is read through this.
CREATE FUNCTION "shown_capacity"("person" UUID, "said" "Capacity") RETURNS "Capacity" LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM "actor" a WHERE a."id" = "person" AND a."protected") THEN 'RESIDENT'::"Capacity" ELSE "said" END
$$;

-- Marks a person: the name leaves every place that the system fills, and so does what would single them out.
CREATE FUNCTION "protect_person"("person" UUID) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE "was" TEXT;
BEGIN
  SELECT a."name" INTO "was" FROM "actor" a WHERE a."id" = "person" AND a."kind" = 'PERSON' AND NOT a."protected" FOR NO KEY UPDATE;
  IF "was" IS NULL THEN RETURN; END IF;
  INSERT INTO "protected_name" ("actor_id", "name") VALUES ("person", "was") ON CONFLICT ("actor_id") DO UPDATE SET "name" = excluded."name";
  UPDATE "actor" SET "name" = 'En boende / A resident', "protected" = true WHERE "id" = "person";
  DELETE FROM "representation" WHERE "person_id" = "person";
  UPDATE "participation" SET "capacity" = 'RESIDENT' WHERE "actor_id" = "person";
  UPDATE "contribution_author" SET "capacity" = 'RESIDENT' WHERE "actor_id" = "person";
  UPDATE "question" SET "capacity" = 'RESIDENT' WHERE "asked_by_id" = "person";
  UPDATE "reframing" SET "capacity" = 'RESIDENT' WHERE "actor_id" = "person";
  UPDATE "suggestion" SET "capacity" = 'RESIDENT' WHERE "actor_id" = "person";
  UPDATE "suggestion" SET "settled_capacity" = 'RESIDENT' WHERE "settled_by_id" = "person";
  UPDATE "framing_clearing" SET "capacity" = 'RESIDENT' WHERE "actor_id" = "person";
  UPDATE "thread" SET "capacity" = 'RESIDENT' WHERE "opened_by_id" = "person";
  UPDATE "thread_post" SET "capacity" = 'RESIDENT' WHERE "said_by_id" = "person";
  UPDATE "stance_said" SET "capacity" = 'RESIDENT' WHERE "said_by_id" = "person";
  UPDATE "invitation" SET "email" = NULL WHERE "email" IN (SELECT d."email" FROM "address" d WHERE d."actor_id" = "person");
  -- Only where a letter says who invites: a short name may be part of anything else.
  UPDATE "letter" SET "body" = replace(replace(replace(replace("body",
      "was" || ' bjuder in dig', 'En boende bjuder in dig'), 'tillsammans med ' || "was" || '.', 'tillsammans med en boende.'),
      "was" || ' invites you', 'A resident invites you'), 'together with ' || "was" || '.', 'together with a resident.')
    WHERE strpos("body", "was") > 0;
END $$;

-- Takes the mark away, under a name the person gives then.
CREATE FUNCTION "lift_protection"("person" UUID, "called" TEXT) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "actor" SET "protected" = false, "name" = "called" WHERE "id" = "person" AND "protected";
  DELETE FROM "protected_name" WHERE "actor_id" = "person";
  DELETE FROM "name_ask" WHERE "person_id" = "person";
END $$;

-- Keeps what a protected person calls themselves; nobody sees it but them.
CREATE FUNCTION "keep_protected_name"("person" UUID, "called" TEXT) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO "protected_name" ("actor_id", "name") SELECT a."id", "called" FROM "actor" a WHERE a."id" = "person" AND a."protected"
  ON CONFLICT ("actor_id") DO UPDATE SET "name" = excluded."name"
$$;

-- To the person themselves.
CREATE FUNCTION "own_protected_name"("person" UUID) RETURNS TEXT LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n."name" FROM "protected_name" n WHERE n."actor_id" = "person"
$$;

-- To whoever asked with a reason and was told yes: once, within a week, and it is written down that it was read.
CREATE FUNCTION "read_protected_name"("ask" UUID, "reader" UUID) RETURNS TEXT LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE "whose" UUID;
BEGIN
  UPDATE "name_ask" SET "read_at" = now()
   WHERE "id" = "ask" AND "asked_by_id" = "reader" AND "agreed" AND "read_at" IS NULL AND "answered_at" > now() - interval '7 days'
  RETURNING "person_id" INTO "whose";
  RETURN (SELECT n."name" FROM "protected_name" n WHERE n."actor_id" = "whose");
END $$;
