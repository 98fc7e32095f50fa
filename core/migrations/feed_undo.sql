DROP TABLE core_feed;
DROP FUNCTION core_feed_wake();
DROP FUNCTION core_ring(text, text);
