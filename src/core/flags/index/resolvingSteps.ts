import type { StaticArgument, StaticValue } from '../../model/staticValue';
import type { ModuleView } from './moduleView';
import type { CallFrame, ResolvedValue } from './resolvedValue';

/** Where a value is written: its file, and the call it is looked at in. */
export type ValuePlace = Pick<ResolvedValue, 'file' | 'frame'>;

export type ImportValue = StaticValue & { readonly kind: 'import' };

/** The steps by which a value is followed. Each may need every other: a member of what a call of an import gives. */
export interface ResolvingSteps {
  readonly modules: ModuleView;
  resolve(value: StaticValue, file: string, frame?: CallFrame | null): ResolvedValue;
  /** One of several values. */
  anyOf(parts: readonly ResolvedValue[], from: ValuePlace): ResolvedValue;
  imported(value: ImportValue, file: string): ResolvedValue;
  /** A value of kind `import` that is left after resolving is a namespace: of an SDK's package, or of known files. */
  memberOfNamespace(value: ImportValue, of: ResolvedValue, name: string): ResolvedValue;
  member(of: ResolvedValue, name: string): ResolvedValue;
  /** What the type of an open parameter says of its values; the value itself where it is none. */
  typeOf(of: ResolvedValue): ResolvedValue | null;
  called(of: ResolvedValue, args: readonly StaticArgument[], caller: ValuePlace): ResolvedValue;
  constructed(
    of: ResolvedValue,
    args: readonly StaticArgument[],
    caller: ValuePlace,
  ): ResolvedValue;
  /** A type is written as its class in some places: what counts is what its instances are. */
  instanceOf(of: ResolvedValue): ResolvedValue;
}
