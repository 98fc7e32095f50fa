-- What was submitted stays as it was read: the words of a version change only while it is a draft.
CREATE FUNCTION response_plan_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the words of a submitted plan do not change' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER response_plan_fixed BEFORE UPDATE ON incidents_responseplan FOR EACH ROW
  WHEN (OLD.status <> 'draft' AND OLD.content IS DISTINCT FROM NEW.content)
  EXECUTE FUNCTION response_plan_fixed();
