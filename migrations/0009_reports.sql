-- Weekly reports: what is owed, what was filed, and the counts of the board.
--
-- A week is named by its Monday. All instants come from the application, whose clock is a port: nothing here asks for now().

-- A week of an inspection as it was opened: when its reports are due, and whether that moment has been counted.
create table report_week (
  tenant_id bigint not null,
  inspection_id bigint not null,
  week date not null check (extract(isodow from week) = 1),
  due_at timestamptz not null,
  -- All of its working days are public holidays: nobody owes a report.
  holiday boolean not null,
  opened_at timestamptz not null,
  -- Measures without a report have been told so.
  counted_at timestamptz,
  primary key (tenant_id, inspection_id, week),
  foreign key (tenant_id, inspection_id) references inspection
);

-- What is owed: one row per open measure and week. A row that is still `expected` after its due_at is a missed one.
create table report_due (
  tenant_id bigint not null,
  measure_id bigint not null,
  week date not null,
  inspection_id bigint not null,
  -- The lead unit of that week.
  unit_id bigint not null,
  due_at timestamptz not null,
  -- filed: in time; late: after due_at, within the week; backfilled: after the week.
  state text not null default 'expected' check (state in ('expected', 'filed', 'late', 'backfilled', 'excused')),
  -- Of the measure, as long as this is its newest week; afterwards as it was then.
  light text not null,
  -- Of the lead unit's newest report; 0 while there is none.
  version integer not null default 0,
  -- Words of the office, or `holiday`, `closed` where the calendar or the measure's end gives the reason.
  excuse text,
  excused_by bigint,
  primary key (tenant_id, measure_id, week),
  foreign key (tenant_id, measure_id) references measure,
  foreign key (tenant_id, inspection_id, week) references report_week,
  foreign key (tenant_id, unit_id) references unit,
  check ((state = 'excused') = (excuse is not null))
) with (fillfactor = 80);
-- Not by state: filing a report then touches no index.
create index report_due_unit on report_due (tenant_id, inspection_id, week, unit_id, measure_id);

-- What was reported: one row per measure, week, unit and version, never changed; the newest version counts.
create table weekly_report (
  tenant_id bigint not null,
  measure_id bigint not null,
  week date not null,
  -- The lead unit, or a supporting one that adds its part.
  unit_id bigint not null,
  version integer not null,
  no_change boolean not null,
  -- Taken back by its writer: no report, as if there had been none.
  withdrawn boolean not null default false,
  done text,
  difficulty text,
  next_step text,
  percent smallint check (percent between 0 and 100),
  -- [{ "targetId", "quantity" }]
  reached jsonb not null default '[]',
  evidence_ids bigint[] not null default '{}',
  person_id bigint not null,
  on_behalf_of bigint,
  filed_at timestamptz not null,
  primary key (tenant_id, measure_id, week, unit_id, version),
  foreign key (tenant_id, measure_id, week) references report_due,
  foreign key (tenant_id, unit_id) references unit,
  foreign key (tenant_id, person_id) references person
);

alter table report_week enable row level security;
create policy tenant on report_week to bihuan_app using (tenant_id = (select current_tenant()));
alter table report_due enable row level security;
create policy wall on report_due to bihuan_app using (
  tenant_id = (select current_tenant()) and (
    (select sees_all())
    or inspection_id = any ((select whole_inspections())::bigint[])
    or exists (select from measure where measure.tenant_id = report_due.tenant_id
      and measure.measure_id = report_due.measure_id)));
alter table weekly_report enable row level security;
create policy wall on weekly_report to bihuan_app using (
  tenant_id = (select current_tenant()) and (
    (select sees_all())
    or exists (select from measure where measure.tenant_id = weekly_report.tenant_id
      and measure.measure_id = weekly_report.measure_id)));
grant select, insert, update on report_week, report_due to bihuan_app;
grant select, insert on weekly_report to bihuan_app;

