-- The ledger [J1-J4]: a line of it is only ever added. Who did it and what it tells stand in tables of their own, so
-- that they can be erased: the line holds a salted digest of each. Lines are numbered and chained a little later.

-- What can be read keeps its name: ledger_entry is a view over the parts, below.
ALTER TABLE "ledger_entry" RENAME TO "ledger_line";
ALTER TABLE "ledger_line" RENAME CONSTRAINT "ledger_entry_pkey" TO "ledger_line_pkey";
ALTER INDEX "ledger_entry_alliance_id_id_idx" RENAME TO "ledger_line_alliance_id_id_idx";
ALTER INDEX "ledger_entry_subject_id_id_idx" RENAME TO "ledger_line_subject_id_id_idx";
ALTER SEQUENCE "ledger_entry_id_seq" RENAME TO "ledger_line_id_seq";

-- A chain is an alliance's; acts outside of any have one of their own, the id of nothing but zeros.
CREATE TABLE "ledger_pseudonym" (
    "who" BYTEA NOT NULL,
    "chain" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "ledger_pseudonym_pkey" PRIMARY KEY ("who")
);
CREATE UNIQUE INDEX "ledger_pseudonym_actor_id_chain_key" ON "ledger_pseudonym"("actor_id", "chain");

-- The text is kept as it was digested, to the byte.
CREATE TABLE "ledger_content" (
    "line_id" BIGINT NOT NULL,
    "salt" BYTEA NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "ledger_content_pkey" PRIMARY KEY ("line_id")
);

CREATE TABLE "ledger_seal" (
    "chain" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "line_id" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "ledger_seal_pkey" PRIMARY KEY ("chain", "number")
);
CREATE UNIQUE INDEX "ledger_seal_line_id_key" ON "ledger_seal"("line_id");
CREATE INDEX "ledger_seal_hash_idx" ON "ledger_seal"("hash");

-- Lines that wait for their number: put here by the act itself, so that none is missed however late it commits.
CREATE TABLE "ledger_unsealed" (
    "line_id" BIGINT NOT NULL,

    CONSTRAINT "ledger_unsealed_pkey" PRIMARY KEY ("line_id")
);

