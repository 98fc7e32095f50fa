-- Who may enter this database and who may build in it; run in the database by an administrator, safe to run again.
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO cit_migrate, cit_app, cit_worker, cit_auditor, cit_purge, cit_backup',
                 current_database());
END $$;
ALTER SCHEMA public OWNER TO cit_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO cit_app, cit_worker, cit_auditor, cit_purge, cit_backup;
