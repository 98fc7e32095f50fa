-- The database roles, created once by an administrator; safe to run again.
DO $$
DECLARE name text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cit_owner') THEN CREATE ROLE cit_owner NOLOGIN; END IF;
  FOREACH name IN ARRAY ARRAY['cit_migrate', 'cit_app', 'cit_worker', 'cit_auditor', 'cit_purge', 'cit_backup'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', name);
    END IF;
  END LOOP;
END $$;
GRANT cit_owner TO cit_migrate;
-- What a deployment creates belongs to the owner, whoever deploys.
ALTER ROLE cit_migrate SET role = cit_owner;
ALTER ROLE cit_backup BYPASSRLS;
-- A dump must hold every row of every table.
GRANT pg_read_all_data TO cit_backup;
