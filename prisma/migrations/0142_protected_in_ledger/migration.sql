-- Marking a person takes their name out of what the ledger tells as well.
CREATE OR REPLACE FUNCTION "protect_person"("person" UUID) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  -- What the ledger tells of an act can be erased without breaking its chain; where the name stands in it as a value, it is.
  DELETE FROM "ledger_content" c USING "ledger_line" l
   WHERE l."id" = c."line_id" AND strpos(c."content", to_json("was")::text) > 0
     AND l."alliance_id" IN (SELECT p."alliance_id" FROM "participation" p WHERE p."actor_id" = "person");
END $$;
