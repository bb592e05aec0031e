import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** What rights.ts says of itself, read from its text: the law is about what a condition can see, and that is written in its types. */
export interface SourceOfRights {
  readonly membersOfThing: Readonly<Record<string, string>>;
  readonly parametersOfCondition: Readonly<Record<string, string>>;
  readonly askingStanding: readonly string[];
  readonly imports: readonly string[];
  readonly words: readonly string[];
}

function read(): SourceOfRights {
  const file = new URL('../src/rights/rights.ts', import.meta.url);
  const tree = ts.createSourceFile('rights.ts', readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const membersOfThing: Record<string, string> = {};
  const parametersOfCondition: Record<string, string> = {};
  const askingStanding: string[] = [];
  const imports: string[] = [];
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const named = node.importClause?.namedBindings;
      const names = named !== undefined && ts.isNamedImports(named) ? named.elements.map((element) => element.name.text) : ['everything'];
      imports.push(`${(node.moduleSpecifier as ts.StringLiteral).text}: ${[...names].sort().join(', ')}`);
      return;
    }
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Thing') {
      for (const member of node.members) membersOfThing[member.name?.getText() ?? 'any'] = ts.isPropertySignature(member) ? (member.type?.getText() ?? 'any') : 'any';
      for (const clause of node.heritageClauses ?? []) membersOfThing[clause.getText()] = 'inherited';
    }
    if (ts.isTypeAliasDeclaration(node) && node.name.text === 'Condition' && ts.isFunctionTypeNode(node.type)) {
      for (const parameter of node.type.parameters) parametersOfCondition[parameter.name.getText()] = parameter.type?.getText() ?? 'any';
    }
    if (ts.isTypeAliasDeclaration(node) && node.name.text === 'AskingStanding' && ts.isUnionTypeNode(node.type)) {
      askingStanding.push(...node.type.types.map((type) => type.getText()));
    }
    if (ts.isStringLiteral(node)) words.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { membersOfThing, parametersOfCondition, askingStanding: askingStanding.sort(), imports: imports.sort(), words };
}

/** rights.ts, read once. */
export const source: SourceOfRights = read();

/** The states of things that the table names: words in capitals. */
export function statesNamedIn({ words }: SourceOfRights): string[] {
  return [...new Set(words.filter((word) => /^[A-Z_]+$/.test(word)))].sort();
}