-- The board: counts by unit and week. Reports of one unit come in at the same moment from many, and each would wait until
-- the other's commit is on disk: so each connection counts in a row of its own (`shard`), and readers add them up. Weeks
-- that are over are put together by `gather_report_counts`.
create table report_count (
  tenant_id bigint not null,
  inspection_id bigint not null,
  week date not null,
  unit_id bigint not null,
  shard smallint not null,
  due integer not null,
  filed integer not null,
  late integer not null,
  backfilled integer not null,
  excused integer not null,
  red integer not null,
  yellow integer not null,
  green integer not null,
  primary key (tenant_id, inspection_id, week, unit_id, shard)
) with (fillfactor = 50);
alter table report_count enable row level security;
create policy wall on report_count to bihuan_app using (
  tenant_id = (select current_tenant()) and (
    (select sees_all())
    or inspection_id = any ((select whole_inspections())::bigint[])
    or unit_id = any ((select own_audiences())::bigint[])));
grant select on report_count to bihuan_app;

-- Differences are netted, and rows touched in one order.
create function keep_report_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if tg_op = 'INSERT' then
    insert into report_count as held
      select tenant_id, inspection_id, week, unit_id, pg_backend_pid() % 16, count(*),
        count(*) filter (where state = 'filed'), count(*) filter (where state = 'late'),
        count(*) filter (where state = 'backfilled'), count(*) filter (where state = 'excused'),
        count(*) filter (where light = 'red'), count(*) filter (where light = 'yellow'),
        count(*) filter (where light = 'green')
      from entered group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (tenant_id, inspection_id, week, unit_id, shard) do update set
      due = held.due + excluded.due, filed = held.filed + excluded.filed, late = held.late + excluded.late,
      backfilled = held.backfilled + excluded.backfilled, excused = held.excused + excluded.excused,
      red = held.red + excluded.red, yellow = held.yellow + excluded.yellow,
      green = held.green + excluded.green;
  else
    insert into report_count as held
      select tenant_id, inspection_id, week, unit_id, pg_backend_pid() % 16, sum(difference),
        coalesce(sum(difference) filter (where state = 'filed'), 0),
        coalesce(sum(difference) filter (where state = 'late'), 0),
        coalesce(sum(difference) filter (where state = 'backfilled'), 0),
        coalesce(sum(difference) filter (where state = 'excused'), 0),
        coalesce(sum(difference) filter (where light = 'red'), 0),
        coalesce(sum(difference) filter (where light = 'yellow'), 0),
        coalesce(sum(difference) filter (where light = 'green'), 0)
      from (select *, 1 as difference from entered union all select *, -1 from gone) row
      group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (tenant_id, inspection_id, week, unit_id, shard) do update set
      due = held.due + excluded.due, filed = held.filed + excluded.filed, late = held.late + excluded.late,
      backfilled = held.backfilled + excluded.backfilled, excused = held.excused + excluded.excused,
      red = held.red + excluded.red, yellow = held.yellow + excluded.yellow,
      green = held.green + excluded.green;
  end if;
  return null;
end
$$;
create trigger count_added after insert on report_due referencing new table as entered
  for each statement execute function keep_report_counts();
create trigger count_changed after update on report_due referencing old table as gone new table as entered
  for each statement execute function keep_report_counts();

-- Puts the rows of weeks before `before` together, one per unit: reading them again costs what it should.
create function gather_report_counts(inspection bigint, before date) returns void
language sql security definer set search_path = public, pg_temp as
$$
  with gone as (
    delete from report_count where tenant_id = current_tenant() and inspection_id = inspection and week < before
      and exists (select from report_count other where other.tenant_id = report_count.tenant_id
        and other.inspection_id = report_count.inspection_id and other.week = report_count.week
        and other.unit_id = report_count.unit_id and other.shard <> report_count.shard)
    returning *
  )
  insert into report_count
    select tenant_id, inspection_id, week, unit_id, 16, sum(due), sum(filed), sum(late), sum(backfilled), sum(excused),
      sum(red), sum(yellow), sum(green)
    from gone group by 1, 2, 3, 4
$$;
revoke execute on function gather_report_counts from public;
grant execute on function gather_report_counts to bihuan_app;

-- The newest week of a measure carries its light.
create function keep_report_light() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  update report_due set light = new.light where tenant_id = new.tenant_id and measure_id = new.measure_id
    and week = (select max(week) from report_due where tenant_id = new.tenant_id and measure_id = new.measure_id);
  return null;
end
$$;
create trigger report_light_kept after update of light on measure for each row
  when (old.light is distinct from new.light) execute function keep_report_light();

