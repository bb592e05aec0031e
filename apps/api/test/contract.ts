import { buildASTSchema, concatAST, getNamedType, isCompositeType, isInputObjectType, parse, type GraphQLArgument, type GraphQLField, type GraphQLInputField } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../src');

/** The contract of all slices, as it is written. */
export const contract = buildASTSchema(
  concatAST(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.graphql') && !name.includes('generated'))
      .map((name) => parse(readFileSync(join(folder, name), 'utf8'))),
  ),
);

/** A root field of the contract. */
export interface RootField {
  /** Such as Mutation.admit. */
  readonly name: string;
  /** The question that asks it, with a variable for each argument. */
  readonly question: string;
  /** Where ids are given, such as input.allianceId. */
  readonly ids: readonly string[];
  /** Where texts are given. */
  readonly texts: readonly string[];
}

/** Every root field of queries and mutations. */
export function rootFields(): RootField[] {
  return [contract.getQueryType(), contract.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      name: `${type?.name}.${field.name}`,
      question: questionOf(type?.name === 'Query' ? 'query' : 'mutation', field),
      ids: field.args.flatMap((argument) => pathsOf('ID', argument)),
      texts: field.args.flatMap((argument) => pathsOf('String', argument)),
    })),
  );
}

function questionOf(operation: string, field: GraphQLField<unknown, unknown>): string {
  const variables = field.args.map((argument) => `$${argument.name}: ${argument.type.toString()}`).join(', ');
  const given = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const below = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${operation}${variables && `(${variables})`} { answer: ${field.name}${given && `(${given})`}${below} }`;
}

function pathsOf(scalar: 'ID' | 'String', argument: GraphQLArgument | GraphQLInputField, before = ''): string[] {
  const type = getNamedType(argument.type);
  const path = before + argument.name;
  if (type.name === scalar) return [path];
  return isInputObjectType(type) ? Object.values(type.getFields()).flatMap((field) => pathsOf(scalar, field, `${path}.`)) : [];
}
