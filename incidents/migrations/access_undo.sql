DROP TRIGGER access_only_grows ON incidents_personaccess;
DROP TRIGGER access_only_grows ON incidents_juvenileaccess;
DROP FUNCTION incidents_refuse_change();
