-- Whoever brings a file is told what of it does not come in.
alter table bringing add column differences jsonb not null default '[]';
