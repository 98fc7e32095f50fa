-- The figures of one agency and period: one row for the whole and one for each campus.
-- What was merged is one incident with the one it went on in, and its calls are calls; what is planned has not happened.
-- Lateral, so that each incident looks its rows up by index: no estimate of the planner can make this quadratic.
WITH counted AS (
  SELECT i.campus_id, i.status <> 'merged' AS own, i.status <> 'merged' AND NOT i.nature = ANY(%(not_crisis)s) AS crisis,
         extract(epoch FROM i.first_on_scene_at - i.received_at) AS response_s,
         called.n AS calls, filed.*, arrived.n > 0 AS attended, arrived.cit, sent.*
    FROM incidents_incident i
   CROSS JOIN LATERAL (SELECT count(*) AS n FROM incidents_call c WHERE c.incident_id = i.id) AS called
   CROSS JOIN LATERAL (
     SELECT count(*) > 0 AS encounter,
            bool_and(r.status IN ('approved', 'locked')) AS approved,
            bool_or(r.force_reportable IS TRUE) AS force_reportable,
            bool_or(hurt.subject) AS subject_injured,
            bool_or(hurt.officer) AS officer_injured,
            bool_or(r.primary_outcome = 'emergency_detention' OR 'emergency_detention' = ANY(r.outcomes)) AS detained,
            bool_or(r.arrestable_but_diverted IS TRUE) AS diverted,
            bool_or(r.primary_outcome = ANY(%(enforcement)s) OR r.outcomes::text[] && %(enforcement)s) AS enforced
       FROM incidents_deescalationrecord r
      CROSS JOIN LATERAL (
        -- What was there before anybody arrived is shown apart, and is nobody's doing at the scene.
        SELECT bool_or(row ->> 'who' = 'subject') AS subject, bool_or(row ->> 'who' = 'officer') AS officer
          FROM jsonb_array_elements(r.injuries) AS row WHERE coalesce(row ->> 'before_arrival', 'no') <> 'yes'
      ) AS hurt
      WHERE r.incident_id = i.id AND r.status IN ('submitted', 'approved', 'locked') AND r.primary_outcome <> 'unfounded'
   ) AS filed
   CROSS JOIN LATERAL (
     SELECT count(*) AS n, bool_or(a.cit_on_arrival IS TRUE) AS cit
       FROM incidents_assignment a WHERE a.incident_id = i.id AND a.on_scene_at IS NOT NULL
   ) AS arrived
   CROSS JOIN LATERAL (
     SELECT count(*) AS sent,
            count(*) FILTER (WHERE f.status = ANY(%(ended)s)) AS ended,
            count(*) FILTER (WHERE f.status = ANY(%(ended)s) AND f.loop_closed_at IS NOT NULL) AS looped,
            count(*) FILTER (WHERE f.outcome = ANY(%(helped)s)) AS helped
       FROM referrals_referral f WHERE f.case_id = i.case_id AND f.agency_id = i.agency_id
   ) AS sent
   WHERE i.agency_id = %(agency)s AND i.received_at >= %(begins_at)s AND i.received_at < %(ends_at)s
     AND i.status <> 'scheduled'
)
SELECT campus_id,
       coalesce(sum(calls), 0)::int AS calls,
       count(*) FILTER (WHERE own) AS incidents,
       count(*) FILTER (WHERE crisis) AS crisis,
       count(*) FILTER (WHERE crisis AND response_s IS NOT NULL) AS responses,
       (percentile_disc(0.5) WITHIN GROUP (ORDER BY response_s) FILTER (WHERE crisis))::float AS response_median_s,
       (percentile_disc(0.9) WITHIN GROUP (ORDER BY response_s) FILTER (WHERE crisis))::float AS response_p90_s,
       count(*) FILTER (WHERE encounter) AS encounters,
       count(*) FILTER (WHERE NOT approved) AS not_approved,
       count(*) FILTER (WHERE encounter AND attended) AS attended,
       count(*) FILTER (WHERE encounter AND attended AND cit) AS cit_on_scene,
       count(*) FILTER (WHERE attended AND force_reportable) AS force_reportable,
       count(*) FILTER (WHERE attended AND subject_injured) AS subject_injured,
       count(*) FILTER (WHERE attended AND officer_injured) AS officer_injured,
       count(*) FILTER (WHERE detained) AS detained,
       count(*) FILTER (WHERE diverted) AS diverted,
       count(*) FILTER (WHERE diverted OR enforced) AS arrestable,
       coalesce(sum(sent), 0)::int AS referrals_sent,
       coalesce(sum(ended), 0)::int AS referrals_ended,
       coalesce(sum(looped), 0)::int AS loops_closed,
       coalesce(sum(helped), 0)::int AS got_help
  FROM counted
 GROUP BY GROUPING SETS ((), (campus_id))
