-- What officers ask for: every desk and wall board of the agency hears, and the officer who asked.
CREATE FUNCTION live_ask() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM core_ring('agency:' || NEW.agency_id, 'ask');
  PERFORM core_ring('person:' || user_id, 'ask') FROM officers_officer WHERE id = NEW.officer_id;
  RETURN NULL;
END $$;
CREATE TRIGGER live AFTER INSERT OR UPDATE ON incidents_fieldrequest FOR EACH ROW EXECUTE FUNCTION live_ask();
