DROP TRIGGER live ON incidents_timer;
DROP TRIGGER live ON incidents_desk;
DROP TRIGGER live ON incidents_deskturn;
DROP TRIGGER live ON incidents_logentry;
DROP FUNCTION live_timer, live_desk;
