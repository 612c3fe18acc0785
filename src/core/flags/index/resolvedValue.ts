import type { ViaStep } from '../../model/flagRead';
import type { Span } from '../../model/position';
import type { StaticArgument, StaticParameter, StaticValue } from '../../model/staticValue';

/** What a function or constructor was called with, for the values of its parameters. */
export interface CallFrame {
  readonly file: string;
  /** Declared name of the function or class. */
  readonly owner: Span;
  readonly parameters: readonly StaticParameter[];
  readonly given: readonly StaticArgument[];
  /** Where the arguments were written. */
  readonly callerFile: string;
  readonly callerFrame: CallFrame | null;
  /** Frames of the functions around it. */
  readonly outer: CallFrame | null;
}

/** A parameter that no call on the way gave a value, and the way from it to the value asked for. */
export interface OpenParameter {
  readonly file: string;
  readonly owner: Span;
  readonly index: number;
  readonly name: string;
  readonly path: readonly string[];
}

/** A value whose head is known, with the file its spans are in and the named constants on the way to it. */
export interface ResolvedValue {
  readonly value: StaticValue;
  readonly file: string;
  readonly via: readonly ViaStep[];
  readonly frame: CallFrame | null;
  /** Of a value of kind `one-of`: its alternatives. */
  readonly parts?: readonly ResolvedValue[];
  /** Of an instance: what its class extends. */
  readonly bases?: readonly StaticValue[];
  /** Set where the value is, or is a part of, a parameter: `value` is then what its type tells. */
  readonly parameter?: OpenParameter;
  /** The place of the declared name by which the value was reached as a member. */
  readonly declared?: { readonly file: string; readonly span: Span; readonly name: string };
}
