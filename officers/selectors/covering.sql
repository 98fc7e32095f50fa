-- The roster as coverage reckons with it, one row for each person. `start` to `end` is asked about, `wide`
-- also the shifts beside it; `live` leaves out who is neither on the clock nor expected, `gone` lets in who has left.
WITH person AS (
  SELECT o.id, o.call_sign, o.license, o.license_expires_on, o.user_id, u.name, home.group_id AS home,
         EXISTS (SELECT FROM officers_timeentry t
                  WHERE t.officer_id = o.id AND t.clocked_out_at IS NULL) AS clocked_in,
         (SELECT json_agg(json_build_array(s.position, s.starts_at, s.ends_at,
                   CASE WHEN s.campus_id IS NULL THEN home.group_id ELSE member.group_id END))
            FROM officers_shift s
            LEFT JOIN officers_campusgroupmember member ON member.campus_id = s.campus_id
           WHERE s.officer_id = o.id AND s.status = 'scheduled'
             AND s.starts_at < %(wide_end)s AND s.ends_at > %(wide_start)s
             AND s.starts_at > %(earliest)s) AS work
    FROM officers_officer o
    JOIN officers_user u ON u.id = o.user_id
    LEFT JOIN officers_campusgroupmember home ON home.campus_id = o.home_campus_id
   WHERE o.agency_id = %(agency)s AND (o.active OR %(gone)s)
)
SELECT id, call_sign, license, license_expires_on, name, home, clocked_in, work::text,
       (SELECT json_agg(json_build_array(c.completed_on, c.expires_on, c.verified_at, course.crisis_intervention))
          FROM officers_certification c
          JOIN officers_course course ON course.id = c.course_id
         WHERE c.user_id = person.user_id AND c.verified_at < %(end)s
           AND (course.crisis_intervention OR course.category = 'telecom_crisis')
           AND (c.expires_on IS NULL OR c.expires_on >= %(start)s::date - 1))::text AS certificates,
       (SELECT json_agg(json_build_array(l.starts_at, l.ends_at))
          FROM officers_leave l
         WHERE l.officer_id = person.id AND l.status = 'approved'
           AND l.starts_at < %(end)s AND l.ends_at > %(start)s)::text AS away,
       (SELECT json_agg(json_build_array(lesson.starts_at, lesson.ends_at))
          FROM officers_booking b
          JOIN officers_trainingsession lesson ON lesson.id = b.session_id
         WHERE b.officer_id = person.id AND b.status = 'booked'
           AND lesson.starts_at < %(end)s AND lesson.ends_at > %(start)s)::text AS classes,
       (SELECT json_agg(json_build_array(r.from_day, r.until, r.lifted_at))
          FROM officers_restriction r
         WHERE r.officer_id = person.id AND r.kind = 'duty'
           AND (r.lifted_at IS NULL OR r.lifted_at > %(start)s)
           AND (r.until IS NULL OR r.until >= %(start)s::date - 1))::text AS restricted
  FROM person
 WHERE NOT %(live)s OR clocked_in OR work IS NOT NULL
 ORDER BY call_sign
