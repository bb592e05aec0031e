-- The roles that the API acts as, and the account that may act as them. Run by an administrator of the
-- server, as often as one likes: sed s/ACCOUNT/samsyn/g scripts/postgres/roles.sql | psql
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samsyn_runtime') THEN
    CREATE ROLE samsyn_runtime NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samsyn_system') THEN
    CREATE ROLE samsyn_system NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;
END
$$;
GRANT samsyn_runtime TO samsyn_system;
GRANT samsyn_runtime, samsyn_system TO ACCOUNT;
