-- The ledger: what was inserted is never changed, and every event is sealed into its agency's chain at commit.
ALTER TABLE core_event ALTER at SET DEFAULT clock_timestamp(), ALTER db_user SET DEFAULT session_user;
ALTER TABLE core_event DROP COLUMN facts, DROP COLUMN case_id, DROP COLUMN record_id, DROP COLUMN type;
ALTER TABLE core_event
  ADD facts jsonb GENERATED ALWAYS AS (payload::jsonb -> 'facts') STORED,
  ADD case_id uuid GENERATED ALWAYS AS ((payload::jsonb ->> 'case')::uuid) STORED,
  ADD record_id uuid GENERATED ALWAYS AS ((payload::jsonb ->> 'record')::uuid) STORED,
  ADD type text GENERATED ALWAYS AS (payload::jsonb ->> 'type') STORED;
CREATE INDEX event_case ON core_event (agency_id, case_id);
CREATE INDEX event_record ON core_event (record_id);

CREATE TABLE core_chain_head (agency_id uuid PRIMARY KEY, seq bigint NOT NULL, hash bytea NOT NULL);
CREATE TABLE core_seal (
  agency_id uuid NOT NULL, seq bigint NOT NULL, event_id uuid NOT NULL UNIQUE REFERENCES core_event,
  prev_hash bytea NOT NULL, hash bytea NOT NULL, PRIMARY KEY (agency_id, seq)
);

-- Binary send functions do not depend on time zone or date style; every variable part carries its length.
CREATE FUNCTION core_event_hash(prev bytea, seq bigint, e core_event) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT sha256(prev || int8send(seq) || uuid_send(e.agency_id) || uuid_send(e.id) || timestamptz_send(e.at)
    || int4send(octet_length(e.db_user)) || convert_to(e.db_user, 'UTF8')
    || int4send(octet_length(e.payload)) || convert_to(e.payload, 'UTF8'))
$$;

CREATE FUNCTION core_seal_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE head core_chain_head; sealed bytea;
BEGIN
  INSERT INTO core_chain_head VALUES (NEW.agency_id, 0, sha256(uuid_send(NEW.agency_id))) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM core_chain_head WHERE agency_id = NEW.agency_id FOR UPDATE;
  sealed := core_event_hash(head.hash, head.seq + 1, NEW);
  INSERT INTO core_seal VALUES (NEW.agency_id, head.seq + 1, NEW.id, head.hash, sealed);
  UPDATE core_chain_head SET seq = head.seq + 1, hash = sealed WHERE agency_id = NEW.agency_id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER seal AFTER INSERT ON core_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION core_seal_event();

CREATE FUNCTION core_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON core_event
  FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON core_seal
  FOR EACH STATEMENT EXECUTE FUNCTION core_refuse_change();

-- Walks every chain; the application may ask, though it may not read the seals.
CREATE FUNCTION core_broken_events() RETURNS TABLE (event_id uuid, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.event_id, 'the hash does not match the row'
    FROM core_seal s JOIN core_event e ON e.id = s.event_id WHERE s.hash <> core_event_hash(s.prev_hash, s.seq, e)
  UNION ALL
  SELECT e.id, 'the event has no seal' FROM core_event e WHERE NOT EXISTS (SELECT FROM core_seal s WHERE s.event_id = e.id)
  UNION ALL
  SELECT s.event_id, 'the seal has no event' FROM core_seal s WHERE NOT EXISTS (SELECT FROM core_event e WHERE e.id = s.event_id)
  UNION ALL
  SELECT w.event_id, 'the chain is cut before this event' FROM (
    SELECT event_id, prev_hash, seq,
      lag(hash, 1, sha256(uuid_send(agency_id))) OVER chain AS expected, lag(seq, 1, 0) OVER chain AS before
      FROM core_seal WINDOW chain AS (PARTITION BY agency_id ORDER BY seq)) w
    WHERE w.prev_hash <> w.expected OR w.seq <> w.before + 1
  UNION ALL
  SELECT s.event_id, 'the head of the chain does not match its last seal' FROM core_chain_head h
    JOIN core_seal s ON s.agency_id = h.agency_id AND s.seq = (SELECT max(seq) FROM core_seal x WHERE x.agency_id = h.agency_id)
    WHERE s.hash <> h.hash OR s.seq <> h.seq
  UNION ALL
  SELECT NULL, 'a guard of ' || tgrelid::regclass || ' is switched off' FROM pg_trigger
    WHERE tgname IN ('seal', 'only_grows') AND tgenabled <> 'O'
$$;
