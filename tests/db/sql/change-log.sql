-- a page of versions
select "number", "at", "author", "message", "rules_edition", "digest", "added", "changed", "retracted"
  from "version"
  where "number" < $1
  order by "number" desc
  limit $2;
-- [9,51]

-- the first changes
select change.number, version.at, version.author, version.message, change.change, change.record, change.slug, coalesce(change.body->'short_title'->>'en', change.body->'title'->>'en', change.body->'name'->>'en', change.body->>'title', change.slug) as title
  from ((select "one"."from_version" as number, one.record, one.slug, one.body, case when (select true
  from record as older
  where older.record = one.record
  and older.slug = one.slug
  and older.to_version = one.from_version
  limit 1) is not null then 'changed' else 'added' end as change
  from record as one
  where true
  and "one"."from_version" > $1
  and "one"."from_version" <= $2
  order by "one"."from_version" asc, one.record asc, one.slug asc
  limit $3)
  union all (select "one"."to_version" as number, one.record, one.slug, one.body, 'retracted' as change
  from record as one
  where one.retracted
  and "one"."to_version" > $4
  and "one"."to_version" <= $5
  order by "one"."to_version" asc, one.record asc, one.slug asc
  limit $6)) as change
  join version on version.number = change.number
  order by change.number asc, change.record asc, change.slug asc
  limit $7;
-- [0,7,51,0,7,51,51]

-- a later page of changes
select change.number, version.at, version.author, version.message, change.change, change.record, change.slug, coalesce(change.body->'short_title'->>'en', change.body->'title'->>'en', change.body->'name'->>'en', change.body->>'title', change.slug) as title
  from ((select "one"."from_version" as number, one.record, one.slug, one.body, case when (select true
  from record as older
  where older.record = one.record
  and older.slug = one.slug
  and older.to_version = one.from_version
  limit 1) is not null then 'changed' else 'added' end as change
  from record as one
  where true
  and "one"."from_version" > $1
  and "one"."from_version" <= $2
  and ("one"."from_version", one.record, one.slug) > ($3, $4, $5)
  order by "one"."from_version" asc, one.record asc, one.slug asc
  limit $6)
  union all (select "one"."to_version" as number, one.record, one.slug, one.body, 'retracted' as change
  from record as one
  where one.retracted
  and "one"."to_version" > $7
  and "one"."to_version" <= $8
  and ("one"."to_version", one.record, one.slug) > ($9, $10, $11)
  order by "one"."to_version" asc, one.record asc, one.slug asc
  limit $12)) as change
  join version on version.number = change.number
  order by change.number asc, change.record asc, change.slug asc
  limit $13;
-- [2,7,4,"measure","qb",51,2,7,4,"measure","qb",51,51]

-- the newest changes of measures
select change.number, version.at, version.author, version.message, change.change, change.record, change.slug, coalesce(change.body->'short_title'->>'en', change.body->'title'->>'en', change.body->'name'->>'en', change.body->>'title', change.slug) as title
  from ((select "one"."from_version" as number, one.record, one.slug, one.body, case when (select true
  from record as older
  where older.record = one.record
  and older.slug = one.slug
  and older.to_version = one.from_version
  limit 1) is not null then 'changed' else 'added' end as change
  from record as one
  where true
  and "one"."from_version" > $1
  and "one"."from_version" <= $2
  and one.record = $3
  order by "one"."from_version" desc, one.record desc, one.slug desc
  limit $4)
  union all (select "one"."to_version" as number, one.record, one.slug, one.body, 'retracted' as change
  from record as one
  where one.retracted
  and "one"."to_version" > $5
  and "one"."to_version" <= $6
  and one.record = $7
  order by "one"."to_version" desc, one.record desc, one.slug desc
  limit $8)) as change
  join version on version.number = change.number
  order by change.number desc, change.record desc, change.slug desc
  limit $9;
-- [0,7,"measure",200,0,7,"measure",200,200]

-- changes of some records
select change.number, version.at, version.author, version.message, change.change, change.record, change.slug, coalesce(change.body->'short_title'->>'en', change.body->'title'->>'en', change.body->'name'->>'en', change.body->>'title', change.slug) as title
  from ((select "one"."from_version" as number, one.record, one.slug, one.body, case when (select true
  from record as older
  where older.record = one.record
  and older.slug = one.slug
  and older.to_version = one.from_version
  limit 1) is not null then 'changed' else 'added' end as change
  from record as one
  where true
  and "one"."from_version" > $1
  and "one"."from_version" <= $2
  and one.record = $3
  and "one"."slug" = any($4::text[])
  order by "one"."from_version" desc, one.record desc, one.slug desc
  limit $5)
  union all (select "one"."to_version" as number, one.record, one.slug, one.body, 'retracted' as change
  from record as one
  where one.retracted
  and "one"."to_version" > $6
  and "one"."to_version" <= $7
  and one.record = $8
  and "one"."slug" = any($9::text[])
  order by "one"."to_version" desc, one.record desc, one.slug desc
  limit $10)) as change
  join version on version.number = change.number
  order by change.number desc, change.record desc, change.slug desc
  limit $11;
-- [0,7,"measure",["qb-blocking-1","qb-blocking-2"],200,0,7,"measure",["qb-blocking-1","qb-blocking-2"],200,200]

-- what was retracted
select change.number, version.at, version.author, version.message, change.change, change.record, change.slug, coalesce(change.body->'short_title'->>'en', change.body->'title'->>'en', change.body->'name'->>'en', change.body->>'title', change.slug) as title
  from ((select "one"."to_version" as number, one.record, one.slug, one.body, 'retracted' as change
  from record as one
  where one.retracted
  and "one"."to_version" > $1
  and "one"."to_version" <= $2
  order by "one"."to_version" asc, one.record asc, one.slug asc
  limit $3)) as change
  join version on version.number = change.number
  order by change.number asc, change.record asc, change.slug asc
  limit $4;
-- [0,7,51,51]
