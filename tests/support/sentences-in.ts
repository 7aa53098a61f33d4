import { parseAst } from 'vite';
import { isMachineText } from './machine-text.ts';

/** Props that people read or hear. */
const readProps = new Set([
  'label',
  'title',
  'subtitle',
  'aria-label',
  'alt',
  'placeholder',
  'hint',
  'tip',
  'text',
  'description',
  'doneLabel',
  'remark',
  'question',
  'keepLabel',
  'discardLabel',
  'submitLabel',
  'intro',
  'lead',
  'heading',
  'called',
]);

/** The same in every language: names of things, and of fields as machines call them. */
const untranslated = new Set([
  'Lanyard',
  'OAuth 2.0',
  '-----BEGIN CERTIFICATE-----',
  'active',
  'exp',
  'name',
  'value',
]);

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each);
  if (!isNode(value)) return;
  yield value;
  for (const part of Object.values(value)) yield* nodesIn(part);
}

function isSaid(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /\p{L}{2}/u.test(value) &&
    !untranslated.has(value.trim()) &&
    !isMachineText(value.trim())
  );
}

/** The texts that an expression may come to, as far as they are written in it. */
function textsOf(value: unknown): readonly string[] {
  if (!isNode(value)) return [];
  switch (value.type) {
    case 'Literal':
      return isSaid(value.value) ? [value.value] : [];
    case 'TemplateLiteral':
      return [...nodesIn(value.quasis)].flatMap(({ value: quasi }) => {
        const cooked = typeof quasi === 'object' && quasi !== null && 'cooked' in quasi ? quasi.cooked : null;
        return isSaid(cooked) ? [cooked] : [];
      });
    case 'JSXExpressionContainer':
      return textsOf(value.expression);
    case 'ConditionalExpression':
      return [...textsOf(value.consequent), ...textsOf(value.alternate)];
    case 'LogicalExpression':
      return [...textsOf(value.left), ...textsOf(value.right)];
    default:
      return [];
  }
}

/** What a module says to people in its own words. */
export function saidIn(source: string): readonly string[] {
  return [...nodesIn(parseAst(source, { lang: 'tsx' }))].flatMap((node) => {
    if (node.type === 'JSXText') return isSaid(node.value) ? [node.value.trim()] : [];
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      return (Array.isArray(node.children) ? node.children : [])
        .filter((child) => isNode(child) && child.type === 'JSXExpressionContainer')
        .flatMap(textsOf);
    }
    if (node.type === 'JSXAttribute' && isNode(node.name) && readProps.has(String(node.name.name))) {
      return textsOf(node.value);
    }
    if (node.type === 'Property' && isNode(node.key) && readProps.has(String(node.key.name))) {
      return textsOf(node.value);
    }
    if (node.type === 'CallExpression' && isNode(node.callee) && node.callee.name === 'showToast') {
      return (Array.isArray(node.arguments) ? node.arguments.slice(1) : []).flatMap(textsOf);
    }
    return [];
  });
}

/** Words of a text, one after the other: two of them at least, which nothing but people read. */
const prose = /\p{L}{2,}[.,:;!?…]?\s+[(“]?\p{L}{2,}/u;

/** Attributes and functions whose texts are for the browser, or for whoever mends Lanyard. */
const unseen = new Set([
  'className',
  'aria-keyshortcuts',
  'transform',
  'classNames',
  'Error',
  'RangeError',
  'SyntaxError',
  'TypeError',
  'AbortError',
  'querySelector',
  'closest',
  'matchMedia',
]);

/** Every text of several words in a module, wherever it stands. */
export function proseIn(source: string): readonly string[] {
  return proseOf(parseAst(source, { lang: 'tsx' }));
}

function proseOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(proseOf);
  if (!isNode(value) || value.type === 'ImportDeclaration' || value.type === 'TSLiteralType') return [];
  if (value.type === 'JSXAttribute' && isNode(value.name) && unseen.has(String(value.name.name))) return [];
  if ((value.type === 'CallExpression' || value.type === 'NewExpression') && isUnseen(value.callee))
    return [];
  const text =
    value.type === 'TemplateElement' ? cookedIn(value) : value.type === 'Literal' ? value.value : null;
  if (typeof text === 'string') return prose.test(text) ? [text.trim()] : [];
  return Object.values(value).flatMap(proseOf);
}

function isUnseen(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (isNode(callee.property)) return unseen.has(String(callee.property.name));
  return unseen.has(String(callee.name));
}

function cookedIn({ value }: Node): unknown {
  return typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : null;
}
