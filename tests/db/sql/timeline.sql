-- a State
with shown as materialized ((select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."begun_on", "measure"."summary", "measure"."lane", "measure"."lane_sources", (select standing.body
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
  order by "measure"."slug"
  limit $8)), letter as materialized ((select "record"."slug", "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $9
  and ("record"."to_version" is null or "record"."to_version" > $10))
  and split_part("item"."jurisdiction", '-', 1) = $11)), happening as materialized ((select "record"."slug", "record"."body"
  from "record"
  inner
  join "event" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $12
  and ("record"."to_version" is null or "record"."to_version" > $13))
  and split_part("item"."jurisdiction", '-', 1) = $14)) select (select coalesce(json_agg(json_build_object('slug', slug, 'jurisdiction', jurisdiction, 'kind', kind, 'begun_on', begun_on, 'summary', summary, 'lane', lane, 'standing', standing, 'families', families)
  order by slug), '[]')
  from shown) as measures, (select coalesce(json_agg(body
  order by slug), '[]')
  from letter) as communications, (select coalesce(json_agg(body
  order by slug), '[]')
  from happening) as events, (select coalesce(json_agg(record.body
  order by record.slug), '[]')
  from record
  where record.record = 'source'
  and "record"."from_version" <= $15
  and ("record"."to_version" is null or "record"."to_version" > $16)
  and record.slug = any(array( select unnest(lane_sources)
  from shown
  union select jsonb_array_elements(body->'cites')->>'source'
  from letter
  union select jsonb_array_elements(body->'cites')->>'source'
  from happening))) as sources, (select coalesce(json_agg(record.body
  order by record.slug), '[]')
  from record
  where record.record = 'jurisdiction'
  and "record"."from_version" <= $17
  and ("record"."to_version" is null or "record"."to_version" > $18)
  and record.slug = any(array( select split_part(jurisdiction, '-', 1)
  from shown
  union select $19::text))) as jurisdictions, (select coalesce(json_agg(record.body
  order by record.slug), '[]')
  from record
  where record.record = 'family'
  and "record"."from_version" <= $20
  and ("record"."to_version" is null or "record"."to_version" > $21)
  and record.slug = any(array( select json_array_elements_text(families)
  from shown))) as families;
-- [7,7,7,7,7,7,"qb",2001,7,7,"qb",7,7,"qb",7,7,7,7,"qb",7,7]

-- a State and a right
with shown as materialized ((select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."begun_on", "measure"."summary", "measure"."lane", "measure"."lane_sources", (select standing.body
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
  and measure.record_id in (select touching.record_id
  from "impact" as touching
  where touching.counts
  and touching.right_slug = $8 )
  order by "measure"."slug"
  limit $9)), letter as materialized ((select "record"."slug", "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $10
  and ("record"."to_version" is null or "record"."to_version" > $11))
  and split_part("item"."jurisdiction", '-', 1) = $12
  and item.record_id in (select about.record_id
  from "communication_measure" as about
  where "about"."measure" in (select slug
  from shown)))), happening as materialized ((select "record"."slug", "record"."body"
  from "record"
  inner
  join "event" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $13
  and ("record"."to_version" is null or "record"."to_version" > $14))
  and split_part("item"."jurisdiction", '-', 1) = $15
  and (item.record_id in (select about.record_id
  from "event_measure" as about
  where "about"."measure" in (select slug
  from shown)) or item.record_id in (select touching.record_id
  from event_right as touching
  where touching.right_slug = $16)))) select (select coalesce(json_agg(json_build_object('slug', slug, 'jurisdiction', jurisdiction, 'kind', kind, 'begun_on', begun_on, 'summary', summary, 'lane', lane, 'standing', standing, 'families', families)
  order by slug), '[]')
  from shown) as measures, (select coalesce(json_agg(body
  order by slug), '[]')
  from letter) as communications, (select coalesce(json_agg(body
  order by slug), '[]')
  from happening) as events, (select coalesce(json_agg(record.body
  order by record.slug), '[]')
  from record
  where record.record = 'source'
  and "record"."from_version" <= $17
  and ("record"."to_version" is null or "record"."to_version" > $18)
  and record.slug = any(array( select unnest(lane_sources)
  from shown
  union select jsonb_array_elements(body->'cites')->>'source'
  from letter
  union select jsonb_array_elements(body->'cites')->>'source'
  from happening))) as sources, (select coalesce(json_agg(record.body
  order by record.slug), '[]')
  from record
  where record.record = 'jurisdiction'
  and "record"."from_version" <= $19
  and ("record"."to_version" is null or "record"."to_version" > $20)
  and record.slug = any(array( select split_part(jurisdiction, '-', 1)
  from shown
  union select $21::text))) as jurisdictions, (select coalesce(json_agg(record.body
  order by record.slug), '[]')
  from record
  where record.record = 'family'
  and "record"."from_version" <= $22
  and ("record"."to_version" is null or "record"."to_version" > $23)
  and record.slug = any(array( select json_array_elements_text(families)
  from shown))) as families;
