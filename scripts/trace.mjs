import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

// Keeps rules, tests and refusals together: a rule that no test holds is a wish, and a number that no rule has is a mistake.
const here = dirname(dirname(fileURLToPath(import.meta.url)));
const passedOver = new Set(['node_modules', 'dist', 'generated', 'coverage', 'public']);
const number = /\b[A-Z]\d+\b/g;
const cited = /\[([A-Z]\d+(?:[\s,]+[A-Z]\d+)*)\]/g;

function* sourcesBelow(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (passedOver.has(entry.name) || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesBelow(path);
    else if (/\.(ts|tsx|mjs)$/.test(entry.name)) yield path;
  }
}

function parsed(path) {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** The first words of a string or template, as far as they are fixed. */
function fixedText(node) {
  if (node === undefined) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.head.text : '';
}

/** The rules that the names of tests in a file cite. A test that is skipped or yet to be written holds nothing. */
function citedIn(tree) {
  const rules = [];
  const visit = (node, skipped) => {
    let off = skipped;
    if (ts.isCallExpression(node)) {
      off ||= /\.(skip|todo|failing)\b/.test(node.expression.getText());
      const name = fixedText(node.arguments[0]);
      if (!off) for (const [, list] of name.matchAll(cited)) rules.push(...list.match(number));
    }
    ts.forEachChild(node, (child) => visit(child, off));
  };
  visit(tree, false);
  return rules;
}

/** The rules that refusals and rights in a file carry: `rule: 'L3'`, `new Refused('code', 'R3')`. */
function carriedIn(tree) {
  const rules = [];
  const isNumber = (node) => node !== undefined && ts.isStringLiteralLike(node) && /^[A-Z]\d+$/.test(node.text);
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'rule' && ts.isStringLiteralLike(node.initializer)) rules.push(node.initializer.text);
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && /^Refus(ed|al)$|^refuse$/.test(node.expression.getText()) && isNumber(node.arguments?.[1])) rules.push(node.arguments[1].text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return rules;
}

function add(map, rule, place) {
  map.set(rule, [...new Set([...(map.get(rule) ?? []), place])]);
}

/** Reads the checkout: the rules there are, where tests cite them, where refusals carry them. */
export function readTrace(checkout) {
  const rules = [...readFileSync(join(checkout, 'packages/domain/RULES.md'), 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, rule]) => rule);
  const inTests = new Map();
  const inRefusals = new Map();
  for (const floor of ['apps', 'packages', 'scripts']) {
    for (const path of sourcesBelow(join(checkout, floor))) {
      const place = relative(checkout, path).split(sep).join('/');
      const tree = parsed(path);
      if (/\.test\.(ts|tsx|mjs)$/.test(path)) for (const rule of citedIn(tree)) add(inTests, rule, place);
      else for (const rule of carriedIn(tree)) add(inRefusals, rule, place);
    }
  }
  return { rules, inTests, inRefusals };
}

/** What does not hold together, one sentence each. */
export function untraced({ rules, inTests, inRefusals }) {
  const known = new Set(rules);
  const strange = (map, what) => [...map].filter(([rule]) => !known.has(rule)).map(([rule, places]) => `${rule} is ${what} in ${places.join(', ')}, and RULES.md does not have it`);
  return [
    ...rules.filter((rule, at) => rules.indexOf(rule) !== at).map((rule) => `${rule} stands twice in RULES.md`),
    ...rules.filter((rule) => !inTests.has(rule)).map((rule) => `${rule} is held by no test`),
    ...strange(inTests, 'cited'),
    ...strange(inRefusals, 'carried by a refusal'),
  ];
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const trace = readTrace(resolve(process.argv[2] ?? here));
  const faults = untraced(trace);
  for (const fault of faults) console.log(fault);
  console.log(`${String(trace.rules.length)} rules, ${String(trace.inTests.size)} cited by tests, ${String(trace.inRefusals.size)} carried by refusals`);
  if (faults.length > 0) process.exitCode = 1;
}
