import { GraphQLError, type ASTVisitor, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql';

/** How large a request may be, after its fragments are opened. */
export const sizes = { depth: 12, aliases: 30, rootFields: 10, fields: 500 } as const;

interface Size {
  depth: number;
  aliases: number;
  fields: number;
}

/**
 * Refuses requests that are too deep or too wide [G4]. Each fragment is measured once, so that a
 * fragment bomb costs no more than its text.
 */
export function requestSize(context: ValidationContext): ASTVisitor {
  const measured = new Map<string, Size>();
  const open = new Set<string>();

  const ofFragment = (fragment: FragmentDefinitionNode): Size => {
    const name = fragment.name.value;
    const known = measured.get(name);
    if (known !== undefined) return known;
    // A circle is another rule's refusal; here it only must not hang.
    if (open.has(name)) return { depth: Infinity, aliases: 0, fields: Infinity };
    open.add(name);
    const size = ofSet(fragment.selectionSet);
    open.delete(name);
    measured.set(name, size);
    return size;
  };

  const ofSet = (set: SelectionSetNode): Size => {
    const total: Size = { depth: 0, aliases: 0, fields: 0 };
    for (const selection of set.selections) {
      let inner: Size;
      if (selection.kind === 'FragmentSpread') {
        const fragment = context.getFragment(selection.name.value);
        inner = fragment ? ofFragment(fragment) : { depth: 0, aliases: 0, fields: 0 };
      } else if (selection.kind === 'InlineFragment') {
        inner = ofSet(selection.selectionSet);
      } else {
        // Asking for the schema is bounded by graphql's own rule and by its size.
        const asksSchema = selection.name.value.startsWith('__');
        const below = selection.selectionSet && !asksSchema ? ofSet(selection.selectionSet) : { depth: 0, aliases: 0, fields: 0 };
        inner = { depth: below.depth + 1, aliases: below.aliases + (selection.alias ? 1 : 0), fields: below.fields + 1 };
      }
      total.depth = Math.max(total.depth, inner.depth);
      total.aliases += inner.aliases;
      total.fields += inner.fields;
    }
    return total;
  };

  return {
    OperationDefinition(operation) {
      const size = ofSet(operation.selectionSet);
      const tooLarge =
        size.depth > sizes.depth ||
        size.aliases > sizes.aliases ||
        size.fields > sizes.fields ||
        operation.selectionSet.selections.length > sizes.rootFields;
      if (tooLarge) context.reportError(new GraphQLError('request/too-large', { nodes: operation, extensions: { code: 'request/too-large' } }));
      return false;
    },
  };
}
