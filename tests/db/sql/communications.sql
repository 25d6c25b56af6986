-- by slug, no filter
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  order by "item"."slug" asc
  limit $3;
-- [7,7,51]

-- by slug, a State
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and split_part("item"."jurisdiction", '-', 1) = $3
  order by "item"."slug" asc
  limit $4;
-- [7,7,"qd",51]

-- by slug, a right
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and item.record_id in (select about.record_id
  from "communication_measure" as about
  where about.measure = any(array( select measure.slug
  from impact
  join measure on measure.record_id = impact.record_id
  join record as owner on owner.id = impact.record_id
  where impact.right_slug = $3
  and impact.counts
  and "owner"."from_version" <= $4
  and ("owner"."to_version" is null or "owner"."to_version" > $5))))
  order by "item"."slug" asc
  limit $6;
-- [7,7,"expression",7,7,51]

-- by slug, a family
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and item.record_id in (select about.record_id
  from "communication_measure" as about
  join family_member as member on member.measure = about.measure
  join record as owner on owner.id = member.record_id
  where member.family = $3
  and "owner"."from_version" <= $4
  and ("owner"."to_version" is null or "owner"."to_version" > $5))
  order by "item"."slug" asc
  limit $6;
-- [7,7,"family-qb-broadcasting-0",7,7,51]

-- by slug, a measure
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and item.record_id in (select about.record_id
  from "communication_measure" as about
  where "about"."measure" = any($3::text[]))
  order by "item"."slug" asc
  limit $4;
-- [7,7,["qb-blocking-1"],51]

-- by slug, in a period
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and daterange("item"."on_earliest", "item"."on_latest", '[]') && daterange($3::date, $4::date, '[]')
  order by "item"."slug" asc
  limit $5;
-- [7,7,"2020-01-01","2020-03-01",51]

-- by slug, some slugs
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and "item"."slug" = any($3::text[])
  order by "item"."slug" asc
  limit $4;
-- [7,7,["letter-on-qb-blocking-1","event-at-qb-blocking-1"],51]

-- by slug, a kind
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and "item"."kind" = $3
  order by "item"."slug" asc
  limit $4;
-- [7,7,"opinion",51]

-- by slug, a mandate
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and item.record_id in (select sender.record_id
  from communication_mandate as sender
  where sender.mandate = $3)
  order by "item"."slug" asc
  limit $4;
-- [7,7,"invented-mandate-on-privacy",51]

-- by slug, a reply
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and item.reply = $3
  order by "item"."slug" asc
  limit $4;
-- [7,7,"none",51]

-- by slug, naming an earlier one
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and item.record_id in (select naming.record_id
  from communication_earlier as naming
  where naming.earlier = $3)
  order by "item"."slug" asc
  limit $4;
-- [7,7,"letter-on-qb-blocking-1",51]

-- by slug, a later page
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and "item"."slug" > $3
  order by "item"."slug" asc
  limit $4;
-- [7,7,"letter-on-qm-data-5",51]

-- by slug, descending, a later page
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and "item"."slug" < $3
  order by "item"."slug" desc
  limit $4;
-- [7,7,"letter-on-qm-data-5",51]

-- by on, a later page
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and (coalesce("item"."on_earliest", 'infinity'), "item"."slug") > ($3::date, $4::text)
  order by coalesce("item"."on_earliest", 'infinity') asc, "item"."slug" asc
  limit $5;
-- [7,7,"2015-06-01","letter-on-qm-data-5",51]

-- by on, descending, a later page
select "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and (coalesce("item"."on_earliest", '-infinity'), "item"."slug") < ($3::date, $4::text)
  order by coalesce("item"."on_earliest", '-infinity') desc, "item"."slug" desc
  limit $5;
-- [7,7,"2015-06-01","letter-on-qm-data-5",51]
