-- What the checks of equal terms on the running database found, each with its day.
create table equal_check (
  id uuid primary key default gen_random_uuid(),
  at timestamptz(3) not null default now(),
  cells integer not null,
  failures text[] not null default '{}'
);
create index equal_check_at_idx on equal_check (at);
