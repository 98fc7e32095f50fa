-- Walks every chain; the application may ask, though it may not read the seals.
CREATE OR REPLACE FUNCTION core_broken_events() RETURNS TABLE (event_id uuid, reason text)
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
  -- The head as it should be beside the head as it is, so that a missing one and one without a chain are found too.
  SELECT s.event_id, 'the head of the chain does not match its last seal'
    FROM core_chain_head h
    FULL JOIN (SELECT DISTINCT ON (agency_id) agency_id, seq, hash, event_id FROM core_seal ORDER BY agency_id, seq DESC) s
      ON s.agency_id = h.agency_id
    WHERE s.hash IS DISTINCT FROM h.hash OR s.seq IS DISTINCT FROM h.seq
  UNION ALL
  SELECT NULL, 'a guard of ' || tgrelid::regclass || ' is switched off' FROM pg_trigger
    WHERE tgname IN ('seal', 'only_grows') AND tgenabled <> 'O'
  UNION ALL
  SELECT NULL, 'a guard of ' || g.relation || ' is missing'
    FROM (VALUES ('core_event', 'seal'), ('core_event', 'only_grows'), ('core_seal', 'only_grows')) g (relation, name)
    WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = g.relation::regclass AND tgname = g.name)
$$;
