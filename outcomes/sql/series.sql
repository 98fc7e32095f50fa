-- Incidents and response times of one agency for each month or year, in its own time zone.
SELECT date_trunc(%(step)s, received_at AT TIME ZONE %(zone)s)::date AS bucket,
       count(*) AS incidents,
       count(*) FILTER (WHERE crisis) AS crisis,
       (percentile_disc(0.5) WITHIN GROUP (ORDER BY response_s) FILTER (WHERE crisis))::float AS response_median_s,
       (percentile_disc(0.9) WITHIN GROUP (ORDER BY response_s) FILTER (WHERE crisis))::float AS response_p90_s
  FROM (
    SELECT received_at, NOT nature = ANY(%(not_crisis)s) AS crisis,
           extract(epoch FROM first_on_scene_at - received_at) AS response_s
      FROM incidents_incident
     WHERE agency_id = %(agency)s AND received_at >= %(begins_at)s AND received_at < %(ends_at)s
       AND status NOT IN ('merged', 'scheduled')
  ) AS base
 GROUP BY 1
