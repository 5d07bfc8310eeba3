#!/bin/sh
# Run once, by the image of PostgreSQL, on an empty volume: the login of the application, member of one role and owner
# of nothing. The first migration finds the role made and grants it what each table needs.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set=password="$APPLICATION_PASSWORD" <<'SQL'
CREATE ROLE hemicycle_app NOLOGIN;
CREATE ROLE hemicycle_login LOGIN PASSWORD :'password' IN ROLE hemicycle_app;
SQL
