import type { CandidateArgument, ReadCandidate } from '../../../model/sourceFacts';
import type { StaticValue } from '../../../model/staticValue';
import { sdkById, sdkOfPackage } from '../sdkShapes';
import { unnamed } from '../staticValues';
import { tellingNames } from '../telling';

/** A call, as far as it tells whether it may be a read. */
export interface CallInWords {
  /** The last name of what is called. */
  readonly name: string;
  /** What it is called on, or the callee itself where that is a name alone. */
  readonly receiver: StaticValue;
  /** How the receiver is written. */
  readonly written: string;
  readonly arguments: readonly CandidateArgument[];
  /** Modules that the file imports. */
  readonly modules: Iterable<string>;
}

function originModule(value: StaticValue): string | null {
  const inner = unnamed(value);
  switch (inner.kind) {
    case 'import':
      return inner.module;
    case 'member':
    case 'call':
    case 'construct':
      return originModule(inner.of);
    case 'parameter':
      return inner.type ? originModule(inner.type) : null;
    default:
      return null;
  }
}

/** A key that could be one: anything but a value that certainly is no text. */
function couldBeKey({ value }: CandidateArgument): boolean {
  const inner = unnamed(value);
  if (inner.kind === 'literal') return typeof inner.value === 'string';
  return !['object', 'function', 'class', 'sdk'].includes(inner.kind);
}

function isText({ value }: CandidateArgument): boolean {
  const inner = unnamed(value);
  return inner.kind === 'literal' && typeof inner.value === 'string';
}

/**
 * Whether a call looks enough like a read to be worth a note where its receiver cannot be settled: its name is
 * telling, it has a key, and the file imports the SDK, or it takes the receiver from another module.
 */
export function likelyCall(call: CallInWords): ReadCandidate['likely'] {
  const sdks = tellingNames.tellingReads.get(call.name) ?? [];
  const first = sdks[0];
  if (first === undefined || !call.arguments.some(couldBeKey)) return null;
  const imported = new Set([...call.modules].map((module) => sdkOfPackage(module)?.id));
  const sdk = sdks.find((id) => imported.has(id));
  const { name, written } = call;
  if (sdk !== undefined) return { sdk, call: name, written };
  const isFromElsewhere = originModule(call.receiver) !== null;
  if (!isFromElsewhere || !call.arguments.some(isText)) return null;
  return { sdk: sdkById(first).id, call: name, written };
}
