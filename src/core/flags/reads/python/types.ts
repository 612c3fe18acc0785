import type { StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { sdkExport, sdkOfPackage } from '../sdkShapes';
import { oneOf, unnamed } from '../staticValues';
import type { Evaluation } from './evaluation';
import { ownClass } from './members';
import { stringText } from './strings';

/** Generic types whose values are, or hold, values of their first argument. */
const transparent: ReadonlySet<string> = new Set([
  'Optional',
  'Union',
  'Annotated',
  'Final',
  'ClassVar',
  'Awaitable',
  'Coroutine',
  'Generator',
  'Iterator',
  'AsyncIterator',
  'AsyncGenerator',
  'Mapped',
  'Required',
  'NotRequired',
]);

function asType(value: StaticValue, evaluation: Evaluation): StaticValue | null {
  const inner = unnamed(value);
  if (inner.kind !== 'import') return null;
  if (ownClass(inner, evaluation)) return { ...inner, space: 'type' };
  return inner.name === '*' ? null : { ...inner, space: 'type' };
}

function namedType(name: string, from: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const binding = evaluation.scopes.find(name, from);
  const declaration = binding?.declarations[0];
  if (!binding || !declaration) return null;
  if (declaration.kind === 'import') {
    const { module, name: imported } = declaration;
    const type = sdkExport(module, imported, 'type');
    if (type) return type.kind === 'other' ? null : type;
    return imported === '*' ? null : { kind: 'import', module, name: imported, space: 'type' };
  }
  if (declaration.kind === 'class') return asType(evaluation.bound(binding), evaluation);
  const alias = declaration.kind === 'variable' ? declaration.value : null;
  return alias && alias.type !== 'call' ? evaluation.type(alias) : null;
}

function attributeType(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const object = node.childForFieldName('object');
  const name = node.childForFieldName('attribute')?.text;
  const module = object ? unnamed(evaluation.value(object)) : null;
  if (module?.kind !== 'import' || module.name !== '*' || name === undefined) return null;
  if (sdkOfPackage(module.module)) {
    const type = sdkExport(module.module, name, 'type');
    return type && type.kind !== 'other' ? type : null;
  }
  return { kind: 'import', module: module.module, name, space: 'type' };
}

function genericType(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const [nameNode, ...rest] = codeChildren(node);
  const name = nameNode?.text.split('.').at(-1) ?? '';
  if (!nameNode || !transparent.has(name)) return null;
  const given = rest.flatMap((part) =>
    part.type === 'type_parameter' ? codeChildren(part) : [part],
  );
  return anyOf(given, evaluation);
}

function anyOf(nodes: readonly SyntaxNode[], evaluation: Evaluation): StaticValue | null {
  const values = nodes.map((node) => evaluation.type(node)).filter((value) => value !== null);
  return values.length > 0 ? oneOf(values) : null;
}

/** A type in quotes: `"Client"`, `"Client | None"`, `"Optional[Client]"`. */
function writtenType(text: string, from: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const names = text.replace(/^\w*\.?(Optional|Union)\[(.*)\]$/, '$2').split(/[|,]/);
  const values = names
    .map((name) => (/^\w+$/.test(name.trim()) ? namedType(name.trim(), from, evaluation) : null))
    .filter((value) => value !== null);
  return values.length > 0 ? oneOf(values) : null;
}

/** What the values of a type are; null where the type says nothing of interest. */
export function typeValue(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  switch (node.type) {
    case 'type':
    case 'parenthesized_expression':
      return anyOf(codeChildren(node).slice(0, 1), evaluation);
    case 'identifier':
      return namedType(node.text, node, evaluation);
    case 'attribute':
      return attributeType(node, evaluation);
    case 'string':
      return writtenType(stringText(node)?.text ?? '', node, evaluation);
    case 'generic_type':
    case 'subscript':
      return genericType(node, evaluation);
    case 'union_type':
      return anyOf(codeChildren(node), evaluation);
    case 'binary_operator': {
      const sides = ['left', 'right'].map((side) => node.childForFieldName(side));
      return anyOf(
        sides.filter((side) => side !== null),
        evaluation,
      );
    }
    default:
      return null;
  }
}
