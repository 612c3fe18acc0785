import type { CandidateArgument, ReadCandidate } from '../../../model/sourceFacts';
import type { StaticValue } from '../../../model/staticValue';
import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { mayRead } from '../shared/mayRead';
import { shapeAt } from '../sdkShapes';
import { memberOf, otherValue, unknownValue, unnamed } from '../staticValues';
import { tellingNames } from '../telling';
import { argument, unwrapped } from './candidates';
import type { Evaluation } from './evaluation';
import { shortText } from '../shared/shortText';
import { patternEntry, type PatternEntry } from './patterns';
import { literalText } from './stringText';
import type { FoundCandidate } from './surroundings';

/** Members every object has: asking for one reads no flag. */
const ofEveryObject: ReadonlySet<string> = new Set([
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
]);

/** A value that is a part of a parameter, as far as the parameter's type tells. */
function byType(value: StaticValue): StaticValue {
  switch (value.kind) {
    case 'parameter':
      return value.type ?? value;
    case 'member':
      return memberOf(byType(value.of), value.name);
    default:
      return value;
  }
}

/** Whether the members of a value are flags, or may turn out to be once the file it comes from is known. */
function mayHoldFlags(value: StaticValue, evaluation: Evaluation): boolean {
  const inner = unnamed(byType(value));
  switch (inner.kind) {
    case 'sdk':
      return shapeAt(inner.shape).flags !== undefined;
    case 'call':
      return mayHoldFlags(inner.of, evaluation);
    case 'function':
      return mayHoldFlags(inner.returns, evaluation);
    case 'import':
    case 'member':
      return tellingNames.flagBags.has(inner.name) || evaluation.readers.has(inner.name);
    case 'one-of':
      return inner.values.some((each) => mayHoldFlags(each, evaluation));
    default:
      return false;
  }
}

function isWritten(node: SyntaxNode): boolean {
  const parent = node.parent;
  return (
    (parent?.type === 'assignment_expression' &&
      parent.childForFieldName('left')?.id === node.id) ||
    (parent?.type === 'unary_expression' && parent.childForFieldName('operator')?.text === 'delete')
  );
}

/** `flags.search ?? false`: what the code takes where the flag has no value. */
function fallbackOf(node: SyntaxNode, evaluation: Evaluation): CandidateArgument | null {
  const parent = node.parent;
  const isLeft = parent?.childForFieldName('left')?.id === node.id;
  if (parent?.type !== 'binary_expression' || !isLeft) return null;
  const right = parent.childForFieldName('right');
  const operator = parent.childForFieldName('operator')?.text;
  return right && operator === '??' ? argument(right, evaluation) : null;
}

function propertyOf(node: SyntaxNode, evaluation: Evaluation): CandidateArgument | null {
  const property = node.childForFieldName('property');
  if (property) {
    const span = evaluation.spanOf(property);
    const value: StaticValue = { kind: 'literal', value: property.text, span };
    return ofEveryObject.has(property.text) ? null : { span, text: property.text, value };
  }
  const index = node.childForFieldName('index');
  return index ? argument(index, evaluation) : null;
}

/** A getter of the project that reads a flag; a method is a candidate where it is called. */
function isReaderOf(callee: StaticValue, node: SyntaxNode, evaluation: Evaluation): boolean {
  const name = node.childForFieldName('property')?.text;
  if (name === undefined || !evaluation.readers.has(name) || !mayRead(callee)) return false;
  const { parent } = node;
  const isCalled =
    parent?.type === 'call_expression' && parent.childForFieldName('function')?.id === node.id;
  return !isCalled;
}

function accessCandidate(node: SyntaxNode, evaluation: Evaluation): ReadCandidate | null {
  const object = node.childForFieldName('object');
  if (!object || isWritten(node)) return null;
  const callee = evaluation.value(unwrapped(object));
  const property =
    mayHoldFlags(callee, evaluation) || isReaderOf(callee, node, evaluation)
      ? propertyOf(node, evaluation)
      : null;
  if (!property) return null;
  return {
    kind: 'property',
    span: evaluation.spanOf(node),
    callee,
    likely: null,
    property,
    default: fallbackOf(node, evaluation),
  };
}

