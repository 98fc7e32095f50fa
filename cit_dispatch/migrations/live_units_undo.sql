DROP TRIGGER live ON incidents_handover;
DROP FUNCTION live_row_of_incident();
DROP TRIGGER live ON incidents_pendingcall;
DROP FUNCTION live_row_of_unit();
DROP TRIGGER live ON incidents_lookout;
DROP FUNCTION live_lookout();
