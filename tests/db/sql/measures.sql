-- by slug, no filter
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  order by "measure"."slug" asc
  limit $7;
-- [7,7,7,7,7,7,51]

-- by slug, a State
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and split_part("measure"."jurisdiction", '-', 1) = $7
  order by "measure"."slug" asc
  limit $8;
-- [7,7,7,7,7,7,"qd",51]

-- by slug, a part of a State
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and "measure"."jurisdiction" = $7
  order by "measure"."slug" asc
  limit $8;
-- [7,7,7,7,7,7,"qc-n",51]

-- by slug, a right
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and measure.record_id in (select touching.record_id
  from "impact" as touching
  where touching.counts
  and touching.right_slug = $7 )
  order by "measure"."slug" asc
  limit $8;
-- [7,7,7,7,7,7,"expression",51]

-- by slug, a right and a severity
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and measure.record_id in (select touching.record_id
  from "impact" as touching
  where touching.counts
  and touching.right_slug = $7
  and touching.severity = $8 )
  order by "measure"."slug" asc
  limit $9;
-- [7,7,7,7,7,7,"expression","severe",51]

-- by slug, an instrument
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and measure.record_id in (select touching.record_id
  from "impact_article" as touching
  where touching.counts
  and touching.instrument = $7 )
  order by "measure"."slug" asc
  limit $8;
-- [7,7,7,7,7,7,"iccpr",51]

-- by slug, an article
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and measure.record_id in (select touching.record_id
  from "impact_article" as touching
  where touching.counts
  and touching.instrument = $7
  and touching.article = $8)
  order by "measure"."slug" asc
  limit $9;
-- [7,7,7,7,7,7,"iccpr","19",51]

-- by slug, an article, a right and a severity
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and measure.record_id in (select touching.record_id
  from "impact_article" as touching
  where touching.counts
  and touching.right_slug = $7
  and touching.severity = $8
  and touching.instrument = $9
  and touching.article = $10)
  order by "measure"."slug" asc
  limit $11;
-- [7,7,7,7,7,7,"expression","severe","iccpr","19",51]

-- by slug, a kind
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and "measure"."kind" = $7
  order by "measure"."slug" asc
  limit $8;
-- [7,7,7,7,7,7,"bill",51]

-- by slug, a status
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and exists (select
  from status_span as span
  where span.measure = measure.slug
  and span.status = $7
  and span.from_on <= $8::date
  and (span.until_on is null or span.until_on > $9::date)
  and "span"."from_version" <= $10
  and ("span"."to_version" is null or "span"."to_version" > $11))
  order by "measure"."slug" asc
  limit $12;
-- [7,7,7,7,7,7,"in_force","2026-11-24","2026-11-24",7,7,51]

-- by slug, a family
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and measure.slug in (select member.measure
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.family = $7
  and "owner"."from_version" <= $8
  and ("owner"."to_version" is null or "owner"."to_version" > $9))
  order by "measure"."slug" asc
  limit $10;
-- [7,7,7,7,7,7,"family-qb-broadcasting-0",7,7,51]

-- by slug, a mandate
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and measure.slug in (select about.measure
  from communication_mandate as sender
  join communication_measure as about on about.record_id = sender.record_id
  join record as owner on owner.id = sender.record_id
  where sender.mandate = $7
  and "owner"."from_version" <= $8
  and ("owner"."to_version" is null or "owner"."to_version" > $9))
  order by "measure"."slug" asc
  limit $10;
-- [7,7,7,7,7,7,"invented-mandate-on-privacy",7,7,51]

-- by slug, from a day
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and "measure"."steps_until" >= $7
  order by "measure"."slug" asc
  limit $8;
-- [7,7,7,7,7,7,"2026-12-01",51]

-- by slug, to a day
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and "measure"."steps_from" <= $7
  order by "measure"."slug" asc
  limit $8;
-- [7,7,7,7,7,7,"2003-01-01",51]

-- by slug, in a period
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and "measure"."steps_until" >= $7
  and "measure"."steps_from" <= $8
  and measure.record_id in (select step.record_id
  from step
  where daterange("step"."on_earliest", "step"."on_latest", '[]') && daterange($9::date, $10::date, '[]'))
  order by "measure"."slug" asc
  limit $11;
-- [7,7,7,7,7,7,"2020-01-01","2020-03-01","2020-01-01","2020-03-01",51]

-- by slug, some slugs
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and "measure"."slug" = any($7::text[])
  order by "measure"."slug" asc
  limit $8;
-- [7,7,7,7,7,7,["qb-blocking-1","qb-blocking-2"],51]

-- by slug, a State, a kind, a status
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", (select standing.body
  from standing
  where standing.measure = measure.slug
  and "standing"."from_version" <= $1
  and ("standing"."to_version" is null or "standing"."to_version" > $2)) as "standing", ( select coalesce(json_agg(member.family
  order by member.family), '[]')
  from family_member as member
  join record as owner on owner.id = member.record_id
  where member.measure = measure.slug
  and "owner"."from_version" <= $3
  and ("owner"."to_version" is null or "owner"."to_version" > $4) ) as "families"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $5
  and ("record"."to_version" is null or "record"."to_version" > $6))
  and split_part("measure"."jurisdiction", '-', 1) = $7
  and "measure"."kind" = $8
  and exists (select
  from status_span as span
  where span.measure = measure.slug
  and span.status = $9
  and span.from_on <= $10::date
  and (span.until_on is null or span.until_on > $11::date)
  and "span"."from_version" <= $12
  and ("span"."to_version" is null or "span"."to_version" > $13))
  order by "measure"."slug" asc
  limit $14;
-- [7,7,7,7,7,7,"qd","bill","in_procedure","2026-11-24","2026-11-24",7,7,51]
