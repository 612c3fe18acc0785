import type { FlagRead, KeyPattern, ReadDefault, ViaStep } from '../../model/flagRead';
import type { Span } from '../../model/position';
import type { ReadCandidate, SourceFacts } from '../../model/sourceFacts';
import type { SdkShapeReference, StaticParameter, StaticValue } from '../../model/staticValue';
import type { StatedWrapper } from './statedWrapper';
import type { CallFrame, OpenParameter, ResolvedValue } from './resolvedValue';
import type { ValueResolver } from './resolveValue';
import type { CallRule, Shape } from '../reads/readRule';

/** What a candidate calls, or takes a member of. */
export type Target =
  | {
      readonly kind: 'shape';
      readonly shape: Shape;
      readonly reference: SdkShapeReference;
      readonly via: readonly ViaStep[];
      /** What it was made with, where its reads take their key from there. */
      readonly made?: readonly ResolvedValue[];
    }
  /** A function that reads a flag, as the settings say. */
  | {
      readonly kind: 'stated';
      readonly name: string;
      readonly rule: CallRule;
      readonly sdk: string;
      /** The key, where what is called is a flag itself: it counts where what its method does is not known. */
      readonly made?: readonly ResolvedValue[];
    }
  /** A function, a method or a getter of the project. */
  | {
      readonly kind: 'declared';
      readonly file: string;
      /** Place of its declared name. */
      readonly span: Span;
      /** Empty for a function without one, which another function returns. */
      readonly name: string;
      /** Null for a getter. */
      readonly value: (StaticValue & { readonly kind: 'function' }) | null;
      /** Of what an interface only declares: the names of all functions that it declares. */
      readonly siblings?: readonly string[];
      /** What the object it belongs to was made with. */
      readonly frame: CallFrame | null;
    };

/** A call whose names ask for a flag, and which is given a key that code declares. */
export interface AskedKey {
  readonly called: string;
  readonly argument: number;
  readonly rule: CallRule;
}

/** What becomes of a candidate, before it is known who calls what. */
export interface Targets {
  readonly targets: readonly Target[];
  /** Why the callee cannot be settled; null where it belongs to nobody of interest. */
  readonly reason: string | null;
  /** Set where it is given a key that code declares, and its names ask for it. */
  readonly asked: AskedKey | null;
}

/** What one key of a candidate turns out to be. */
export type Outcome =
  | {
      readonly kind: 'read';
      readonly key: string;
      /** File and place of the key's own text; null where it stands nowhere as such. */
      readonly keyAt: { readonly file: string; readonly span: Span } | null;
      /** The expression at the candidate's own place that gives the key. */
      readonly keyArgument?: Span;
      readonly isCamelCase: boolean;
      readonly sdk: string;
      readonly call: string;
      readonly valueType: FlagRead['valueType'];
      readonly default: ReadDefault | null;
      readonly via: readonly ViaStep[];
    }
  /** The key is what callers give. */
  | {
      readonly kind: 'open';
      readonly parameter: OpenParameter;
      /** Of a part of a parameter: where its type declares it. */
      readonly declared?: { readonly file: string; readonly span: Span; readonly name: string };
      readonly sdk: string;
      readonly call: string;
      readonly keyPattern?: KeyPattern;
    }
  | {
      readonly kind: 'unknown';
      readonly sdk: string;
      readonly call: string;
      readonly reason: string;
      readonly keyPattern?: KeyPattern;
    };

/** One file in the middle of linking. */
export interface Linking {
  readonly file: string;
  readonly source: SourceFacts;
  readonly resolver: ValueResolver;
  /** What other files' candidates call, and other files' sources. */
  readonly sourceOf: (file: string) => SourceFacts | null;
  /** Functions that the settings state. */
  readonly wrappers: readonly StatedWrapper[];
}

/**
 * Which flag a function reads for its callers: the one they name, the one its object was made with, or always the same one.
 */
export type Taken =
  | {
      readonly kind: 'argument' | 'object';
      readonly index: number;
      readonly name: string;
      readonly path: readonly string[];
    }
  | { readonly kind: 'flag'; readonly key: string };

/** A place in a function of the project that reads a flag for the function's callers. */
export interface CandidateReader {
  readonly kind: 'candidate';
  /** `declarationId` of the function that reads. */
  readonly id: string;
  /** The file of `candidate`. */
  readonly file: string;
  readonly candidate: ReadCandidate;
  readonly taken: Taken;
  /** Set where the function called is an interface's: the function that reads. */
  readonly owner?: { readonly span: Span; readonly parameters: readonly StaticParameter[] };
}

/** A function known to take a key, though not how it reads the flag: by its parameter's type, or by the settings. */
export interface StatedReader {
  readonly kind: 'stated';
  readonly id: string;
  readonly called: string;
  readonly rule: CallRule;
  readonly sdk: string;
  /**
   * Set for a member of a type: `name`: taking it reads the flag with its name; `value`: what an object of the type is written
   * with is the key of a flag that is read.
   */
  readonly member?: 'name' | 'value';
}

export type Reader = CandidateReader | StatedReader;

/** Readers by the identity of their function, method or getter: `declarationId`. */
export type Readers = ReadonlyMap<string, readonly Reader[]>;
