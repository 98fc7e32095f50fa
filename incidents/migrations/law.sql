CREATE TRIGGER form_disclosure_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON incidents_formdisclosure
  FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER duty_attempt_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON incidents_dutyattempt
  FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER duty_step_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON incidents_dutystep
  FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER restraint_export_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON incidents_restraintexport
  FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();

-- What was signed says for ever what it said, under the words that it was signed under.
CREATE FUNCTION incidents_keep_signed_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sha256 <> '' AND (OLD.content, OLD.template_id, OLD.number, OLD.signed_by_id, OLD.signed_name, OLD.signed_at, OLD.sha256)
     IS DISTINCT FROM (NEW.content, NEW.template_id, NEW.number, NEW.signed_by_id, NEW.signed_name, NEW.signed_at, NEW.sha256) THEN
    RAISE EXCEPTION 'a signed form is not changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER legal_form_signed BEFORE UPDATE ON incidents_legalform
  FOR EACH ROW EXECUTE FUNCTION incidents_keep_signed_form();

CREATE FUNCTION incidents_keep_approved_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sha256 <> '' AND (OLD.content, OLD.sha256) IS DISTINCT FROM (NEW.content, NEW.sha256) THEN
    RAISE EXCEPTION 'approved words are not changed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER legal_template_approved BEFORE UPDATE ON incidents_legaltemplate
  FOR EACH ROW EXECUTE FUNCTION incidents_keep_approved_words();
