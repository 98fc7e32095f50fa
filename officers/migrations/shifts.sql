-- Two shifts of one person never overlap. An exclusion constraint would need btree_gist, which the embedded server
-- lacks, so a trigger holds the person's roster row and looks: two planners at once wait for one another.
CREATE FUNCTION officers_refuse_overlap() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF NEW.status = 'cancelled' THEN RETURN NEW; END IF;
  PERFORM 1 FROM officers_officer WHERE id = NEW.officer_id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM officers_shift s
              WHERE s.officer_id = NEW.officer_id AND s.id <> NEW.id AND s.status <> 'cancelled'
                AND s.starts_at < NEW.ends_at AND s.ends_at > NEW.starts_at) THEN
    RAISE EXCEPTION 'shift_overlap' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'shift_overlap',
      TABLE = 'officers_shift';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shift_overlap BEFORE INSERT OR UPDATE OF officer_id, starts_at, ends_at, status ON officers_shift
  FOR EACH ROW EXECUTE FUNCTION officers_refuse_overlap();
