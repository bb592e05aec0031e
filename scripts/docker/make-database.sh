#!/bin/sh
# Run once by the PostgreSQL container on empty data: the account the API uses is no superuser.
set -eu
address=$(cat /run/secrets/database_url)
password=$(printf '%s' "$address" | sed -E 's|^[a-z]+://[^:]+:([^@]+)@.*$|\1|')
psql --set ON_ERROR_STOP=1 --set password="$password" --username postgres --dbname postgres <<'SQL'
CREATE ROLE samsyn LOGIN PASSWORD :'password';
CREATE DATABASE samsyn OWNER samsyn;
SQL
sed 's/ACCOUNT/samsyn/g' /etc/samsyn/roles.sql | psql --set ON_ERROR_STOP=1 --username postgres --dbname postgres
