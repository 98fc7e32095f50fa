DROP TRIGGER response_plan_fixed ON incidents_responseplan;
DROP FUNCTION response_plan_fixed();
