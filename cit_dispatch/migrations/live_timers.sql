-- Clocks, and who sits where: every desk of the agency hears, and the officer who is asked.
CREATE FUNCTION live_timer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM core_ring('agency:' || NEW.agency_id, 'timer');
  PERFORM core_ring('person:' || o.user_id, 'timer') FROM incidents_assignment a
    JOIN officers_officer o ON o.id = a.officer_id WHERE a.id = NEW.assignment_id;
  RETURN NULL;
END $$;
CREATE TRIGGER live AFTER INSERT OR UPDATE ON incidents_timer FOR EACH ROW EXECUTE FUNCTION live_timer();

CREATE FUNCTION live_desk() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM core_ring('agency:' || NEW.agency_id, 'desk');
  RETURN NULL;
END $$;
CREATE TRIGGER live AFTER INSERT OR UPDATE ON incidents_desk FOR EACH ROW EXECUTE FUNCTION live_desk();
CREATE TRIGGER live AFTER INSERT OR UPDATE ON incidents_deskturn FOR EACH ROW EXECUTE FUNCTION live_desk();
CREATE TRIGGER live AFTER INSERT ON incidents_logentry FOR EACH ROW EXECUTE FUNCTION live_desk();
