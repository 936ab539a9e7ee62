-- The page of a measure, opened all day by everybody. Whatever belongs to a measure is seen by whoever sees the measure; asked
-- behind the walls, each of a dozen tables asks its own wall again, which was more than half of the work. This function asks
-- the wall of the measure once, in the same words as the policy on `measure`, and then reads as the owner.

-- The newest document that a record came from, with the lines it stands on and two around.
create function source_of(kind text, asked bigint) returns json language sql stable as
$$
  select json_build_object('importId', import.import_id, 'sourceName', import.source_name, 'spans', link.spans,
    'inspectionId', import.inspection_id,
    'sourceLines', coalesce((
      select json_agg(json_build_object('line', near.at, 'text', import.lines[near.at]) order by near.at)
      from (select distinct at from jsonb_to_recordset(link.spans) as span(line integer, "endLine" integer)
          cross join generate_series(greatest(span.line - 2, 1),
            least(span."endLine" + 2, cardinality(import.lines), span.line + 200)) at) near), '[]'))
  from source_link link join import on import.tenant_id = link.tenant_id and import.import_id = link.import_id
  where link.tenant_id = current_tenant() and link.record_kind = kind and link.record_id = asked
  order by link.import_id desc limit 1
$$;

-- The measure before (or after) this one by number, the nearest along the audiences given.
create function measure_beside(asked bigint, in_inspection bigint, key text, along bigint[], after boolean) returns bigint
  language plpgsql stable as
$$
declare
  tenant constant bigint := current_tenant();
  own bigint;
  near_id bigint;
  near_key text collate "C";
  best_id bigint;
  best_key text collate "C";
begin
  foreach own in array along loop
    if after then
      select place.measure_id, place.number_key into near_id, near_key from measure_place place
        where place.tenant_id = tenant and place.inspection_id = in_inspection and place.audience = own
          and (place.number_key, place.measure_id) > (key collate "C", asked)
        order by place.number_key, place.measure_id limit 1;
    else
      select place.measure_id, place.number_key into near_id, near_key from measure_place place
        where place.tenant_id = tenant and place.inspection_id = in_inspection and place.audience = own
          and (place.number_key, place.measure_id) < (key collate "C", asked)
        order by place.number_key desc, place.measure_id desc limit 1;
    end if;
    if found and (best_id is null or ((near_key, near_id) < (best_key, best_id)) = after) then
      best_id := near_id;
      best_key := near_key;
    end if;
  end loop;
  return best_id;
end
$$;

create function measure_page(asked bigint, today date, out "row" json, out documents text[], out audiences bigint[],
  out inspection json, out "supportingUnits" json, out findings json, out causes json, out life jsonb, out cycles json,
  out source json, out "previousId" bigint, out "nextId" bigint) returns setof record
  language plpgsql stable security definer set search_path = public, pg_temp as
$$
declare
  tenant constant bigint := current_tenant();
  whole constant boolean := sees_all();
  inspections constant bigint[] := whole_inspections();
  along bigint[] := own_audiences();
  in_inspection bigint;
  key text;
begin
  select measure.ledger_row, measure.documents, measure.audiences,
      json_build_object('id', held.inspection_id, 'name', held.name), measure.inspection_id, measure.number_key
    into "row", documents, audiences, inspection, in_inspection, key
    from measure join inspection held on held.tenant_id = tenant and held.inspection_id = measure.inspection_id
    where measure.tenant_id = tenant and measure.measure_id = asked
      and (whole or measure.inspection_id = any (inspections) or measure.audiences && along);
  if not found then return; end if;
  select
      coalesce((select json_agg(json_build_object('id', unit.unit_id, 'name', unit.name) order by unit.position)
        from measure_unit link join unit on unit.tenant_id = tenant and unit.unit_id = link.unit_id
        where link.tenant_id = tenant and link.measure_id = asked), '[]'),
      coalesce((select json_agg(json_build_object('id', finding.finding_id, 'number', finding.number,
          'heading', finding.heading) order by finding.number_key, finding.finding_id)
        from finding_measure link join finding on finding.tenant_id = tenant and finding.finding_id = link.finding_id
        where link.tenant_id = tenant and link.measure_id = asked), '[]'),
      coalesce((select json_agg(json_build_object('id', cause.cause_id, 'text', cause.text) order by cause.cause_id)
        from cause_measure link join cause on cause.tenant_id = tenant and cause.cause_id = link.cause_id
        where link.tenant_id = tenant and link.measure_id = asked), '[]'),
      coalesce((select json_agg(json_build_object('cycle', ended.cycle, 'status', ended.status,
          'endedAt', instant(ended.ended_at), 'reason', ended.reason) order by ended.cycle desc)
        from measure_cycle ended where ended.tenant_id = tenant and ended.measure_id = asked), '[]')
    into "supportingUnits", findings, causes, cycles;
  life := measure_life(asked, today);
  source := source_of('measure', asked);
  if whole or in_inspection = any (inspections) then along := '{0}'; end if;
  "previousId" := measure_beside(asked, in_inspection, key, along, false);
  "nextId" := measure_beside(asked, in_inspection, key, along, true);
  return next;
end
$$;
revoke execute on function measure_page from public;
grant execute on function measure_page to bihuan_app;
