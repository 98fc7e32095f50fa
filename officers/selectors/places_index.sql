-- Moves whenever a campus, building, room or alias of the agency is added or changed: no row is ever deleted, and a
-- changed row carries the number of the transaction that changed it (xmin) and the step within that (cmin).
SELECT
    (SELECT (count(*), sum(xmin::text::bigint), sum(cmin::text::bigint))::text
       FROM officers_campus WHERE agency_id = %(agency)s)
 || (SELECT (count(*), sum(xmin::text::bigint), sum(cmin::text::bigint))::text
       FROM officers_building WHERE agency_id = %(agency)s)
 || (SELECT (count(*), sum(xmin::text::bigint), sum(cmin::text::bigint))::text
       FROM officers_room WHERE agency_id = %(agency)s)
 || (SELECT (count(*), sum(xmin::text::bigint), sum(cmin::text::bigint))::text
       FROM officers_placealias WHERE agency_id = %(agency)s)
