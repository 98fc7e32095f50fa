-- Who looked at a person is written once: nobody changes it and nobody takes it away.
CREATE FUNCTION incidents_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER access_only_grows BEFORE UPDATE OR DELETE ON incidents_personaccess
  FOR EACH STATEMENT EXECUTE FUNCTION incidents_refuse_change();
CREATE TRIGGER access_only_grows BEFORE UPDATE OR DELETE ON incidents_juvenileaccess
  FOR EACH STATEMENT EXECUTE FUNCTION incidents_refuse_change();
