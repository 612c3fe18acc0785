import type { JsonValue } from './json';
import type { Span } from './position';

/** Source languages whose reads are recognised, by VS Code's language ids. */
export type SourceLanguage =
  | 'javascript'
  | 'javascriptreact'
  | 'typescript'
  | 'typescriptreact'
  | 'python'
  | 'go'
  | 'java'
  | 'kotlin'
  | 'csharp';

/** The default given at a read: a literal value, or the text of another expression. */
export type ReadDefault =
  | { readonly kind: 'literal'; readonly value: JsonValue }
  | { readonly kind: 'expression'; readonly text: string };

/** One step on the way from the call to the key, so that people can see why it counts. */
export interface ViaStep {
  /**
   * `constant`: a named constant, an enum member, an object with a key; `camel-case`: a hook's property in camel case;
   * `client`: a client made elsewhere; `wrapper`: a function of the project that reads the flag for its callers.
   */
  readonly kind: 'constant' | 'camel-case' | 'client' | 'wrapper';
  readonly name: string;
  readonly file: string;
  readonly span: Span;
}

/** A place in a file of the workspace. */
export interface FilePlace {
  readonly file: string;
  readonly span: Span;
}

/** A test's own code, or the product's. */
export type ReadContext = 'source' | 'test';

/** `discarded`: the value is thrown away; `same-branches`: it decides between two branches that are the same. */
export type ReadUse = 'discarded' | 'same-branches';

/** A place in code that evaluates a flag. */
export interface FlagRead {
  readonly key: string;
  /** Path relative to the scanned root, `/` between folders. */
  readonly file: string;
  /** The whole call, element or property access. */
  readonly span: Span;
  /** The key's own text without quotes, where it stands in this file; else null. */
  readonly keySpan: Span | null;
  /** The key's own text without quotes, where it stands in another file of the workspace. */
  readonly keyElsewhere?: FilePlace;
  /** The expression that gives the key at this place (`FLAGS.search`, `'search'`); undefined where there is none. */
  readonly keyArgument?: Span;
  /** Id of the SDK (registry of core/flags/reads). */
  readonly sdk: string;
  readonly language: SourceLanguage;
  /** Name of the method, hook, component or property: `getBooleanValue`, `useFlags`, `FeatureFlag`. */
  readonly call: string;
  /** Type of the value the call asks for; null where the call does not say. */
  readonly valueType: 'boolean' | 'string' | 'number' | 'object' | null;
  /** Null where the call has no default. */
  readonly default: ReadDefault | null;
  readonly via: readonly ViaStep[];
  readonly context: ReadContext;
  /** What becomes of the value, where that is known to be nothing. Only some languages can tell. */
  readonly use?: ReadUse;
}

/** Every key that begins and ends with these texts; either may be empty. */
export interface KeyPattern {
  readonly begins: string;
  readonly ends: string;
}

/** A call that looks like a read of an SDK but whose key or receiver cannot be known, and why. */
export interface UnresolvedRead {
  readonly file: string;
  readonly span: Span;
  readonly sdk: string;
  readonly call: string;
  readonly reason: string;
  /** What can be said of a key that is put together while the program runs: how it begins and how it ends. */
  readonly keyPattern?: KeyPattern;
}
