-- Two shifts of one person never overlap. Checked after the statement and deferrable, so that two shifts that overlap
-- each other can change hands in one transaction. The person's roster row is held while looking: two planners at once
-- wait for one another, and rows that only point at the person do not.
DROP TRIGGER shift_overlap ON officers_shift;
CREATE OR REPLACE FUNCTION officers_refuse_overlap() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE mine officers_shift%ROWTYPE;
BEGIN
  SELECT * INTO mine FROM officers_shift WHERE id = NEW.id;
  IF NOT FOUND OR mine.status = 'cancelled' THEN RETURN NULL; END IF;
  PERFORM 1 FROM officers_officer WHERE id = mine.officer_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM officers_shift s
              WHERE s.officer_id = mine.officer_id AND s.id <> mine.id AND s.status <> 'cancelled'
                AND s.starts_at < mine.ends_at AND s.ends_at > mine.starts_at) THEN
    RAISE EXCEPTION 'shift_overlap' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'shift_overlap',
      TABLE = 'officers_shift';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER shift_overlap AFTER INSERT OR UPDATE OF officer_id, starts_at, ends_at, status
  ON officers_shift DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION officers_refuse_overlap();
