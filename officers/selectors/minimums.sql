-- The rules that ask, with the agency's clock and its hours of warning.
SELECT r.id, r.name, r.position, r.number, r.weekdays, r.starts, r.ends, r.kind, r.cit, r.group_id,
       coalesce(g.name, ''), a.time_zone, p.warn_hours
  FROM officers_coveragerule r
  JOIN officers_agency a ON a.id = r.agency_id
  LEFT JOIN officers_campusgroup g ON g.id = r.group_id
  LEFT JOIN officers_rosterpolicy p ON p.agency_id = r.agency_id
 WHERE r.agency_id = %s AND r.active
 ORDER BY r.name
 LIMIT %s
