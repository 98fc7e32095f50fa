DROP TRIGGER legal_template_approved ON incidents_legaltemplate;
DROP FUNCTION incidents_keep_approved_words();
DROP TRIGGER legal_form_signed ON incidents_legalform;
DROP FUNCTION incidents_keep_signed_form();
DROP TRIGGER restraint_export_only_grows ON incidents_restraintexport;
DROP TRIGGER duty_step_only_grows ON incidents_dutystep;
DROP TRIGGER duty_attempt_only_grows ON incidents_dutyattempt;
DROP TRIGGER form_disclosure_only_grows ON incidents_formdisclosure;