-- What the installation found when it last went through a chain, and up to where.
CREATE TABLE "ledger_check" (
    "id" BIGSERIAL NOT NULL,
    "chain" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "faults" INTEGER NOT NULL,
    "remarks" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_check_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ledger_check_chain_id_idx" ON "ledger_check"("chain", "id");

CREATE FUNCTION ledger_chain(alliance_id uuid) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(alliance_id, '00000000-0000-0000-0000-000000000000'::uuid);

-- Salts are the 122 random bits of an id; what is digested is text, so that a script of any language can do it again.
CREATE FUNCTION ledger_digest(salt bytea, told text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(convert_to(encode(salt, 'hex') || told, 'UTF8'));

-- What was written before is chained too.
INSERT INTO "ledger_pseudonym" ("who", "chain", "actor_id", "salt")
SELECT ledger_digest(salt, chain::text || actor_id::text), chain, actor_id, salt
  FROM (SELECT chain, actor_id, uuid_send(gen_random_uuid()) AS salt
          FROM (SELECT DISTINCT ledger_chain(alliance_id) AS chain, actor_id FROM "ledger_line" WHERE actor_id IS NOT NULL) people OFFSET 0) salted;

INSERT INTO "ledger_content" ("line_id", "salt", "content")
SELECT id, uuid_send(gen_random_uuid()), detail::text FROM "ledger_line";

INSERT INTO "ledger_unsealed" ("line_id") SELECT id FROM "ledger_line";

ALTER TABLE "ledger_line" ADD COLUMN "who" BYTEA, ADD COLUMN "content_digest" BYTEA;
UPDATE "ledger_line" l
   SET who = (SELECT p.who FROM "ledger_pseudonym" p WHERE p.actor_id = l.actor_id AND p.chain = ledger_chain(l.alliance_id)),
       content_digest = (SELECT ledger_digest(c.salt, c.content) FROM "ledger_content" c WHERE c.line_id = l.id);
ALTER TABLE "ledger_line" ALTER COLUMN "content_digest" SET NOT NULL;
ALTER TABLE "ledger_line" DROP COLUMN "actor_id", DROP COLUMN "detail", ALTER COLUMN "at" DROP DEFAULT;

-- A text that somebody has bent is no reason to show nothing; the check tells of it.
CREATE FUNCTION ledger_told(content text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL UNSAFE AS $$
BEGIN
  RETURN coalesce(content::jsonb, '{}'::jsonb);
EXCEPTION WHEN others THEN
  RETURN '{}'::jsonb;
END $$;

-- An act as it is told: what was erased is empty.
CREATE VIEW "ledger_entry" WITH (security_invoker = true) AS
SELECT l.id, l.alliance_id, p.actor_id, l.capacity, l.verb, l.subject_kind, l.subject_id, ledger_told(c.content) AS detail, l.at
  FROM "ledger_line" l
  LEFT JOIN "ledger_pseudonym" p ON p.who = l.who
  LEFT JOIN "ledger_content" c ON c.line_id = l.id;

-- The one way in: change() calls it in the act's own transaction.
CREATE FUNCTION ledger_write(entries jsonb) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
DECLARE
  entry jsonb;
  its_chain uuid;
  its_who bytea;
  its_salt bytea;
  its_id bigint;
BEGIN
  FOR entry IN SELECT * FROM jsonb_array_elements(entries) LOOP
    its_chain := ledger_chain((entry->>'allianceId')::uuid);
    its_who := NULL;
    IF entry->>'actorId' IS NOT NULL THEN
      SELECT p.who INTO its_who FROM ledger_pseudonym p WHERE p.actor_id = (entry->>'actorId')::uuid AND p.chain = its_chain;
      IF its_who IS NULL THEN
        its_salt := uuid_send(gen_random_uuid());
        INSERT INTO ledger_pseudonym (who, chain, actor_id, salt)
        VALUES (ledger_digest(its_salt, its_chain::text || (entry->>'actorId')::uuid::text), its_chain, (entry->>'actorId')::uuid, its_salt)
        ON CONFLICT (actor_id, chain) DO NOTHING;
        -- Two first acts of somebody at once: one of them waits here, and finds the other's.
        SELECT p.who INTO STRICT its_who FROM ledger_pseudonym p WHERE p.actor_id = (entry->>'actorId')::uuid AND p.chain = its_chain;
      END IF;
    END IF;
    its_salt := uuid_send(gen_random_uuid());
    INSERT INTO ledger_line (alliance_id, who, capacity, verb, subject_kind, subject_id, content_digest, at)
    VALUES ((entry->>'allianceId')::uuid, its_who, (entry->>'capacity')::"Capacity", entry->>'verb', entry->>'subjectKind',
            (entry->>'subjectId')::uuid, ledger_digest(its_salt, entry->>'content'), (entry->>'at')::timestamptz)
    RETURNING id INTO its_id;
    INSERT INTO ledger_content (line_id, salt, content) VALUES (its_id, its_salt, entry->>'content');
    INSERT INTO ledger_unsealed (line_id) VALUES (its_id);
    RETURN NEXT its_id;
  END LOOP;
END $$;

-- Only whoever owns the tables, and says so in the same session, may do more than add: a migration.
CREATE FUNCTION ledger_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('samsyn.ledger_repair', true) = 'yes' AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'The ledger is only added to: % on % is refused.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER ledger_line_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_line" FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep();
CREATE TRIGGER ledger_seal_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_seal" FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep();
CREATE TRIGGER ledger_check_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_check" FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep();
-- What can be erased can be erased row by row, and not be written anew.
CREATE TRIGGER ledger_content_keep BEFORE UPDATE OR TRUNCATE ON "ledger_content" FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep();
CREATE TRIGGER ledger_pseudonym_keep BEFORE UPDATE OR TRUNCATE ON "ledger_pseudonym" FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep();

-- The server adds and reads; what can be erased it may also erase.
REVOKE ALL ON "ledger_line", "ledger_seal", "ledger_check", "ledger_content", "ledger_pseudonym", "ledger_unsealed", "ledger_entry" FROM samsyn_runtime;
GRANT SELECT, INSERT ON "ledger_line", "ledger_seal", "ledger_check" TO samsyn_runtime;
GRANT SELECT, INSERT, DELETE ON "ledger_content", "ledger_pseudonym", "ledger_unsealed" TO samsyn_runtime;
GRANT SELECT ON "ledger_entry" TO samsyn_runtime;
