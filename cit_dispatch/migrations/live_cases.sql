-- Whatever belongs to one incident also rings for that incident alone: a page that shows one case need not look at all.
CREATE FUNCTION live_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  concerned uuid;
BEGIN
  IF TG_TABLE_NAME = 'incidents_incident' THEN concerned := NEW.id; ELSE concerned := NEW.incident_id; END IF;
  IF concerned IS NULL THEN RETURN NULL; END IF;
  PERFORM core_ring('agency:' || NEW.agency_id, 'incident:' || concerned);
  PERFORM core_ring('person:' || o.user_id, 'incident:' || concerned) FROM incidents_assignment a
    JOIN officers_officer o ON o.id = a.officer_id
    WHERE a.incident_id = concerned AND a.status IN ('dispatched', 'en_route', 'on_scene');
  RETURN NULL;
END $$;
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_incident FOR EACH ROW EXECUTE FUNCTION live_case();
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_call FOR EACH ROW EXECUTE FUNCTION live_case();
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_answer FOR EACH ROW EXECUTE FUNCTION live_case();
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_prioritychange FOR EACH ROW EXECUTE FUNCTION live_case();
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_subject FOR EACH ROW EXECUTE FUNCTION live_case();
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_assignment FOR EACH ROW EXECUTE FUNCTION live_case();
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_handoff FOR EACH ROW EXECUTE FUNCTION live_case();
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_incidentnote FOR EACH ROW EXECUTE FUNCTION live_case();
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_incidentfile FOR EACH ROW EXECUTE FUNCTION live_case();
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_deescalationrecord FOR EACH ROW EXECUTE FUNCTION live_case();
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_timer FOR EACH ROW EXECUTE FUNCTION live_case();
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_pendingcall FOR EACH ROW EXECUTE FUNCTION live_case();
CREATE TRIGGER live_case AFTER INSERT OR UPDATE ON incidents_handover FOR EACH ROW EXECUTE FUNCTION live_case();
