import { getNamedType, isListType, isNonNullType, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLOutputType } from 'graphql';
import { sizes } from '../../src/core/size.js';
import { contract } from '../contract.js';

/** A selection: a field and what is asked below it. */
interface Tree { [field: string]: Tree }

/** How deep, and how many of each list that can be cut. */
export interface Asked {
  readonly steps?: number;
  readonly first?: number;
}

const text = (tree: Tree): string => Object.entries(tree).map(([field, below]) => (Object.keys(below).length > 0 ? `${field} { ${text(below)} }` : field)).join(' ');

const size = (tree: Tree): number => Object.values(tree).reduce((sum, one) => sum + 1 + size(one), 0);

/** All that can be asked below a type, in so many steps. */
function below(type: GraphQLObjectType, steps: number, first: number | undefined, before: readonly string[] = []): Tree {
  const tree: Tree = { __typename: {} };
  for (const field of Object.values(type.getFields())) {
    const next = getNamedType(field.type);
    const asked = first !== undefined && field.args.some(({ name }) => name === 'first') ? `${field.name}(first: ${first})` : field.name;
    if (!isObjectType(next)) tree[asked] = {};
    // What was passed on the way here is not gone through again.
    else if (steps > 0 && !before.includes(next.name)) tree[asked] = below(next, steps - 1, first, [...before, type.name]);
  }
  return tree;
}

/** Both selections in one. */
function together(one: Tree, other: Tree): Tree {
  const all = { ...one };
  for (const [field, under] of Object.entries(other)) all[field] = together(all[field] ?? {}, under);
  return all;
}

/** The questions that ask everything below a root field, such as `framing(id: "…")`, each as large as a request may be. */
export function questionsBelow(root: string, { steps = 4, first }: Asked = {}): string[] {
  const type = getNamedType(contract.getQueryType()?.getFields()[nameOf(root)]?.type);
  if (!isObjectType(type)) return [`{ ${root} }`];
  const split = (tree: Tree): Tree[] => {
    if (size(tree) < 100) return [tree];
    const plain = Object.fromEntries(Object.entries(tree).filter(([, one]) => Object.keys(one).length === 0));
    const wide = Object.entries(tree).filter(([, one]) => Object.keys(one).length > 0);
    return [plain, ...wide.flatMap(([key, one]) => split(one).map((part) => ({ [key]: part })))];
  };
  const full: Tree[] = [];
  for (const part of split(below(type, steps, first))) {
    const more = together(full.at(-1) ?? {}, part);
    if (full.length > 0 && size(more) < sizes.fields) full[full.length - 1] = more;
    else full.push(part);
  }
  return full.map((tree) => `{ ${root} { ${text(tree)} } }`);
}

/** The name of a root field as it is asked. */
export const nameOf = (root: string): string => /^\w+/.exec(root)?.[0] ?? '';

/** Does the field answer with a list? */
export function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** A field of a type of the contract. */
export interface Field {
  readonly name: string;
  readonly of: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every field of every type that is read, such as Alliance.name; acts are not among them. */
export function everyField(): Field[] {
  return Object.values(contract.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__') && type !== contract.getMutationType())
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, of: type.name, field })));
}
