-- Figures: sums over registers that do not read the registers, and the definitions of those that have a name.

-- What the entries of a register come to, by count, unit, kind and month: figures over a million entries are read from here.
-- Kept by the database itself, whoever writes; the application can only read it.
create table entry_tally (
  tenant_id bigint not null,
  register text not null,
  -- A count of the register; '' for the entries themselves, whatever they count.
  counted text not null,
  unit_id bigint not null,
  -- First day of the month; -infinity for entries without a day. Of an aggregate the month in which its period ends.
  month date not null,
  -- '' for none.
  kind text not null,
  readers text not null,
  -- Entries of one unit come in at the same moment from several connections, and none is to wait until the other's commit
  -- is on disk: each counts in a row of its own, and readers add them up. -1: put together by `gather_entry_tally`.
  shard smallint not null,
  -- Single entries that add something of their own; entries that stand for many; single ones within one of those.
  singles bigint not null,
  single_sum numeric not null,
  aggregates bigint not null,
  aggregate_sum numeric not null,
  covered bigint not null,
  primary key (tenant_id, register, counted, unit_id, month, kind, readers, shard)
) with (fillfactor = 70);
alter table entry_tally enable row level security;
-- As the wall of `entry`.
create policy wall on entry_tally to bihuan_app using (
  tenant_id = (select current_tenant())
  and ((select reads_registers()) or unit_id = any ((select own_audiences())::bigint[])
    or (readers = 'everyone' and (select cardinality(own_audiences())) > 0)));
grant select on entry_tally to bihuan_app;

create type tally_row as (tenant_id bigint, register text, counted text, unit_id bigint, month date, kind text, readers text,
  singles bigint, single_sum numeric, aggregates bigint, aggregate_sum numeric, covered bigint);

-- What one entry comes to; nothing when it is withdrawn.
create function tally_of(e entry) returns setof tally_row language sql immutable as
$$
  select e.tenant_id, e.register, counted.key, e.unit_id, coalesce(date_trunc('month', e.on_day::timestamp)::date, '-infinity'),
    coalesce(e.kind, ''), e.readers,
    (e.aggregate_from is null and e.covered_by is null)::integer,
    case when e.aggregate_from is null and e.covered_by is null then counted.value::numeric else 0 end,
    (e.aggregate_from is not null)::integer,
    case when e.aggregate_from is not null then counted.value::numeric else 0 end,
    (e.covered_by is not null)::integer
  from (select '' as key, '0' as value union all select key, value from jsonb_each_text(e.counts)) counted
  where e.withdrawn_at is null
$$;

-- Differences are netted, so that a change that moves nothing touches nothing, and rows are touched in one order.
create function keep_entry_tally() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  own_shard constant smallint := pg_backend_pid() % 64;
begin
  if tg_op = 'INSERT' then
    insert into entry_tally as held
      select tally.tenant_id, tally.register, counted, tally.unit_id, month, tally.kind, tally.readers, own_shard,
        sum(singles), sum(single_sum), sum(aggregates), sum(aggregate_sum), sum(covered)
      from entered cross join lateral tally_of(entered::entry) tally
      group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
    on conflict (tenant_id, register, counted, unit_id, month, kind, readers, shard) do update set
      singles = held.singles + excluded.singles, single_sum = held.single_sum + excluded.single_sum,
      aggregates = held.aggregates + excluded.aggregates, aggregate_sum = held.aggregate_sum + excluded.aggregate_sum,
      covered = held.covered + excluded.covered;
  else
    insert into entry_tally as held
      select tenant_id, register, counted, unit_id, month, kind, readers, own_shard,
        sum(sign * singles), sum(sign * single_sum), sum(sign * aggregates), sum(sign * aggregate_sum), sum(sign * covered)
      from (
        select 1 as sign, tally.* from entered cross join lateral tally_of(entered::entry) tally
        union all select -1, tally.* from gone cross join lateral tally_of(gone::entry) tally
      ) moved
      group by 1, 2, 3, 4, 5, 6, 7
      having (sum(sign * singles), sum(sign * single_sum), sum(sign * aggregates), sum(sign * aggregate_sum),
        sum(sign * covered)) <> (0, 0, 0, 0, 0)
      order by 1, 2, 3, 4, 5, 6, 7
    on conflict (tenant_id, register, counted, unit_id, month, kind, readers, shard) do update set
      singles = held.singles + excluded.singles, single_sum = held.single_sum + excluded.single_sum,
      aggregates = held.aggregates + excluded.aggregates, aggregate_sum = held.aggregate_sum + excluded.aggregate_sum,
      covered = held.covered + excluded.covered;
  end if;
  return null;
end
$$;
create trigger tally_added after insert on entry referencing new table as entered
  for each statement execute function keep_entry_tally();
create trigger tally_changed after update on entry referencing old table as gone new table as entered
  for each statement execute function keep_entry_tally();

-- Puts the rows of one month, unit and kind together: reading them again costs what it should. For the nightly round, of
-- the tenant of the transaction; waits for nobody for long, as it works where rows are many.
create function gather_entry_tally() returns void language sql security definer set search_path = public, pg_temp as
$$
  with gone as (
    delete from entry_tally where tenant_id = current_tenant()
      and (register, counted, unit_id, month, kind, readers) in (
        select register, counted, unit_id, month, kind, readers from entry_tally where tenant_id = current_tenant()
        group by 1, 2, 3, 4, 5, 6 having count(*) > 1)
    returning *
  )
  insert into entry_tally
    select tenant_id, register, counted, unit_id, month, kind, readers, -1,
      sum(singles), sum(single_sum), sum(aggregates), sum(aggregate_sum), sum(covered)
    from gone group by 1, 2, 3, 4, 5, 6, 7
    having sum(singles) <> 0 or sum(aggregates) <> 0 or sum(covered) <> 0
$$;
revoke execute on function gather_entry_tally from public;
grant execute on function gather_entry_tally to bihuan_app;

-- Definitions that have a name, each version kept: a published figure says under which one it was computed. Those that are
-- shipped stand in `src/core/figures/shipped.ts`; a row here takes the place of one, or is the tenant's own.
create table figure_definition (
  tenant_id bigint not null references tenant,
  figure text not null,
  version integer not null,
  -- { zh, en }
  name jsonb not null,
  -- In the shape of `figureQuerySchema` (src/core/figures/query.ts).
  query jsonb not null,
  -- Why it was changed, and out of use since then.
  reason text,
  retired boolean not null,
  changed_by bigint not null,
  changed_at timestamptz not null,
  figure_id bigint generated by default as identity,
  primary key (tenant_id, figure, version),
  foreign key (tenant_id, changed_by) references person
);
alter table figure_definition enable row level security;
create policy tenant on figure_definition to bihuan_app using (tenant_id = (select current_tenant()));
grant select, insert on figure_definition to bihuan_app;
