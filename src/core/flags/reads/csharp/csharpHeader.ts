import { codeChildren, hasToken } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { sdkOfPackage } from '../sdkShapes';
import type { FileHeader, ImportedName } from '../typed/typedGrammar';
import { compiledChildren, typeNodes } from './csharpNodes';

const fileScopedNode = 'file_scoped_namespace_declaration';
const namespaceNodes: ReadonlySet<string> = new Set(['namespace_declaration', fileScopedNode]);
/** Namespaces in namespaces in namespaces are followed so deep: nobody's code is deeper. */
const deepestNamespace = 32;

interface Using {
  readonly path: string;
  readonly alias: string | null;
  readonly isStatic: boolean;
  readonly isGlobal: boolean;
}

/** A namespace and what it holds; `end` is its last offset. */
export interface NamespaceBlock {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly usings: readonly Using[];
  readonly inner: readonly NamespaceBlock[];
  readonly declarations: readonly SyntaxNode[];
}

function usingOf(node: SyntaxNode): Using | null {
  const alias = node.childForFieldName('name');
  const target = codeChildren(node).findLast((child) => child.id !== alias?.id);
  if (!target) return null;
  return {
    path: target.text.replace(/\s+|^global::/g, '').replace(/<.*$/, ''),
    alias: alias?.text ?? null,
    isStatic: hasToken(node, 'static'),
    isGlobal: hasToken(node, 'global'),
  };
}

/** The namespaces of a file, the unnamed one around them first. */
export function namespaceBlocks(root: SyntaxNode): NamespaceBlock {
  return block(root, '', compiledChildren(root));
}

/** What is declared below the first file-scoped namespace. A file has one: what stands below another one is below the first, too. */
function belowFileScoped(children: readonly SyntaxNode[]): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const waiting = [...children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== fileScopedNode) found.push(node);
    else waiting.push(...codeChildren(node).slice(1).reverse());
  }
  return found;
}

function block(
  node: SyntaxNode,
  name: string,
  children: readonly SyntaxNode[],
  depth = 0,
): NamespaceBlock {
  const usings: Using[] = [];
  const inner: NamespaceBlock[] = [];
  const declarations: SyntaxNode[] = [];
  const fileScoped = children.findIndex(({ type }) => type === fileScopedNode);
  const own = fileScoped < 0 ? children : children.slice(0, fileScoped);
  for (const child of own) {
    if (child.type === 'using_directive') {
      const using = usingOf(child);
      if (using) usings.push(using);
    } else if (namespaceNodes.has(child.type) && depth < deepestNamespace) {
      const body = child.childForFieldName('body');
      const held = body ? compiledChildren(body) : [];
      inner.push(block(child, nameOf(child, name), held, depth + 1));
    } else if (typeNodes.has(child.type)) declarations.push(child);
  }
  const scoped = children[fileScoped];
  if (scoped) {
    const rest = belowFileScoped([
      ...codeChildren(scoped).slice(1),
      ...children.slice(fileScoped + 1),
    ]);
    const whole = block(node, nameOf(scoped, name), rest, depth + 1);
    inner.push({ ...whole, start: scoped.startIndex });
  }
  return { name, start: node.startIndex, end: node.endIndex, usings, inner, declarations };
}

function nameOf(node: SyntaxNode, outer: string): string {
  const name = (node.childForFieldName('name')?.text ?? '').replace(/\s+/g, '');
  return outer === '' ? name : `${outer}.${name}`;
}

function allBlocks(around: NamespaceBlock): readonly NamespaceBlock[] {
  return [around, ...around.inner.flatMap(allBlocks)];
}

/** What the names of all namespaces with declarations begin with. */
function commonNamespace(blocks: readonly NamespaceBlock[]): string {
  const names = blocks
    .filter(({ declarations }) => declarations.length > 0)
    .map(({ name }) => name.split('.'));
  const [first = [], ...others] = names;
  const length = first.findIndex((part, index) => others.some((name) => name[index] !== part));
  return (length < 0 ? first : first.slice(0, length)).join('.');
}

/** Namespaces of the platform and of test tools: nothing of a project's own is declared there, and no SDK. */
const foreign = /^dotnet:(System|Xunit|NUnit|NSubstitute|Moq|AutoFixture|Newtonsoft|Stripe)(\.|$)/;

function mayDeclare(name: string): boolean {
  if (foreign.test(name)) return false;
  const isMicrosoft = name.startsWith('dotnet:Microsoft.');
  return !isMicrosoft || sdkOfPackage(name) !== null;
}

function module(namespace: string): string {
  return `dotnet:${namespace}`;
}

/** `Acme.Shop.Flags`: itself, then what it is below of. */
function enclosingNamespaces(name: string): readonly string[] {
  const parts = name === '' ? [] : name.split('.');
  return parts.map((_, index) => module(parts.slice(0, parts.length - index).join('.')));
}

function importedType(path: string): ImportedName {
  const parts = path.split('.');
  return { module: module(parts.slice(0, -1).join('.')), path: parts.slice(-1) };
}

/** What an alias means: a type, or a namespace of an SDK. */
function aliasMeaning(path: string): ImportedName {
  const isNamespace = sdkOfPackage(module(path)) !== null;
  return isNamespace ? { module: module(path), path: ['*'] } : importedType(path);
}

function chainAt(outer: NamespaceBlock, offset: number): readonly NamespaceBlock[] {
  const inside = outer.inner.find(({ start, end }) => start <= offset && offset < end);
  return inside ? [...chainAt(inside, offset), outer] : [outer];
}

/** The namespaces and usings of a file. */
export function csharpHeader(root: SyntaxNode): FileHeader {
  const top = namespaceBlocks(root);
  const blocks = allBlocks(top);
  const usings = blocks.flatMap((each) => each.usings);
  const plain = usings.filter(({ alias, isStatic }) => alias === null && !isStatic);
  const known = new Map<NamespaceBlock, readonly string[]>();

  function modulesIn(chain: readonly NamespaceBlock[]): readonly string[] {
    const [innermost = top] = chain;
    const remembered = known.get(innermost);
    if (remembered) return remembered;
    const found = chain.flatMap((each, index) => {
      const outer = chain[index + 1]?.name ?? '';
      const further = new Set(enclosingNamespaces(outer));
      const own = enclosingNamespaces(each.name).filter((name) => !further.has(name));
      const used = each.usings.filter(({ alias, isStatic }) => alias === null && !isStatic);
      return [...own, ...used.map(({ path }) => module(path)).filter(mayDeclare)];
    });
    const all = [...new Set([...found, module('')])];
    known.set(innermost, all);
    return all;
  }

  return {
    namespace: module(commonNamespace(blocks)),
    imports: new Map(
      usings.flatMap(({ alias, path }) => (alias === null ? [] : [[alias, aliasMeaning(path)]])),
    ),
    staticImports: usings.filter(({ isStatic }) => isStatic).map(({ path }) => importedType(path)),
    everywhere: plain.filter(({ isGlobal }) => isGlobal).map(({ path }) => module(path)),
    modules: plain.map(({ path }) => module(path)),
    modulesAt: (node) => modulesIn(chainAt(top, node.startIndex)),
  };
}
