import { called } from '@samsyn/domain/actor/protected';
import { getNullableType, GraphQLString, isObjectType, type GraphQLSchema } from 'graphql';
import type { Asking } from './asking.js';

// The alliance's home is handed out as it came, and does this itself.
const bySelf = /^(Alliance)?Page/;
const names = new Set(['name', 'statedAuthor']);

/** Wherever a name is asked for, a protected person's is said in the reader's language [A11]. */
export function namesInLanguage(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || bySelf.test(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!names.has(field.name) || getNullableType(field.type) !== GraphQLString || field.resolve !== undefined) continue;
      field.resolve = (source: Readonly<Record<string, unknown>>, _args: unknown, { language }: Asking) => {
        const name = source[field.name];
        return typeof name === 'string' ? called(name, language) : name;
      };
    }
  }
  return schema;
}
