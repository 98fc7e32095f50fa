DROP TRIGGER live ON incidents_fieldrequest;
DROP FUNCTION live_ask;
