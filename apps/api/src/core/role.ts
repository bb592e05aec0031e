/** The role that requests act as: it owns nothing and is let past nothing. Migration 0100 makes it. */
export const runtimeRole = 'samsyn_runtime';
/** The role that the server acts as when it does something for no person. It has no right that the other has not. */
export const systemRole = 'samsyn_system';

/** What a connection says when it begins, so that whatever is asked over it is asked in that role. */
export function actingAs(role: string): string {
  return `-c role=${role}`;
}

/** The server does not start: what it may do in the database is not what it should be. */
export class WrongRole extends Error {}

/** As much of a database as this asks. */
interface Connected {
  readonly pool: { query(sql: string): Promise<{ rows: unknown[] }> };
}

/** Whom a connection acts as, and what that role could do. */
interface Facts {
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owned: string | null;
}

const factsSql = `
  select current_user as role, r.rolsuper as superuser, r.rolbypassrls as bypasses,
         (select min(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relowner = r.oid) as owned
    from pg_roles r where r.rolname = current_user`;

/** Throws one clear sentence when the database would let the server do more than it should [S10]. */
export async function checkRole(database: Connected): Promise<void> {
  const [facts] = (await database.pool.query(factsSql)).rows as Facts[];
  const wrong = facts === undefined ? 'nobody known' : wrongWith(facts);
  if (wrong !== null) throw new WrongRole(`Samsyn does not start: in the database it would act as ${wrong}. It must act as ${runtimeRole}: take options out of DATABASE_URL; docs/operating.md says how the roles are made.`);
}

function wrongWith({ role, superuser, bypasses, owned }: Facts): string | null {
  if (superuser) return `${role}, who may do everything`;
  if (bypasses) return `${role}, for whom row-level security does not hold`;
  if (owned !== null) return `${role}, who owns its tables (${owned} is one)`;
  return null;
}
