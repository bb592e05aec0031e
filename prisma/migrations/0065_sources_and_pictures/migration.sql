-- The own list of sources of a framing, and pictures that stand in its text.
create table source (
  id uuid primary key default gen_random_uuid(),
  framing_id uuid not null references framing (id) on delete cascade on update cascade,
  title text not null,
  authors text not null default '',
  year integer,
  doi text,
  url text,
  note text not null default '',
  added_by_id uuid,
  added_at timestamptz(3) not null default now()
);
create index source_framing_id_added_at_idx on source (framing_id, added_at);
alter table media add column framing_id uuid references framing (id) on delete cascade on update cascade;
create index media_framing_id_idx on media (framing_id);
