-- Units and people kept by hand: what is closed stays, people are found by what is typed, roles keep apart what must be apart.

-- From this day on nothing new is given to the unit, or to the person who has left; what they did stays.
alter table unit add column closed_on date;
alter table person add column left_on date;

-- Same name in the same unit: the same person.
create unique index person_in_unit on person (tenant_id, unit_id, name);
create index person_by_name on person (tenant_id, (name collate "C"), person_id);
create index unit_order on unit (tenant_id, position, unit_id);
create index assignment_inspection on assignment (tenant_id, inspection_id, person_id);

-- The flat ledger is sorted by the order of units, which may be changed.
create function renew_unit_places() returns trigger language plpgsql as
$$
begin
  update measure_place place set unit_key = new.position from measure
    where place.tenant_id = new.tenant_id and measure.tenant_id = new.tenant_id
      and measure.measure_id = place.measure_id and measure.lead_unit_id = new.unit_id
      and place.unit_key <> new.position;
  return null;
end
$$;
create trigger unit_places_renewed after update of position on unit for each row
  when (old.position is distinct from new.position) execute function renew_unit_places();
create index measure_lead_unit on measure (tenant_id, lead_unit_id);

-- Three administrators, three people: nobody holds two of the three at once, nor one of them beside a role in the work.
-- The one exception is who set the district up, office and systemAdmin in one (docs/decisions/0050-first-account.md).
-- `roleConflict` (src/core/access/role-conflict.ts) says it in words, and allows no exception; this is the second wall.
create function keep_roles_apart() returns trigger language plpgsql as
$$
begin
  -- Two roles given at the same moment: the second waits for the first, and sees it.
  perform from person where tenant_id = new.tenant_id and person_id = new.person_id for update;
  if exists (
    select from assignment held
    where held.tenant_id = new.tenant_id and held.person_id = new.person_id and held.assignment_id <> new.assignment_id
      and held.from_on <= coalesce(new.to_on, 'infinity') and coalesce(held.to_on, 'infinity') >= new.from_on
      and coalesce(held.to_on, 'infinity') >= held.from_on and coalesce(new.to_on, 'infinity') >= new.from_on
      and held.role <> new.role
      and 'Admin' in (right(held.role, 5), right(new.role, 5))
      and not (held.role in ('office', 'systemAdmin') and new.role in ('office', 'systemAdmin'))
  ) then
    raise exception 'role % cannot be held beside the other roles of person %', new.role, new.person_id
      using errcode = 'check_violation', constraint = 'roles_apart';
  end if;
  return new;
end
$$;
create trigger roles_kept_apart before insert or update on assignment for each row execute function keep_roles_apart();

-- Positions so far were given as units came: the official order is that of the tree.
with recursive placed as (
  select tenant_id, unit_id, array[position, unit_id] as place from unit where parent_id is null
  union all
  select unit.tenant_id, unit.unit_id, placed.place || array[unit.position, unit.unit_id]
    from unit join placed on placed.tenant_id = unit.tenant_id and placed.unit_id = unit.parent_id
), numbered as (
  select tenant_id, unit_id, row_number() over (partition by tenant_id order by place) - 1 as position from placed
)
update unit set position = numbered.position from numbered
  where numbered.tenant_id = unit.tenant_id and numbered.unit_id = unit.unit_id and unit.position <> numbered.position;
