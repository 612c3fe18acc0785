import type { StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { sdkExport, sdkOfPackage } from '../sdkShapes';
import { memberOf, oneOf, unknownValue } from '../staticValues';
import { imported } from './references';
import type { TypedEvaluation } from './typedEvaluation';
import type { ImportedName } from './typedGrammar';

/** What is imported by its name. */
export function importedName({ module, path }: ImportedName): StaticValue {
  const [name, ...rest] = path;
  const fromSdk = name === undefined ? null : sdkExport(module, name, 'value');
  if (!fromSdk) return imported(module, path);
  return rest.reduce((of, step) => memberOf(of, step), fromSdk);
}

/** A name that this file does not declare: what its package, its star imports or enclosing namespaces have under it. */
export function undeclared(
  name: string,
  node: SyntaxNode,
  space: 'value' | 'type',
  evaluation: TypedEvaluation,
): StaticValue {
  const modules = evaluation.header.modulesAt(node);
  const [module = ''] = modules;
  return { kind: 'import', module, name, space, lookup: evaluation.lookupOf(modules) };
}

function startsLower(name: string): boolean {
  const first = name.charAt(0);
  return first !== first.toUpperCase() || first === '_';
}

/** A member that the types around a place inherit from types of other files; null where none is likely. */
function inheritedName(
  name: string,
  node: SyntaxNode,
  evaluation: TypedEvaluation,
): StaticValue | null {
  for (const type of evaluation.typesAround(node)) {
    const found = evaluation.memberOfThis(type, name);
    if (found) return found;
  }
  return null;
}

function fromStaticImports(name: string, evaluation: TypedEvaluation): readonly StaticValue[] {
  return evaluation.header.staticImports.map((type) => memberOf(importedName(type), name));
}

/**
 * How a name is used: called, before a dot as what is called a method of, before a dot in any other way (then it is a
 * type where it has a capital), or as a value.
 */
type NameRole = 'callee' | 'receiver' | 'owner' | 'value';

function isBeforeDot(role: NameRole): boolean {
  return role === 'receiver' || role === 'owner';
}

/** Whether an undeclared name may be what another file declares outside of a type. */
function mayBeTopLevel(isLower: boolean, role: NameRole, { grammar }: TypedEvaluation): boolean {
  // Kotlin has functions, properties and objects of packages; in Java and C# there are types only.
  return grammar.constructsByCall || (!isLower && isBeforeDot(role));
}

function mayBeMember(isLower: boolean, role: NameRole, { grammar }: TypedEvaluation): boolean {
  if (isLower) return true;
  // A property of C# may have the name of its type; constants of Java are in capitals.
  if (role === 'owner') return false;
  return grammar.ecosystem === 'dotnet' || (!grammar.constructsByCall && role !== 'receiver');
}

/** A name that neither this file nor an import of it declares. */
function foreignName(
  name: string,
  node: SyntaxNode,
  role: NameRole,
  evaluation: TypedEvaluation,
): StaticValue {
  const isLower = startsLower(name);
  const values: StaticValue[] = [];
  if (isLower) {
    const members = evaluation.receiversAround(node).map((of) => memberOf(of, name));
    const settled = members.find(({ kind }) => kind === 'sdk');
    if (settled) return settled;
    values.push(...members.filter(({ kind }) => kind !== 'other'));
  }
  if (mayBeTopLevel(isLower, role, evaluation)) {
    values.push(undeclared(name, node, 'value', evaluation));
  }
  if (mayBeMember(isLower, role, evaluation)) {
    const inherited = inheritedName(name, node, evaluation);
    if (inherited) values.push(inherited);
  }
  if (!isBeforeDot(role) || isLower) values.push(...fromStaticImports(name, evaluation));
  const [only] = values;
  if (!only) return unknownValue(`\`${name}\` is declared nowhere in this file`);
  return values.length > 1 ? { kind: 'one-of', values } : only;
}

/** Overloads and the like: a name that is declared more often in one place says nothing. */
const mostDeclarations = 64;

/** What a name stands for. */
export function nameValue(
  name: string,
  node: SyntaxNode,
  role: NameRole,
  evaluation: TypedEvaluation,
): StaticValue {
  const found = evaluation.find(name, node);
  if (found && found.declarations.length > mostDeclarations) {
    return unknownValue(`\`${name}\` is declared too often`);
  }
  if (found) {
    return oneOf(found.declarations.map((each) => evaluation.bound(each, found.owner)));
  }
  const known = evaluation.header.imports.get(name);
  return known ? importedName(known) : foreignName(name, node, role, evaluation);
}

/** The parts of `a.b.c` where nothing but names stands between the dots; null for any other expression. */
function dottedPath(node: SyntaxNode, evaluation: TypedEvaluation): readonly string[] | null {
  const path: string[] = [];
  let around: SyntaxNode = node;
  for (let steps = 0; steps < 12; steps++) {
    const expression = evaluation.grammar.expression(around);
    if (expression.kind === 'name') return [expression.name, ...path.reverse()];
    if (expression.kind !== 'member') return null;
    path.push(expression.name);
    around = expression.of;
  }
  return null;
}

/** How many parts of a qualified name are its namespace; 0 where it does not seem to be one. */
function namespaceLength(
  path: readonly string[],
  node: SyntaxNode,
  evaluation: TypedEvaluation,
): number {
  const { ecosystem } = evaluation.grammar;
  const known = [evaluation.header.namespace, ...evaluation.header.modulesAt(node)];
  const isSdk = (length: number) =>
    sdkOfPackage(`${ecosystem}:${path.slice(0, length).join('.')}`) !== null;
  for (let length = path.length - 1; length > 0; length--) if (isSdk(length)) return length;
  if (ecosystem === 'jvm') {
    const firstType = path.findIndex((part) => !startsLower(part));
    return firstType > 0 ? firstType : 0;
  }
  const root = `${ecosystem}:${path[0]}`;
  const isBelowKnown = known.some((module) => module === root || module.startsWith(`${root}.`));
  return isBelowKnown ? Math.max(path.length - 2, 1) : 0;
}

/** What a fully qualified name means (`Acme.Flags.Keys.Search`); null where the node is none. */
export function qualifiedValue(node: SyntaxNode, evaluation: TypedEvaluation): StaticValue | null {
  const path = dottedPath(node, evaluation);
  const [root] = path ?? [];
  if (!path || root === undefined || path.length < 3) return null;
  if (evaluation.find(root, node) || evaluation.header.imports.has(root)) return null;
  return qualifiedPath(path, node, evaluation);
}

/** The same for the parts of a name. */
export function qualifiedPath(
  path: readonly string[],
  node: SyntaxNode,
  evaluation: TypedEvaluation,
): StaticValue | null {
  const length = namespaceLength(path, node, evaluation);
  if (length === 0) return null;
  const module = `${evaluation.grammar.ecosystem}:${path.slice(0, length).join('.')}`;
  return importedName({ module, path: path.slice(length) });
}
