-- Registers through Excel: what an import would write is kept between its preview and the wish to apply it.
create table entry_import (
  tenant_id bigint not null references tenant,
  -- Of the token that the page holds.
  token_hash bytea not null,
  -- Whose preview it is: nobody else applies it.
  person_id bigint not null,
  register text not null,
  -- A definition that changed since is previewed again.
  definition_version integer not null,
  file_name text not null,
  -- Entries as they shall be, each with the version that was seen.
  writes jsonb not null,
  -- Rows that change nothing.
  same integer not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person
);
create index entry_import_of_person on entry_import (tenant_id, person_id, expires_at);
alter table entry_import enable row level security;
create policy tenant on entry_import to bihuan_app using (tenant_id = (select current_tenant()));
grant select, insert, delete on entry_import to bihuan_app;

