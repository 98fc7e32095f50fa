-- Offers, stacks and hand-offs are seen in the rows of incidents and officers; lookouts by everybody on duty.
CREATE FUNCTION live_row_of_incident() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM core_ring('agency:' || NEW.agency_id, 'incident');
  RETURN NULL;
END $$;
CREATE TRIGGER live AFTER INSERT OR UPDATE ON incidents_handover
  FOR EACH ROW EXECUTE FUNCTION live_row_of_incident();

CREATE FUNCTION live_row_of_unit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM core_ring('agency:' || NEW.agency_id, 'unit');
  RETURN NULL;
END $$;
CREATE TRIGGER live AFTER INSERT OR UPDATE ON incidents_pendingcall
  FOR EACH ROW EXECUTE FUNCTION live_row_of_unit();

CREATE FUNCTION live_lookout() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM core_ring('agency:' || NEW.agency_id, 'lookout');
  RETURN NULL;
END $$;
CREATE TRIGGER live AFTER INSERT OR UPDATE ON incidents_lookout FOR EACH ROW EXECUTE FUNCTION live_lookout();