-- Weeks in a row, back from the newest that is due at `at`, without a report. Excused weeks neither count nor end the row.
create function missed_weeks_of(measure bigint, at timestamptz) returns integer language sql stable as
$$
  select count(*)::integer from report_due due
  where due.tenant_id = current_tenant() and due.measure_id = measure and due.due_at <= at and due.state = 'expected'
    and due.week > coalesce((select max(week) from report_due other
      where other.tenant_id = current_tenant() and other.measure_id = measure
        and other.state in ('filed', 'late', 'backfilled')), '-infinity')
$$;

-- Files one report with all that follows from it: obligation, progress, history event, submission. One trip to the
-- server; runs as the application, behind the wall. Refuses by raising SQLSTATE BH001 with the code of the refusal.
--
-- filing: { measureId, week, basedOn, noChange, withdrawn, done, difficulty, nextStep, percent, reached, evidenceIds,
--   personId, submissionId, at, after, algorithm, act,
--   holders: [{ inspectionId, unitId, role, onBehalfOf, digests: { filed, late, backfilled, withdrawn } }] }
-- A holder is an officer's assignment under which the person may report. The digest of the history event depends on how
-- punctual the report is, which is found out here: the writer brings one for each case.
-- plain: only when nothing else follows: a measure that begins with this report or whose missed weeks end asks for more,
-- and then nothing is written and null is given.
create function file_report(filing jsonb, plain boolean) returns jsonb language plpgsql as
$$
declare
  tenant constant bigint := current_tenant();
  asked constant bigint := (filing->>'measureId')::bigint;
  of_week constant date := (filing->>'week')::date;
  based_on constant integer := (filing->>'basedOn')::integer;
  at constant timestamptz := (filing->>'at')::timestamptz;
  writer constant bigint := (filing->>'personId')::bigint;
  is_withdrawn constant boolean := (filing->>'withdrawn')::boolean;
  said constant jsonb := filing->'reached';
  week_ends constant timestamptz := (of_week + 7)::timestamp at time zone 'Asia/Shanghai';
  held record;
  owed record;
  holder record;
  earlier record;
  newest integer;
  punctuality text;
  next_state text;
  missed integer;
  quantity numeric;
  day date;
  result jsonb;
  told bigint;
