-- by slug
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

-- by slug, a later page
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
  and "measure"."slug" > $7
  order by "measure"."slug" asc
  limit $8;
-- [7,7,7,7,7,7,"qm-data-5",51]

-- by slug, descending
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
  order by "measure"."slug" desc
  limit $7;
-- [7,7,7,7,7,7,51]

-- by slug, descending, a later page
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
  and "measure"."slug" < $7
  order by "measure"."slug" desc
  limit $8;
-- [7,7,7,7,7,7,"qm-data-5",51]

-- by title
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
  order by "measure"."title_key" asc, "measure"."slug" asc
  limit $7;
-- [7,7,7,7,7,7,51]

-- by title, a later page
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
  and ("measure"."title_key", "measure"."slug") > ($7::text, $8::text)
  order by "measure"."title_key" asc, "measure"."slug" asc
  limit $9;
-- [7,7,7,7,7,7,"invented data act no. 5","qm-data-5",51]

-- by title, descending
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
  order by "measure"."title_key" desc, "measure"."slug" desc
  limit $7;
-- [7,7,7,7,7,7,51]

-- by title, descending, a later page
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
  and ("measure"."title_key", "measure"."slug") < ($7::text, $8::text)
  order by "measure"."title_key" desc, "measure"."slug" desc
  limit $9;
-- [7,7,7,7,7,7,"invented data act no. 5","qm-data-5",51]

-- by begun
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
  order by coalesce("measure"."begun_on", 'infinity') asc, "measure"."slug" asc
  limit $7;
-- [7,7,7,7,7,7,51]

-- by begun, a later page
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
  and (coalesce("measure"."begun_on", 'infinity'), "measure"."slug") > ($7::date, $8::text)
  order by coalesce("measure"."begun_on", 'infinity') asc, "measure"."slug" asc
  limit $9;
-- [7,7,7,7,7,7,"2015-06-01","qm-data-5",51]

-- by begun, descending
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
  order by coalesce("measure"."begun_on", '-infinity') desc, "measure"."slug" desc
  limit $7;
-- [7,7,7,7,7,7,51]

-- by begun, descending, a later page
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
  and (coalesce("measure"."begun_on", '-infinity'), "measure"."slug") < ($7::date, $8::text)
  order by coalesce("measure"."begun_on", '-infinity') desc, "measure"."slug" desc
  limit $9;
-- [7,7,7,7,7,7,"2015-06-01","qm-data-5",51]

-- by checked
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
  order by "measure"."checked_on" asc, "measure"."slug" asc
  limit $7;
-- [7,7,7,7,7,7,51]

-- by checked, a later page
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
  and ("measure"."checked_on", "measure"."slug") > ($7::date, $8::text)
  order by "measure"."checked_on" asc, "measure"."slug" asc
  limit $9;
-- [7,7,7,7,7,7,"2015-06-01","qm-data-5",51]

-- by checked, descending
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
  order by "measure"."checked_on" desc, "measure"."slug" desc
  limit $7;
-- [7,7,7,7,7,7,51]

-- by checked, descending, a later page
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
  and ("measure"."checked_on", "measure"."slug") < ($7::date, $8::text)
  order by "measure"."checked_on" desc, "measure"."slug" desc
  limit $9;
-- [7,7,7,7,7,7,"2015-06-01","qm-data-5",51]
