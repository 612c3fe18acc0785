import type { FlagValueType } from '../../model/flagDefinition';

/** A zero-based argument of a call, or a property of an object given as that argument. */
export interface ArgumentPlace {
  readonly argument: number;
  /** The argument's name, where it may be given by name. */
  readonly name?: string;
  readonly property?: string;
  /** It is a list, and each of its elements counts; of an element that is an object, its property of this name. */
  readonly each?: true;
  readonly eachProperty?: string;
  /** This argument and all after it count (`[FeatureGate(K1, K2)]`). */
  readonly rest?: true;
  /** It is an object, and the names of its properties count. */
  readonly propertyNames?: true;
  /** It was given to the call that made what the read is called on (`gate := registry.MustRegister(K, ...)`). */
  readonly made?: true;
  /** It may be a member of an enum, whose name is the key. */
  readonly enumName?: true;
  /** A leading text that is no part of the key (`!` in `@waffle_switch('!k')`). */
  readonly without?: string;
}

/** When a rule of several for the same call applies: by the number of arguments, and by which may be text. */
export interface CallCondition {
  readonly least?: number;
  readonly most?: number;
  readonly textAt?: number;
  readonly noTextAt?: number;
  /** This argument is `true` or `false`, or a constant that is. */
  readonly booleanAt?: number;
}

/** How a call names the flag it reads. */
export interface CallRule {
  readonly key: ArgumentPlace;
  readonly default?: ArgumentPlace;
  /** Undefined: always. Of several rules the first that fits counts. */
  readonly when?: CallCondition;
  readonly valueType?: FlagValueType;
  /** The name alone is telling: with the SDK's import in the file, a receiver that cannot be settled is worth a note. */
  readonly telling?: boolean;
}

/** How a JSX element names the flag it reads: names of attributes. */
export interface ElementRule {
  readonly key: string;
  /** The attribute is a list, and each of its elements counts. */
  readonly each?: true;
  /** A leading text that is no part of the key. */
  readonly without?: string;
  readonly default?: string;
}

/**
 * What a value of an SDK can do. A shape is data: the interpreter of each language gives it meaning.
 * `type` names a shape of the same row, and excludes the rest.
 */
export interface Shape {
  readonly type?: string;
  readonly members?: Readonly<Record<string, Shape>>;
  /** What a call (or `new`) gives; promises count as what they hold. */
  readonly returns?: Shape;
  /** A call of it reads a flag. */
  readonly read?: CallRule;
  /** Overloads after `read`, in order, for calls that `read` does not fit. */
  readonly overloads?: readonly CallRule[];
  /** It is a component: an element of it reads a flag. */
  readonly element?: ElementRule;
  /** Each of its members is a flag, under its key or the key in camel case. */
  readonly flags?: { readonly keys: 'exact' | 'camel-case'; readonly call: string };
  /** Called with a component, it hands it these properties. */
  readonly componentProperties?: Shape;
}

/** A row of the table of an SDK's calls: packages that offer the same. */
export interface SdkRow {
  readonly id: string;
  /** As people call it: `React (classic)`. */
  readonly title: string;
  /** Exact names, as in `StaticValue.import.module`; `*` stands for any text without a slash. */
  readonly packages: readonly string[];
  /** Go: what the package calls itself, where a file imports it without giving it a name. */
  readonly packageName?: string;
  /** Values exported by name. The default export is the namespace itself unless `default` is given. */
  readonly exports: Readonly<Record<string, Shape>>;
  /** Exported types whose values are of interest: name of the type, name in `types`. */
  readonly exportedTypes: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, Shape>>;
}

/** All that Flaglab knows about the calls of one SDK. Pure data. */
export interface SdkRulePack {
  readonly id: string;
  readonly name: string;
  /** Definition formats this SDK's keys may come from: ids of core/flags/definitions. */
  readonly definitionFormats: readonly string[];
  /** Its definitions live on a vendor's server: a key that no file here holds is not missing. */
  readonly definedElsewhere: boolean;
  /**
   * Other packages of the vendor: they make no client, but tell that it is the vendor's flags that are read. `*` at the end stands
   * for all that follows.
   */
  readonly vendorPackages?: readonly string[];
  readonly rows: readonly SdkRow[];
}
