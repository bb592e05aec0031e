/** What PostgreSQL's programs see: nothing of ours, so that no PG… name or language leaks in. */
export function postgresEnvironment() {
  const { PATH, SystemRoot } = process.env;
  return { PATH: PATH ?? '', LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot && { SystemRoot }) };
}
