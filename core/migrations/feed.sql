-- The feed: written in the transaction that changed something, read in the order of commits, kept for two days.
CREATE TABLE core_feed (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  channel text NOT NULL,
  topic text NOT NULL,
  -- A transaction that changes a hundred rows rings once.
  CONSTRAINT feed_once UNIQUE (xid, channel, topic)
);
CREATE INDEX feed_at ON core_feed (at);

-- Rings with the owner's rights: who may change a row need not be able to write here.
CREATE FUNCTION core_ring(channel text, topic text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO core_feed (channel, topic) VALUES (channel, topic) ON CONFLICT DO NOTHING
$$;
REVOKE ALL ON FUNCTION core_ring(text, text) FROM PUBLIC;

-- Wakes the readers at commit; it carries nothing and may be lost, since they also look by themselves.
CREATE FUNCTION core_feed_wake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('core_feed', '');
  RETURN NULL;
END $$;
CREATE TRIGGER wake AFTER INSERT ON core_feed FOR EACH STATEMENT EXECUTE FUNCTION core_feed_wake();
