-- The API does not act as the account that owns the tables [S10]. Roles belong to the whole server, so
-- they may be there already, or be made by another database at this very moment.
DO $$
DECLARE
  "wanted" text;
BEGIN
  FOREACH "wanted" IN ARRAY ARRAY['samsyn_runtime', 'samsyn_system'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = "wanted") THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION', "wanted");
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;
  -- What the server does for no person has the same rights, and is let past the walls between people.
  IF NOT EXISTS (SELECT FROM pg_auth_members WHERE roleid = 'samsyn_runtime'::regrole AND member = 'samsyn_system'::regrole) THEN
    BEGIN
      GRANT samsyn_runtime TO samsyn_system;
    EXCEPTION WHEN unique_violation OR internal_error THEN
      NULL;
    END;
  END IF;
  FOREACH "wanted" IN ARRAY ARRAY['samsyn_runtime', 'samsyn_system'] LOOP
    BEGIN
      EXECUTE format('SET LOCAL ROLE %I', "wanted");
    EXCEPTION WHEN insufficient_privilege THEN
      BEGIN
        EXECUTE format('GRANT %I TO CURRENT_USER', "wanted");
      EXCEPTION WHEN unique_violation OR internal_error THEN
        NULL;
      END;
    END;
    RESET ROLE;
    -- Whoever makes a role is its keeper, which is not yet the same as to act as it or to have its rights.
    IF NOT pg_has_role("wanted"::name, 'USAGE') THEN
      BEGIN
        EXECUTE format('GRANT %I TO CURRENT_USER', "wanted");
      EXCEPTION WHEN unique_violation OR internal_error THEN
        NULL;
      END;
    END IF;
  END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE EXCEPTION 'the account may not make the roles samsyn_runtime and samsyn_system'
    USING ERRCODE = 'insufficient_privilege', HINT = 'samsyn roles';
END
$$;

GRANT USAGE ON SCHEMA public TO samsyn_runtime;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO samsyn_runtime;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO samsyn_runtime;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO samsyn_runtime;
-- What later migrations make.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO samsyn_runtime;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO samsyn_runtime;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO samsyn_runtime;

REVOKE ALL ON "_prisma_migrations" FROM samsyn_runtime;
-- What has been noted is read and added to, never changed.
REVOKE UPDATE, DELETE ON "ledger_entry" FROM samsyn_runtime;
