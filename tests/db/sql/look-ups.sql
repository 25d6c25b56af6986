-- a measure with all its parts
select "measure"."slug", "measure"."jurisdiction", "measure"."kind", "measure"."summary", "measure"."begun_on", "record"."body", (select standing.body
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
  order by "measure"."slug" asc;
-- [7,7,7,7,7,7,["qb-blocking-1"]]

-- how many measures
select count(*) as "count"
  from (select "measure"."slug"
  from "measure"
  inner
  join "record" on "record"."id" = "measure"."record_id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and measure.record_id in (select touching.record_id
  from "impact" as touching
  where touching.counts
  and touching.right_slug = $3 )
  limit $4) as "found";
-- [7,7,"expression",2001]

-- what a measure is related to
select "record"."slug", "relation"."type"
  from "relation"
  inner
  join "record" on "record"."id" = "relation"."record_id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and "relation"."to_measure" = $3
  order by "record"."slug";
-- [7,7,"qb-blocking-1"]

-- a communication
select "communication"."slug", "record"."body"
  from "communication"
  inner
  join "record" on "record"."id" = "communication"."record_id"
  where ("record"."from_version" <= $1
  and ("record"."to_version" is null or "record"."to_version" > $2))
  and ("communication"."slug" = $3 or "communication"."reference_key" = $4);
-- [7,7,"il-qb-1-2009","il-qb-1-2009"]

-- sources by slug
select "body"
  from "record"
  where "record"."record" = $1
  and ("record"."from_version" <= $2
  and ("record"."to_version" is null or "record"."to_version" > $3))
  and "record"."slug" = any($4::text[])
  order by "record"."slug" asc;
-- ["source",7,7,["qb-blocking-1","qb-blocking-2"]]

-- a page of sources
select "body"
  from "record"
  where "record"."record" = $1
  and ("record"."from_version" <= $2
  and ("record"."to_version" is null or "record"."to_version" > $3))
  and "record"."slug" > $4
  order by "record"."slug" asc
  limit $5;
-- ["source",7,7,"qm",51]

-- what cites a source
select "record"."record", "record"."slug", "record"."body"
  from "record"
  where "record"."record" != $1
  and ("record"."from_version" <= $2
  and ("record"."to_version" is null or "record"."to_version" > $3))
  and jsonb_path_query_array(record.body, '$.**.source') @> jsonb_build_array($4::text)
  order by "record"."record", "record"."slug";
-- ["source",7,7,"report-on-qb-blocking-1"]

-- what a version changed
select coalesce(fresh.record, old.record) as record, coalesce(fresh.slug, old.slug) as slug, coalesce(coalesce(fresh.body, old.body)->'short_title'->>'en', coalesce(fresh.body, old.body)->'title'->>'en', coalesce(fresh.body, old.body)->'name'->>'en', coalesce(fresh.body, old.body)->>'title', coalesce(fresh.slug, old.slug)) as title, case when old.id is null then 'added' when fresh.id is null then 'retracted' else 'changed' end as change, case when fresh.id is not null then old.body end as before, case when old.id is not null then fresh.body end as after
  from (select *
  from record
  where from_version = $1) as fresh full
  join (select *
  from record
  where to_version = $2) as old on old.record = fresh.record
  and old.slug = fresh.slug
  order by 1, 2;
-- [7,7]

-- what was announced
with told as ( select owner.record, owner.slug, step.key, step.label, step.on_earliest as earliest, step.on_latest as latest, measure.summary->'short_title'->>'en' as title, step.planned, owner.from_version, owner.to_version
  from step
  join record as owner on owner.id = step.record_id
  join measure on measure.record_id = owner.id
  where owner.from_version <= $1
  and "measure"."slug" = any($2::text[])
  union all select owner.record, owner.slug, 'deadline', 'Reply due', letter.due_on, letter.due_on, coalesce(owner.body->>'reference', owner.body->'title'->>'en'), letter.due_on is not null, owner.from_version, owner.to_version
  from communication as letter
  join record as owner on owner.id = letter.record_id
  where owner.from_version <= $3
  and letter.due_on is not null
  and "letter"."slug" = any($4::text[]) ), ranked as ( select told.*, version.at, bool_or(planned) over parts as announced, row_number() over (partition by told.record, told.slug, told.key
  order by told.from_version desc) as place, case when lag(told.to_version) over lives < told.from_version then 2 when (lag(label) over lives, lag(title) over lives, lag(earliest) over lives, lag(latest) over lives) is distinct
  from (label, title, earliest, latest) then 1 else 0 end as turned
  from told
  join version on version.number = told.from_version
  window parts as (partition by told.record, told.slug, told.key), lives as (partition by told.record, told.slug, told.key
  order by told.from_version) ), counted as ( select ranked.*, sum(turned) over (partition by record, slug, key) - 1 as turns
  from ranked ) select record, slug, key, label, title, earliest, latest, (to_version is null or to_version > $5) as stands, (turns + case when to_version <= $6 then 1 else 0 end)::int as revision, coalesce((select closing.at
  from version as closing
  where closing.number = counted.to_version
  and counted.to_version <= $7), at) as at
  from counted
  where place = 1
  and announced
  order by record, slug, key;
-- [7,["qb-blocking-1","qb-blocking-2"],7,["letter-on-qb-blocking-1"],7,7,7]
