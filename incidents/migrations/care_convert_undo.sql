-- Back to a line each: what the first row of each list says.
UPDATE incidents_responseplan SET
  caution = left(COALESCE(content ->> 'caution', ''), 200),
  helps = left(COALESCE(content #>> '{helps,0,text}', ''), 400),
  avoid = left(COALESCE(content #>> '{avoid,0,text}', ''), 400);
