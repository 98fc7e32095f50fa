DROP FUNCTION core_broken_events();
DROP TRIGGER seal ON core_event;
DROP TRIGGER only_grows ON core_event;
DROP FUNCTION core_seal_event();
DROP FUNCTION core_event_hash(bytea, bigint, core_event);
DROP TABLE core_seal, core_chain_head;
DROP FUNCTION core_refuse_change();
