import type { FlagDefinition } from '../../model/flagDefinition';
import { codeChildren, descendants } from '../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../syntax/syntaxTree';
import { namesFlagKeys } from '../reads/shared/flagKeyNames';
import { codeDefinition } from './codeDefinition';
import type { DeclarationShape, DeclaringFile } from './declarationShape';
import { stringContent } from './literals';

const types = ['class_declaration', 'interface_declaration', 'object_declaration'];
const bodies: ReadonlySet<string> = new Set(['class_body', 'interface_body', 'declaration_list']);

/** One constant may be anything; several are a list of keys. */
const fewestConstants = 2;

/** Constants that say where settings are, or what keys begin with. */
const isNoKey = /(section|prefix|suffix|position|path|separator)(_?(name|key))?$/i;

interface Constant {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly content: SyntaxNode;
}

function childOf(node: SyntaxNode, isIt: (type: string) => boolean): SyntaxNode | undefined {
  return codeChildren(node).find(({ type }) => isIt(type));
}

function nameOf(node: SyntaxNode): string {
  const name =
    node.childForFieldName('name') ??
    codeChildren(node).find(({ type }) => type.endsWith('identifier')) ??
    null;
  return name?.text ?? '';
}

/** The words before a declaration: `public`, `static`, `const`. */
function wordsOf(member: SyntaxNode): ReadonlySet<string> {
  const words = codeChildren(member)
    .filter(({ type }) => /^(modifiers?|binding_pattern_kind)$/.test(type))
    .flatMap(({ text }) => text.split(/\s+/));
  return new Set(words);
}

/** Whether a field can have but one value, for all of the program. */
function isConstant(member: SyntaxNode, words: ReadonlySet<string>): boolean {
  if (member.type === 'constant_declaration' || words.has('const')) return true;
  if (words.has('val')) return true;
  return words.has('static') && (words.has('readonly') || words.has('final'));
}

function constantsIn(member: SyntaxNode): readonly Constant[] {
  const declarators = descendants(member, 'variable_declarator');
  const parts = declarators.length > 0 ? declarators : [member];
  return parts.flatMap((part) => {
    const content = stringContent(codeChildren(part).at(-1));
    const named = childOf(part, (type) => type === 'variable_declaration') ?? part;
    return content ? [{ name: nameOf(named), node: member, content }] : [];
  });
}

const fields: ReadonlySet<string> = new Set([
  'field_declaration',
  'constant_declaration',
  'property_declaration',
]);

/** The string constants of a body; null where its type has state, so that it is more than a list of constants. */
function constantsOf(body: SyntaxNode): readonly Constant[] | null {
  const found: Constant[] = [];
  for (const member of codeChildren(body)) {
    if (!fields.has(member.type)) continue;
    const words = wordsOf(member);
    if (isConstant(member, words)) found.push(...constantsIn(member));
    else if (!words.has('static')) return null;
  }
  return found;
}

/** The body with the constants: that of the companion, where there is one. */
function bodyOf(declaration: SyntaxNode): SyntaxNode | null {
  const body = childOf(declaration, (type) => bodies.has(type));
  const companion = body && childOf(body, (type) => type === 'companion_object');
  return (companion ? childOf(companion, (type) => bodies.has(type)) : body) ?? null;
}

function readType(source: DeclaringFile, declaration: SyntaxNode): readonly FlagDefinition[] {
  const body = namesFlagKeys(nameOf(declaration)) ? bodyOf(declaration) : null;
  const hasState = childOf(declaration, (type) =>
    /^(primary_constructor|parameter_list)$/.test(type),
  );
  const constants = body && !hasState ? (constantsOf(body) ?? []) : [];
  const keys = constants.filter(({ name }) => !isNoKey.test(name));
  if (keys.length < fewestConstants) return [];
  return keys.map(({ node, content }) =>
    codeDefinition({
      key: content.text,
      file: source.file,
      keySpan: source.spanOf(content),
      span: source.spanOf(node),
      format: 'code-key-constants',
    }),
  );
}

/**
 * String constants of a class, an interface or an object whose name says that they are keys of feature flags, and that holds
 * nothing else: `public static class FeatureFlagKeys { public const string Search = "new-search"; ... }`.
 */
export const keyConstants: DeclarationShape = {
  id: 'code-key-constants',
  name: 'Constants named for flag keys',
  read: (source, root) => descendants(root, ...types).flatMap((type) => readType(source, type)),
};
