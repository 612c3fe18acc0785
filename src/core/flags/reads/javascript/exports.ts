import type { SourceExport, SourceFacts } from '../../../model/sourceFacts';
import type { StaticValue } from '../../../model/staticValue';
import { codeChildren, descendants, hasToken } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { sdkExport } from '../sdkShapes';
import { unnamed } from '../staticValues';
import type { Evaluation } from './evaluation';
import { moduleOf, specifierName } from './imports';
import { patternNames } from './patterns';

type Exports = Pick<SourceFacts, 'exports' | 'exportedTypes' | 'exportsAllOf'>;

/** What is collected of one file's exports. */
class ExportCollector {
  readonly exports: Record<string, SourceExport> = {};
  readonly exportedTypes: Record<string, SourceExport> = {};
  readonly exportsAllOf: string[] = [];

  constructor(private readonly evaluation: Evaluation) {}

  value(exported: string, nameNode: SyntaxNode, value: StaticValue): void {
    if (!isOfInterest(value)) return;
    // The export itself stands for the name: one step of `via` is enough.
    const inner = value.kind === 'named' ? value.value : value;
    this.exports[exported] = this.entry(nameNode, inner);
  }

  type(exported: string, nameNode: SyntaxNode, type: StaticValue | null): void {
    if (type && (isOfInterest(type) || mayNameKeys(type)))
      this.exportedTypes[exported] = this.entry(nameNode, type);
  }

  /** A name declared in this file, as a value and as a type. */
  declared(exported: string, nameNode: SyntaxNode): void {
    const binding = this.evaluation.scopes.value(nameNode.text, nameNode);
    if (binding) this.value(exported, binding.nameNode, this.evaluation.bound(binding));
    this.type(exported, nameNode, this.evaluation.type(nameNode));
  }

  private entry(nameNode: SyntaxNode, value: StaticValue): SourceExport {
    return { name: nameNode.text, span: this.evaluation.spanOf(nameNode), value };
  }
}

/** The names of a type's members may be keys: `keyof Flags`. So few tell nothing. */
const fewestNames = 3;
const deepestNames = 2;

function mayNameKeys(type: StaticValue, depth = 0): boolean {
  if (type.kind !== 'object' || depth > deepestNames) return false;
  const members = Object.values(type.members);
  return (
    members.length >= fewestNames || members.some(({ value }) => mayNameKeys(value, depth + 1))
  );
}

/** Only what another file could use for a read is kept: constants, clients, and what leads to them. */
function isOfInterest(value: StaticValue): boolean {
  const inner = unnamed(value);
  switch (inner.kind) {
    case 'unknown':
    case 'other':
      return false;
    case 'function':
      return inner.name !== undefined || isOfInterest(inner.returns);
    case 'object':
      return Object.values(inner.members).some((member) => isOfInterest(member.value));
    default:
      return true;
  }
}

function addFromModule(statement: SyntaxNode, module: string, into: ExportCollector): void {
  let isEverything = true;
  for (const child of codeChildren(statement)) {
    if (child.type === 'export_clause') {
      isEverything = false;
      for (const specifier of codeChildren(child)) addSpecifierFromModule(specifier, module, into);
    }
    const nameNode = child.type === 'namespace_export' ? codeChildren(child)[0] : undefined;
    if (nameNode) {
      isEverything = false;
      const value: StaticValue = { kind: 'import', module, name: '*', space: 'value' };
      into.value(specifierName(nameNode), nameNode, value);
    }
  }
  if (isEverything) into.exportsAllOf.push(module);
}

function addSpecifierFromModule(
  specifier: SyntaxNode,
  module: string,
  into: ExportCollector,
): void {
  const nameNode = specifier.childForFieldName('name');
  if (!nameNode) return;
  const name = specifierName(nameNode);
  const exported = specifierName(specifier.childForFieldName('alias') ?? nameNode);
  for (const space of ['value', 'type'] as const) {
    const value = sdkExport(module, name, space) ?? { kind: 'import', module, name, space };
    if (space === 'value') into.value(exported, nameNode, value);
    else into.type(exported, nameNode, value);
  }
}

function addSpecifier(specifier: SyntaxNode, into: ExportCollector): void {
  const nameNode = specifier.childForFieldName('name');
  const exportedNode = specifier.childForFieldName('alias') ?? nameNode;
  if (nameNode && exportedNode) into.declared(specifierName(exportedNode), nameNode);
}

function addDeclaration(declaration: SyntaxNode, isDefault: boolean, into: ExportCollector): void {
  const nameNode = declaration.childForFieldName('name');
  if (nameNode) {
    into.declared(isDefault ? 'default' : nameNode.text, nameNode);
    return;
  }
  for (const declarator of codeChildren(declaration)) {
    const pattern = declarator.childForFieldName('name');
    for (const name of pattern ? patternNames(pattern) : []) {
      into.declared(name.nameNode.text, name.nameNode);
    }
  }
}

function addStatement(statement: SyntaxNode, evaluation: Evaluation, into: ExportCollector): void {
  const module = moduleOf(statement);
  if (module !== null) {
    addFromModule(statement, module, into);
    return;
  }
  const declaration = statement.childForFieldName('declaration');
  const isDefault = hasToken(statement, 'default');
  if (declaration) addDeclaration(declaration, isDefault, into);
  const value = statement.childForFieldName('value');
  if (value && isDefault) into.value('default', value, evaluation.value(value));
  for (const child of codeChildren(statement)) {
    if (child.type === 'export_clause') {
      for (const specifier of codeChildren(child)) addSpecifier(specifier, into);
    }
    const isAssignment = !declaration && !value && hasToken(statement, '=');
    if (isAssignment) into.value('=', child, evaluation.value(child));
  }
}

/** The name under which `exports.name = ...` exports; `=` for `module.exports = ...`; null for any other left side. */
function commonJsName(left: SyntaxNode): string | null {
  const object = left.childForFieldName('object')?.text;
  const property = left.childForFieldName('property')?.text;
  if (left.type !== 'member_expression' || property === undefined) return null;
  if (object === 'module' && property === 'exports') return '=';
  return object === 'exports' || object === 'module.exports' ? property : null;
}

function addCommonJs(evaluation: Evaluation, into: ExportCollector): void {
  for (const assignment of descendants(evaluation.root, 'assignment_expression')) {
    const left = assignment.childForFieldName('left');
    const right = assignment.childForFieldName('right');
    const name = left ? commonJsName(left) : null;
    if (left && right && name !== null) {
      into.value(name, left.childForFieldName('property') ?? left, evaluation.value(right));
    }
  }
}

/** What a file offers to files that import it, with ES modules and CommonJS. */
export function exportsOf(evaluation: Evaluation, text: string): Exports {
  const into = new ExportCollector(evaluation);
  for (const statement of codeChildren(evaluation.root)) {
    if (statement.type === 'export_statement') addStatement(statement, evaluation, into);
  }
  if (text.includes('exports')) addCommonJs(evaluation, into);
  const { exports, exportedTypes, exportsAllOf } = into;
  return { exports, exportedTypes, exportsAllOf };
}