-- [7,7,7,7,7,7,"qb","expression",2001,7,7,"qb",7,7,"qb","expression",7,7,7,7,"qb",7,7]

-- a family
with shown as materialized ((select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."begun_on", "measure"."summary", "measure"."lane", "measure"."lane_sources", (select standing.body
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
  order by "measure"."slug"
  limit $10)), letter as materialized ((select "record"."slug", "record"."body"
  from "record"
  inner
  join "communication" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $11
  and ("record"."to_version" is null or "record"."to_version" > $12))
  and item.record_id in (select about.record_id
  from "communication_measure" as about
  where "about"."measure" in (select slug
  from shown)))), happening as materialized ((select "record"."slug", "record"."body"
  from "record"
  inner
  join "event" as "item" on "item"."record_id" = "record"."id"
  where ("record"."from_version" <= $13
  and ("record"."to_version" is null or "record"."to_version" > $14))
  and item.record_id in (select about.record_id
  from "event_measure" as about
  where "about"."measure" in (select slug
  from shown)))) select (select coalesce(json_agg(json_build_object('slug', slug, 'jurisdiction', jurisdiction, 'kind', kind, 'begun_on', begun_on, 'summary', summary, 'lane', lane, 'standing', standing, 'families', families)
  order by slug), '[]')
  from shown) as measures, (select coalesce(json_agg(body
  order by slug), '[]')
  from letter) as communications, (select coalesce(json_agg(body
  order by slug), '[]')
  from happening) as events, (select coalesce(json_agg(record.body
  order by record.slug), '[]')
  from record
  where record.record = 'source'
  and "record"."from_version" <= $15
  and ("record"."to_version" is null or "record"."to_version" > $16)
  and record.slug = any(array( select unnest(lane_sources)
  from shown
  union select jsonb_array_elements(body->'cites')->>'source'
  from letter
  union select jsonb_array_elements(body->'cites')->>'source'
  from happening))) as sources, (select coalesce(json_agg(record.body
  order by record.slug), '[]')
  from record
  where record.record = 'jurisdiction'
  and "record"."from_version" <= $17
  and ("record"."to_version" is null or "record"."to_version" > $18)
  and record.slug = any(array( select split_part(jurisdiction, '-', 1)
  from shown
  union select $19::text))) as jurisdictions, (select coalesce(json_agg(record.body
  order by record.slug), '[]')
  from record
  where record.record = 'family'
  and "record"."from_version" <= $20
  and ("record"."to_version" is null or "record"."to_version" > $21)
  and record.slug = any(array( select json_array_elements_text(families)
  from shown))) as families;
-- [7,7,7,7,7,7,"family-qb-broadcasting-0",7,7,2001,7,7,7,7,7,7,7,7,null,7,7]
