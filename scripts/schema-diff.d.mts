/** The SQL that leads from a database to schema.prisma; empty when they agree. */
export function schemaDiff(url: string, schemaFile?: string): Promise<string>;