begin
  select inspection_id, status, lead_unit_id, missed_weeks, last_report_on, reached_quantity into held
    from measure where tenant_id = tenant and measure_id = asked;
  if not found then raise exception using errcode = 'BH001', message = 'record.notFound'; end if;
  select given.* into holder
    from jsonb_to_recordset(filing->'holders') as given("inspectionId" bigint, "unitId" bigint, role text,
      "onBehalfOf" bigint, digests jsonb)
    where (given."inspectionId" is null or given."inspectionId" = held.inspection_id)
      and (given."unitId" = held.lead_unit_id or exists (select from measure_unit link
        where link.tenant_id = tenant and link.measure_id = asked and link.unit_id = given."unitId"))
    order by given."unitId" = held.lead_unit_id desc limit 1;
  if not found then raise exception using errcode = 'BH001', message = 'access.otherUnit'; end if;

  -- Whoever reports the same week of the same measure waits here.
  select state, due_at, version, excuse into owed from report_due
    where tenant_id = tenant and measure_id = asked and week = of_week for update;
  if not found then raise exception using errcode = 'BH001', message = 'report.notDue'; end if;
  select act, person_id, submission.result into earlier from submission
    where tenant_id = tenant and submission_id = filing->>'submissionId';
  if found then
    if earlier.act <> 'report.file' or earlier.person_id <> writer then
      raise exception using errcode = 'BH001', message = 'submission.otherAct';
    end if;
    return earlier.result;
  end if;

  if holder."unitId" = held.lead_unit_id then
    newest := owed.version;
  else
    select coalesce(max(version), 0) into newest from weekly_report
      where tenant_id = tenant and measure_id = asked and week = of_week and unit_id = holder."unitId";
  end if;
  if newest <> based_on then raise exception using errcode = 'BH001', message = 'report.changedMeanwhile'; end if;
  if held.status in ('planned', 'signedOff', 'unsubstantiated') then
    raise exception using errcode = 'BH001', message = 'report.closed';
  end if;
  if based_on > 0 and at >= week_ends then raise exception using errcode = 'BH001', message = 'report.weekClosed'; end if;
  if is_withdrawn and not exists (select from weekly_report where tenant_id = tenant and measure_id = asked
      and week = of_week and unit_id = holder."unitId" and version = based_on and no_change and not withdrawn) then
    raise exception using errcode = 'BH001', message = 'report.notToWithdraw';
  end if;
  if at < (of_week::timestamp at time zone 'Asia/Shanghai') then
    raise exception using errcode = 'BH001', message = 'report.notYet';
  end if;
  if plain and (held.status = 'docketed' or held.missed_weeks > 0 or is_withdrawn) and holder."unitId" = held.lead_unit_id then
    return null;
  end if;

  punctuality := case when at < owed.due_at then 'filed' when at < week_ends then 'late' else 'backfilled' end;
  next_state := case
    when is_withdrawn then 'expected'
    -- An amended report stays as punctual as the first one was.
    when owed.state in ('filed', 'late', 'backfilled') then owed.state
    else punctuality end;
  insert into weekly_report (tenant_id, measure_id, week, unit_id, version, no_change, withdrawn, done, difficulty,
      next_step, percent, reached, evidence_ids, person_id, on_behalf_of, filed_at)
    values (tenant, asked, of_week, holder."unitId", based_on + 1, (filing->>'noChange')::boolean, is_withdrawn,
      filing->>'done', filing->>'difficulty', filing->>'nextStep', (filing->>'percent')::smallint, said,
      array(select value::bigint from jsonb_array_elements_text(filing->'evidenceIds')), writer, holder."onBehalfOf", at);

  if holder."unitId" = held.lead_unit_id then
    update report_due set state = next_state, version = based_on + 1, excuse = null, excused_by = null
      where tenant_id = tenant and measure_id = asked and week = of_week;
    quantity := held.reached_quantity;
    if said <> '[]' then
      if exists (select from jsonb_array_elements(said) each where not exists (select from measure_target target
          where target.tenant_id = tenant and target.measure_id = asked
            and target.target_id = (each->>'targetId')::bigint)) then
        raise exception using errcode = 'BH001', message = 'report.foreignTarget';
      end if;
      update measure_target target set reached = (each->>'quantity')::numeric
        from jsonb_array_elements(said) each
        where target.tenant_id = tenant and target.measure_id = asked and target.target_id = (each->>'targetId')::bigint;
      select target.reached into quantity from measure_target target
        where target.tenant_id = tenant and target.measure_id = asked and target.quantity is not null
        order by position, target_id limit 1;
    end if;
    if is_withdrawn then
      select max(filed_at at time zone 'Asia/Shanghai')::date into day from weekly_report
        where tenant_id = tenant and measure_id = asked and week <> of_week and not withdrawn;
    else
      day := (at at time zone 'Asia/Shanghai')::date;
    end if;
    missed := case when plain then held.missed_weeks else missed_weeks_of(asked, at) end;
    if (held.last_report_on, held.reached_quantity, held.missed_weeks) is distinct from (day, quantity, missed) then
      update measure set last_report_on = day, reached_quantity = quantity, missed_weeks = missed
        where tenant_id = tenant and measure_id = asked;
    end if;
  end if;

  next_state := case when is_withdrawn then 'withdrawn' else punctuality end;
  insert into history_event (tenant_id, at, actor_id, role, unit_id, on_behalf_of, act, record_kind, record_id, after,
      digest_algorithm, digest)
    values (tenant, at, writer, holder.role, holder."unitId", holder."onBehalfOf", filing->>'act', 'measure', asked,
      (filing->'after') || jsonb_build_object('state', next_state), filing->>'algorithm',
      decode(holder.digests->>next_state, 'hex'))
    returning history_event.event_id into told;
  result := jsonb_build_object('eventId', told, 'version', based_on + 1, 'state', next_state, 'inspectionId', held.inspection_id,
    'status', held.status, 'byLeadUnit', holder."unitId" = held.lead_unit_id, 'unitId', holder."unitId",
    'onBehalfOf', holder."onBehalfOf");
  insert into submission (tenant_id, submission_id, person_id, act, result, submitted_at)
    values (tenant, filing->>'submissionId', writer, 'report.file', result, at);
  return result;
end
$$;
