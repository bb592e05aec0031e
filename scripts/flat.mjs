import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** What a person is or has done besides taking part: nothing may be ordered, chosen, shown or hidden by it [R1]. */
const personal = /^(capacity|capacities|kinds?|knows|title|amount|settledCapacity|saidByCapacity)$/i;
const values = new Set(['RESEARCHER', 'OFFICIAL', 'RESIDENT']);

/**
 * Places that look at capacity or kind and may: each with why. What is here is read by whoever changes it;
 * a new place is added only when it neither orders, chooses, enlarges nor hides anybody.
 */
export const allowed = {
  'packages/domain/src/shared/enums.ts': 'the enumeration itself',
  'packages/domain/src/contribution/spoken.ts': 'words in a file that mean a capacity or kind',
  'packages/domain/src/contribution/balance.ts': 'counts how many in each capacity and of each kind: the spread is what it is about',
  'packages/domain/src/alliance/gaps.ts': 'a capacity that nobody speaks in is a gap',
  'packages/domain/src/contribution/give.ts': 'whoever is left out by name is called a resident, whoever they are',
  'apps/api/src/contribution/claim.store.ts: capacity = ': 'whoever is left out by name is called a resident, whoever they are',
  'apps/api/src/mydata/words.ts': 'words for capacities',
  'packages/domain/src/export/words.ts': 'words for capacities',
  'apps/api/src/contribution/balance.csv.ts': 'words for capacities, in the order of the enumeration',
  'apps/api/src/contribution/balance.store.ts': 'counts how many in each capacity and of each kind',
  'apps/api/src/contribution/contribution.filter.ts': 'narrows as whoever looks has chosen',
  'apps/api/src/alliance/alliance.page.sql.ts: order by by.capacity': 'one row for each capacity, in the order of the enumeration',
  'apps/api/src/alliance/alliance.page.sql.ts: order by k.kind': 'one row for each kind, in the order of the enumeration',
  'apps/web/src/framing/Line.tsx: core.capacity-': 'words for capacities',
  'apps/web/src/lib/capacityWord.ts': 'words for capacities',
  'apps/web/src/joining/SpeakingFields.tsx': 'the choice of one’s own capacity',
  'apps/web/src/contribution/balance/': 'narrows as whoever looks has chosen, and shows the spread',
};

const folders = ['packages/domain/src', 'apps/api/src', 'apps/web/src'];
const passed = /(\.test\.tsx?$|\/generated\/|\/examples\/)/;

/** Every place in the house that orders, chooses or shows by what somebody is, and is not allowed: "file:line: what". */
export function unequal(root, { allow = allowed, read = (file) => readFileSync(file, 'utf8') } = {}) {
  const files = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)));
  return files.filter((file) => /\.(tsx?|css)$/.test(file) && !passed.test(file.replaceAll('\\', '/'))).flatMap((file) => {
    const name = relative(root, file).replaceAll('\\', '/');
    const found = file.endsWith('.css') ? inStyles(read(file)) : inSource(name, read(file));
    return found.filter(({ text }) => !Object.keys(allow).some((place) => {
      const [path, words] = place.split(': ');
      return (path.endsWith('/') ? name.startsWith(path) : name === path) && (words === undefined || text.includes(words));
    })).map(({ line, what, text }) => `${name}:${line}: ${what}: ${text.replaceAll(/\s+/g, ' ').slice(0, 120)}`);
  });
}

function inStyles(text) {
  return text.split('\n').flatMap((line, at) => (/researcher|official|resident|data-(capacity|kind|title)/i.test(line) ? [{ line: at + 1, what: 'a style for some', text: line }] : []));
}

function inSource(name, text) {
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found = [];
  const say = (node, what) => found.push({ line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, what, text: node.getText() });
  const visit = (node) => {
    if ((ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || (ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node)) && values.has(node.text)) say(node.parent, 'a capacity by name');
    if (ts.isBinaryExpression(node) && compares.has(node.operatorToken.kind) && [node.left, node.right].some(isPersonal) && ![node.left, node.right].some(isNothing)) say(node, 'a comparison');
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && /^(sort|toSorted|localeCompare)$/.test(node.expression.name.text) && node.arguments.some((one) => holds(one, isPersonal))) say(node, 'an order');
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && /^(includes|has|indexOf)$/.test(node.expression.name.text) && node.arguments.some(isPersonal) && !/^kinds?$/.test(node.arguments[0].getText().split('.').at(-1))) say(node, 'a choice');
    if (ts.isSwitchStatement(node) && isPersonal(node.expression)) say(node.expression, 'a choice');
    if (ts.isJsxAttribute(node) && /^(className|style|hidden|role|aria-level|size|level|weight)$/.test(node.name.getText()) && node.initializer !== undefined && holds(node.initializer, isCapacity)) say(node, 'a look for some');
    if (isText(node) && /\b(select|order by|where|update|insert)\b/i.test(node.getText())) for (const match of node.getText().matchAll(orders)) found.push({ line: tree.getLineAndCharacterOfPosition(node.getStart() + match.index).line + 1, what: 'an order or choice in SQL', text: match[0] });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const compares = new Set([ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken, ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsToken, ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken]);
// Order by, partition by, or a condition, up to where the next part of the statement begins.
const orders = /(\b(order|partition)\s+by\b[^)]*?\b(capacity|kinds?|knows)\b[^)\n]*)|\b(where|and|when|on)\b[^\n]{0,60}?\b\w+\.capacity\s*(=|<>|in\b|is\b)[^\n]{0,40}|\bcapacity\s*=\s*'[^\n]{0,40}|array_position\([^\n]{0,60}(capacity|kinds)[^\n]{0,20}/gi;

const isText = (node) => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
const lastName = (node) => (ts.isIdentifier(node) ? node.text : ts.isPropertyAccessExpression(node) ? node.name.text : ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node) ? lastName(node.expression) : '');
const isPersonal = (node) => personal.test(lastName(node)) && !/^(kinds?)$/i.test(lastName(node));
const isCapacity = (node) => /^(capacity|title|knows)$/i.test(lastName(node));
const isNothing = (node) => node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined') || (ts.isStringLiteral(node) && ['', 'NONE', 'none'].includes(node.text));
const holds = (node, wanted) => wanted(node) || ts.forEachChild(node, (child) => holds(child, wanted) || undefined) === true;
