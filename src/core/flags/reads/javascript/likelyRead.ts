import type { ReadCandidate } from '../../../model/sourceFacts';
import type { StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { sdkById } from '../sdkShapes';
import { shortText } from '../shared/shortText';
import { unnamed } from '../staticValues';
import { tellingNames } from '../telling';
import type { Evaluation } from './evaluation';

/** Modules that belong to the project itself, as far as their name tells: relative ones and the usual aliases. */
const ownModule = /^(\.{1,2}(\/|$)|[@~]\/|#|src\/|~)/;

function originModule(value: StaticValue): string | null {
  const inner = unnamed(value);
  switch (inner.kind) {
    case 'import':
      return inner.module;
    case 'member':
    case 'call':
    case 'construct':
      return originModule(inner.of);
    default:
      return null;
  }
}

/** A key that could be one: anything but a value that certainly is no string. */
function couldBeKey(node: SyntaxNode | undefined, evaluation: Evaluation): boolean {
  if (!node) return false;
  const value = unnamed(evaluation.value(node));
  if (value.kind === 'literal') return typeof value.value === 'string';
  return !['object', 'function', 'class', 'sdk'].includes(value.kind);
}

function isKnownText(node: SyntaxNode | undefined, evaluation: Evaluation): boolean {
  const value = node ? unnamed(evaluation.value(node)) : null;
  return value?.kind === 'literal' && typeof value.value === 'string';
}

/**
 * Whether a call looks enough like a read to be worth a note where its receiver cannot be settled: its name is
 * telling, it has a key, and the file imports the SDK, or it takes the receiver from the project's own code.
 */
export function likelyRead(
  callee: SyntaxNode,
  name: string,
  given: readonly SyntaxNode[],
  evaluation: Evaluation,
): ReadCandidate['likely'] {
  const sdks = tellingNames.tellingReads.get(name) ?? [];
  if (sdks.length === 0 || !couldBeKey(given[0], evaluation)) return null;
  const imported = evaluation.importedSdks();
  const sdk = sdks.find((id) => imported.has(id));
  const receiver = callee.childForFieldName('object') ?? callee;
  const written = shortText(receiver);
  if (sdk !== undefined) return { sdk, call: name, written };
  const module = originModule(evaluation.value(receiver));
  const isOwn = module !== null && ownModule.test(module);
  const first = sdks[0];
  if (!isOwn || first === undefined || !isKnownText(given[0], evaluation)) return null;
  return { sdk: sdkById(first).id, call: name, written };
}