/** The value an object pattern takes apart. */
function takenApart(pattern: SyntaxNode, evaluation: Evaluation): StaticValue {
  const parent = pattern.parent;
  switch (parent?.type) {
    case 'variable_declarator':
    case 'assignment_expression': {
      const field = parent.type === 'variable_declarator' ? 'value' : 'right';
      const value = parent.childForFieldName(field);
      return value ? evaluation.value(value) : otherValue;
    }
    case 'pair_pattern': {
      const entry = patternEntry(parent);
      const whole = parent.parent ? takenApart(parent.parent, evaluation) : otherValue;
      return entry?.name ? memberOf(whole, entry.name) : otherValue;
    }
    case 'assignment_pattern':
      return takenApart(parent, evaluation);
    case 'required_parameter':
    case 'optional_parameter':
    case 'formal_parameters':
      return parameterOf(pattern, evaluation);
    default:
      return otherValue;
  }
}

function parameterOf(pattern: SyntaxNode, evaluation: Evaluation): StaticValue {
  const isList = pattern.parent?.type === 'formal_parameters';
  const parameter = isList ? pattern : pattern.parent;
  const list = parameter?.parent;
  const owner = list?.parent;
  if (!parameter || !list || !owner) return otherValue;
  const index = codeChildren(list).findIndex(({ id }) => id === parameter.id);
  return evaluation.parameter(owner, index, parameter);
}

function entryProperty(entry: PatternEntry, evaluation: Evaluation): CandidateArgument {
  const { keyNode, name } = entry;
  const span = evaluation.spanOf(keyNode);
  const text = shortText(keyNode);
  if (name === null) {
    return { span, text, value: unknownValue('it is taken from a computed property') };
  }
  const inner = literalText(keyNode) === null ? span : evaluation.innerSpanOf(keyNode);
  return { span, text, value: { kind: 'literal', value: name, span: inner } };
}

function patternCandidates(pattern: SyntaxNode, evaluation: Evaluation): readonly FoundCandidate[] {
  const callee = takenApart(pattern, evaluation);
  const isBag = mayHoldFlags(callee, evaluation);
  if (!isBag && !mayRead(callee)) return [];
  return codeChildren(pattern).flatMap((child) => {
    const entry = patternEntry(child);
    const name = entry?.name ?? null;
    const isReader = name !== null && evaluation.readers.has(name);
    if (!entry || !(isBag || isReader)) return [];
    return [
      {
        node: child,
        candidate: {
          kind: 'property' as const,
          span: evaluation.spanOf(child),
          callee,
          likely: null,
          property: entryProperty(entry, evaluation),
          default: entry.fallback ? argument(entry.fallback, evaluation) : null,
        },
      },
    ];
  });
}

const bagNames = [...tellingNames.flagBags];

const bagNodes: readonly string[] = ['member_expression', 'subscript_expression', 'object_pattern'];

/** Types of the nodes that may read flags as members of an object: none where a text names no such object. */
export function flagBagTypes(text: string, readers: ReadonlySet<string>): readonly string[] {
  return [...bagNames, ...readers].some((name) => text.includes(name)) ? bagNodes : [];
}

/** Reads of flags as members of an object that holds them all: `useFlags().search`, `const { search } = useFlags()`. */
export function flagBagReads(evaluation: Evaluation, text: string): readonly FoundCandidate[] {
  const { readers } = evaluation;
  const types = flagBagTypes(text, readers);
  const nodes = types.length > 0 ? descendants(evaluation.root, ...types) : [];
  return nodes.flatMap((node) => {
    if (node.type === 'object_pattern') return patternCandidates(node, evaluation);
    const candidate = accessCandidate(node, evaluation);
    return candidate ? [{ node, candidate }] : [];
  });
}
