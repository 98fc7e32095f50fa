-- Which change rings where. Every write is heard, whatever wrote it; a ring names a kind of record and nothing more.
CREATE FUNCTION live_incident() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM core_ring('agency:' || NEW.agency_id, 'incident');
  IF TG_OP = 'UPDATE' THEN
    PERFORM core_ring('person:' || o.user_id, 'incident') FROM incidents_assignment a
      JOIN officers_officer o ON o.id = a.officer_id
      WHERE a.incident_id = NEW.id AND a.status IN ('dispatched', 'en_route', 'on_scene');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER live AFTER INSERT OR UPDATE ON incidents_incident FOR EACH ROW EXECUTE FUNCTION live_incident();

CREATE FUNCTION live_call() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM core_ring('agency:' || NEW.agency_id, 'incident');
  PERFORM core_ring('person:' || o.user_id, 'incident') FROM incidents_assignment a
    JOIN officers_officer o ON o.id = a.officer_id
    WHERE a.incident_id = NEW.incident_id AND a.status IN ('dispatched', 'en_route', 'on_scene');
  RETURN NULL;
END $$;
CREATE TRIGGER live AFTER INSERT OR UPDATE ON incidents_call FOR EACH ROW EXECUTE FUNCTION live_call();

CREATE FUNCTION live_assignment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM core_ring('agency:' || NEW.agency_id, 'assignment');
  PERFORM core_ring('person:' || user_id, 'assignment') FROM officers_officer WHERE id = NEW.officer_id;
  RETURN NULL;
END $$;
CREATE TRIGGER live AFTER INSERT OR UPDATE ON incidents_assignment FOR EACH ROW EXECUTE FUNCTION live_assignment();

CREATE FUNCTION live_record() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status THEN RETURN NULL; END IF;
  PERFORM core_ring('agency:' || NEW.agency_id, 'record');
  PERFORM core_ring('person:' || NEW.author_id, 'record');
  RETURN NULL;
END $$;
CREATE TRIGGER live AFTER INSERT OR UPDATE ON incidents_deescalationrecord FOR EACH ROW EXECUTE FUNCTION live_record();

CREATE FUNCTION live_unit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM core_ring('agency:' || NEW.agency_id, 'unit');
  PERFORM core_ring('person:' || NEW.user_id, 'unit');
  RETURN NULL;
END $$;
CREATE TRIGGER live AFTER INSERT OR UPDATE OF duty, last_campus_id, call_sign ON officers_officer
  FOR EACH ROW EXECUTE FUNCTION live_unit();

CREATE FUNCTION live_referral() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM core_ring('agency:' || NEW.agency_id, 'referral');
  PERFORM core_ring('person:' || NEW.author_id, 'referral');
  PERFORM core_ring('person:' || user_id, 'referral') FROM referrals_teammember WHERE team_id = NEW.team_id AND active;
  RETURN NULL;
END $$;
CREATE TRIGGER live AFTER INSERT OR UPDATE ON referrals_referral FOR EACH ROW EXECUTE FUNCTION live_referral();

-- What a person may hear has changed, or who they are is in doubt: their streams end, and ask anew.
CREATE FUNCTION live_end_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_TABLE_NAME = 'officers_user' THEN
    PERFORM core_ring('person:' || OLD.id, 'end');
  ELSIF TG_OP = 'INSERT' THEN
    PERFORM core_ring('person:' || NEW.user_id, 'end');
  ELSE
    PERFORM core_ring('person:' || OLD.user_id, 'end');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER live_end AFTER INSERT OR UPDATE OR DELETE ON officers_rolegrant
  FOR EACH ROW EXECUTE FUNCTION live_end_person();
CREATE TRIGGER live_end AFTER UPDATE OF is_active, password, agency_id ON officers_user FOR EACH ROW
  WHEN (OLD.is_active <> NEW.is_active OR OLD.password <> NEW.password OR OLD.agency_id <> NEW.agency_id)
  EXECUTE FUNCTION live_end_person();

-- The key itself is a secret, so its digest is rung.
CREATE FUNCTION live_end_session() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM core_ring('session:' || encode(sha256(convert_to(OLD.session_key, 'UTF8')), 'hex'), 'end');
  RETURN NULL;
END $$;
CREATE TRIGGER live_end AFTER DELETE ON django_session FOR EACH ROW EXECUTE FUNCTION live_end_session();
