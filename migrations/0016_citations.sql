-- Citations belong to a cycle of the measure or finding that cites; what a target counts; entries that a report brings.

alter table citation
  add column cycle integer not null default 1,
  -- What its entry adds to the target, in the target's unit; null where it proves and does not count.
  add column adds numeric,
  -- The entry was withdrawn: it stays cited, shown struck out, and neither counts nor proves.
  add column struck boolean not null default false;
grant update (adds, struck) on citation to bihuan_app;
drop index citation_once;
create unique index citation_once on citation (tenant_id, record_kind, record_id, cycle, entry_id)
  where withdrawn_at is null;

-- What the target's unit is in units of the count, as a fraction (万元 of 分: 1/1000000; 亩 of ㎡: 3/2000).
alter table measure_target
  add column counted_times bigint not null default 1 check (counted_times > 0),
  add column counted_over bigint not null default 1 check (counted_over > 0),
  add check (counted_kind is null or register is not null);

alter table weekly_report add column entry_ids bigint[] not null default '{}';

-- Entries that came from an import, so that the same proposal is not taken twice.
create index entry_of_import on entry (tenant_id, ((source->>'importId'))) where source ? 'importId';

-- What a target counts, as JSON; null for one whose progress is reported.
create function counts_of(target measure_target) returns jsonb language sql immutable as
$$ select case when target.register is not null then
  jsonb_build_object('register', target.register, 'counted', target.counted, 'kind', target.counted_kind) end $$;

-- What one cited entry adds to a target, in the target's unit; null where it proves and does not count. A single entry whose
-- aggregate is cited for the same target adds nothing of its own.
create function adds_to(cited citation, target measure_target) returns numeric language sql stable as
$$
  select case
    when entry.withdrawn_at is not null or exists (select from citation other where other.tenant_id = cited.tenant_id
      and other.target_id = cited.target_id and other.cycle = cited.cycle and other.withdrawn_at is null
      and other.entry_id = entry.covered_by) then 0
    else (entry.counts->>target.counted)::numeric * target.counted_times / target.counted_over end
  from entry where entry.tenant_id = cited.tenant_id and entry.entry_id = cited.entry_id
    and entry.register = target.register and (target.counted_kind is null or entry.kind = target.counted_kind)
$$;

-- Pieces of evidence: files and cited entries.
create function evidence_of(asked bigint, asked_cycle integer) returns bigint language sql stable as
$$
  select (select count(*) from evidence where evidence.tenant_id = current_tenant() and measure_id = asked
      and cycle = asked_cycle and withdrawn_at is null)
    + (select count(*) from citation where citation.tenant_id = current_tenant() and record_kind = 'measure'
      and record_id = asked and cycle = asked_cycle and withdrawn_at is null and not struck)
$$;

create or replace function targets_of(asked bigint, asked_cycle integer) returns jsonb language plpgsql stable as
$$
begin
  return coalesce((select jsonb_agg(jsonb_build_object('id', target.target_id, 'words', target.words,
      'quantity', target.quantity, 'unit', target.unit, 'expectedProof', target.expected_proof, 'reached', target.reached,
      'counts', counts_of(target),
      'evidence', (select count(*) from evidence where evidence.tenant_id = current_tenant()
        and evidence.measure_id = asked and evidence.cycle = asked_cycle and evidence.withdrawn_at is null
        and (evidence.target_id is null or evidence.target_id = target.target_id))
        + (select count(*) from citation where citation.tenant_id = current_tenant() and citation.record_kind = 'measure'
        and citation.record_id = asked and citation.cycle = asked_cycle and citation.withdrawn_at is null
        and not citation.struck and (citation.target_id is null or citation.target_id = target.target_id)))
      order by target.position, target.target_id)
    from measure_target target where target.tenant_id = current_tenant() and target.measure_id = asked), '[]');
end
$$;

-- As in 0009; a target that counts entries takes no typed figure, and entries that the report brings are kept with it.
create or replace function file_report(filing jsonb, plain boolean) returns jsonb language plpgsql as
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
      next_step, percent, reached, evidence_ids, entry_ids, person_id, on_behalf_of, filed_at)
    values (tenant, asked, of_week, holder."unitId", based_on + 1, (filing->>'noChange')::boolean, is_withdrawn,
      filing->>'done', filing->>'difficulty', filing->>'nextStep', (filing->>'percent')::smallint, said,
      array(select value::bigint from jsonb_array_elements_text(filing->'evidenceIds')),
      array(select value::bigint from jsonb_array_elements_text(filing->'entryIds')), writer, holder."onBehalfOf", at);

  if filing->'evidenceIds' <> '[]' and exists (select from jsonb_array_elements_text(filing->'evidenceIds') each
      where not exists (select from evidence where evidence.tenant_id = tenant and evidence.measure_id = asked
        and evidence.evidence_id = each::bigint and evidence.withdrawn_at is null)) then
    raise exception using errcode = 'BH001', message = 'report.foreignEvidence';
  end if;
  if said <> '[]' and exists (select from jsonb_array_elements(said) each join measure_target target
      on target.tenant_id = tenant and target.target_id = (each->>'targetId')::bigint
      where target.measure_id = asked and target.register is not null) then
    raise exception using errcode = 'BH001', message = 'report.countedTarget';
  end if;
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
