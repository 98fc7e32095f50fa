-- Plans of one line each become documents; of several versions the newest that counts stays in use.
UPDATE incidents_responseplan SET
  content = jsonb_build_object(
    'schema', 1, 'caution', caution, 'baseline', '', 'escalated', '', 'triggers', '[]'::jsonb,
    'helps', jsonb_build_array(jsonb_build_object('technique', '', 'text', helps)),
    'avoid', CASE WHEN avoid = '' THEN '[]'::jsonb
                  ELSE jsonb_build_array(jsonb_build_object('technique', '', 'text', avoid)) END,
    'strategies', '[]'::jsonb, 'contacts', '[]'::jsonb, 'safety', '[]'::jsonb,
    'sensory', '', 'language', '', 'reentry', '', 'supervision', ''),
  submitted_at = created_at,
  approved_at = reviewed_on,
  status = CASE
    WHEN EXISTS (SELECT FROM incidents_responseplan newer
                 WHERE newer.agency_id = incidents_responseplan.agency_id
                   AND newer.student_number = incidents_responseplan.student_number
                   AND newer.number > incidents_responseplan.number
                   AND (newer.approved_by_id IS NOT NULL OR incidents_responseplan.approved_by_id IS NULL)) THEN 'retired'
    WHEN approved_by_id IS NULL THEN 'submitted'
    WHEN expires_on <= CURRENT_DATE THEN 'expired'
    ELSE 'approved' END;
