import type { StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { sdkExport } from '../sdkShapes';
import { constructOf, memberOf, unknownValue } from '../staticValues';
import { importedName, qualifiedPath, undeclared } from './names';
import type { TypedEvaluation } from './typedEvaluation';
import type { WrittenType } from './typedGrammar';

/** Generic types whose values are, or hold, values of their first argument. */
const transparent: ReadonlySet<string> = new Set([
  'Task',
  'ValueTask',
  'Nullable',
  'Optional',
  'CompletableFuture',
  'CompletionStage',
  'Future',
  'Mono',
  'Single',
  'Deferred',
  'Supplier',
  'Provider',
  'ObjectProvider',
  'Instance',
  'Lazy',
  'AtomicReference',
  'IOptions',
  'Mock',
]);

/** Types of everyday values: they tell nothing about flags. */
const everyday: ReadonlySet<string> = new Set([
  'String',
  'Boolean',
  'Integer',
  'Int',
  'Long',
  'Double',
  'Float',
  'Short',
  'Byte',
  'Character',
  'Char',
  'Object',
  'Any',
  'Unit',
  'Nothing',
  'Void',
  'Number',
  'CharSequence',
  'List',
  'Map',
  'Set',
  'Array',
  'Collection',
  'Guid',
  'DateTime',
  'Task',
  'IEnumerable',
  'IList',
  'ICollection',
  'Dictionary',
  'IDictionary',
  'Class',
  'KClass',
  'Type',
  'CancellationToken',
]);

/** A type's name as a value: the class. */
function namedClass(
  written: WrittenType,
  node: SyntaxNode,
  evaluation: TypedEvaluation,
): StaticValue | null {
  const [root = '', ...rest] = written.path;
  const found = evaluation.find(root, node)?.declarations.find(({ kind }) => kind !== 'function');
  if (found?.kind === 'opaque' && found.what === 'a type parameter') return null;
  let start: StaticValue | null = null;
  if (found?.kind === 'type') start = evaluation.reference(found);
  const known = evaluation.header.imports.get(root);
  if (!start && known) start = importedName(known);
  if (!start && rest.length > 0) {
    const qualified = qualifiedTypePath(written.path, node, evaluation);
    if (qualified) return qualified;
  }
  start ??= undeclared(root, node, 'value', evaluation);
  return rest.reduce((of, step) => memberOf(of, step), start);
}

/** The last part of a qualified type is its name, unless the namespace is known to end earlier. */
function qualifiedTypePath(
  path: readonly string[],
  node: SyntaxNode,
  evaluation: TypedEvaluation,
): StaticValue | null {
  const qualified = qualifiedPath(path, node, evaluation);
  const isDotnet = evaluation.grammar.ecosystem === 'dotnet';
  const isNested = qualified?.kind === 'member' || (!qualified && path.length > 2);
  if (!isDotnet || !isNested) return qualified;
  const module = `dotnet:${path.slice(0, -1).join('.')}`;
  return importedName({ module, path: path.slice(-1) });
}

/** A class where the type of its instances is meant. */
function instanceOfClass(value: StaticValue): StaticValue {
  if (value.kind !== 'import') return constructOf(value);
  return { ...value, space: 'type' };
}

/** Types of an SDK are known by name, whatever their constructors give. */
function sdkType(
  written: WrittenType,
  node: SyntaxNode,
  evaluation: TypedEvaluation,
): StaticValue | null {
  const [root = ''] = written.path;
  if (evaluation.find(root, node)) return null;
  const known = evaluation.header.imports.get(root);
  if (known && written.path.length === 1) {
    const [name = ''] = known.path;
    return known.path.length === 1 ? sdkExport(known.module, name, 'type') : null;
  }
  if (written.path.length < 2) return null;
  const module = `${evaluation.grammar.ecosystem}:${written.path.slice(0, -1).join('.')}`;
  return sdkExport(module, written.path.at(-1) ?? '', 'type');
}

/** What the values of a type are; null where the type says nothing of interest. */
export function typeValue(node: SyntaxNode, evaluation: TypedEvaluation): StaticValue | null {
  const written = evaluation.grammar.type(node);
  if (!written) return null;
  const name = written.path.at(-1) ?? '';
  const [inner] = written.arguments;
  if (inner && transparent.has(name)) return evaluation.type(inner);
  if (everyday.has(name)) return null;
  const fromSdk = sdkType(written, node, evaluation);
  if (fromSdk) return fromSdk;
  const value = namedClass(written, node, evaluation);
  return value ? instanceOfClass(value) : null;
}

/** A type's name where a value is asked for. */
export function typeNameValue(node: SyntaxNode, evaluation: TypedEvaluation): StaticValue {
  const written = evaluation.grammar.type(node);
  const value = written ? namedClass(written, node, evaluation) : null;
  return value ?? unknownValue('its type is not known');
}
