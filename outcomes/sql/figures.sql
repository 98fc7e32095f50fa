-- The figures of one agency and period: one row for the whole and one for each campus.
WITH base AS (
  SELECT i.id, i.case_id, i.campus_id, NOT i.nature = ANY(%(not_crisis)s) AS crisis,
         extract(epoch FROM i.first_on_scene_at - i.received_at) AS response_s
    FROM incidents_incident i
   WHERE i.agency_id = %(agency)s AND i.received_at >= %(begins_at)s AND i.received_at < %(ends_at)s
), calls AS (
  SELECT c.incident_id, count(*) AS n
    FROM incidents_call c JOIN base ON base.id = c.incident_id GROUP BY 1
), filed AS (
  SELECT r.incident_id,
         bool_and(r.status = 'approved') AS approved,
         bool_or(r.force_reportable IS TRUE) AS force_reportable,
         bool_or('subject' = ANY(r.injured)) AS subject_injured,
         bool_or('officer' = ANY(r.injured)) AS officer_injured,
         bool_or(r.primary_outcome = 'emergency_detention' OR 'emergency_detention' = ANY(r.outcomes)) AS detained,
         bool_or(r.arrestable_but_diverted IS TRUE) AS diverted,
         bool_or(r.primary_outcome = ANY(%(enforcement)s) OR r.outcomes::text[] && %(enforcement)s) AS enforced
    FROM incidents_deescalationrecord r JOIN base ON base.id = r.incident_id
   WHERE r.status IN ('submitted', 'approved') AND r.primary_outcome <> 'unfounded' GROUP BY 1
), arrivals AS (
  SELECT a.incident_id, bool_or(a.cit_on_arrival IS TRUE) AS cit
    FROM incidents_assignment a JOIN base ON base.id = a.incident_id
   WHERE a.on_scene_at IS NOT NULL GROUP BY 1
), encounters AS (
  SELECT filed.*, arrivals.incident_id IS NOT NULL AS attended, arrivals.cit
    FROM filed LEFT JOIN arrivals ON arrivals.incident_id = filed.incident_id
), sent AS (
  SELECT f.case_id, count(*) AS n,
         count(*) FILTER (WHERE f.status = ANY(%(ended)s)) AS ended,
         count(*) FILTER (WHERE f.status = ANY(%(ended)s) AND f.loop_closed_at IS NOT NULL) AS loops_closed,
         count(*) FILTER (WHERE f.outcome = ANY(%(helped)s)) AS got_help
    FROM referrals_referral f JOIN base ON base.case_id = f.case_id
   WHERE f.agency_id = %(agency)s GROUP BY 1
)
SELECT base.campus_id,
       coalesce(sum(calls.n), 0)::int AS calls,
       count(*) AS incidents,
       count(*) FILTER (WHERE crisis) AS crisis,
       count(*) FILTER (WHERE crisis AND response_s IS NOT NULL) AS responses,
       (percentile_disc(0.5) WITHIN GROUP (ORDER BY response_s) FILTER (WHERE crisis))::float AS response_median_s,
       (percentile_disc(0.9) WITHIN GROUP (ORDER BY response_s) FILTER (WHERE crisis))::float AS response_p90_s,
       count(e.incident_id) AS encounters,
       count(*) FILTER (WHERE NOT e.approved) AS not_approved,
       count(*) FILTER (WHERE e.attended) AS attended,
       count(*) FILTER (WHERE e.attended AND e.cit) AS cit_on_scene,
       count(*) FILTER (WHERE e.attended AND e.force_reportable) AS force_reportable,
       count(*) FILTER (WHERE e.attended AND e.subject_injured) AS subject_injured,
       count(*) FILTER (WHERE e.attended AND e.officer_injured) AS officer_injured,
       count(*) FILTER (WHERE e.detained) AS detained,
       count(*) FILTER (WHERE e.diverted) AS diverted,
       count(*) FILTER (WHERE e.diverted OR e.enforced) AS arrestable,
       coalesce(sum(sent.n), 0)::int AS referrals_sent,
       coalesce(sum(sent.ended), 0)::int AS referrals_ended,
       coalesce(sum(sent.loops_closed), 0)::int AS loops_closed,
       coalesce(sum(sent.got_help), 0)::int AS got_help
  FROM base
  LEFT JOIN calls ON calls.incident_id = base.id
  LEFT JOIN encounters e ON e.incident_id = base.id
  LEFT JOIN sent ON sent.case_id = base.case_id
 GROUP BY GROUPING SETS ((), (base.campus_id))
