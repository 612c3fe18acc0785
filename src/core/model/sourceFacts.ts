import type { ReadContext, ReadUse, SourceLanguage } from './flagRead';
import type { Span } from './position';
import type { StaticMembers, StaticValue } from './staticValue';

/** An argument, attribute or default as written, and what is known of it. */
export interface CandidateArgument {
  readonly span: Span;
  /** Set where the argument is given by name (`key = "x"` in Kotlin, `flag_key="x"` in Python, `key: "x"` in C#). */
  readonly name?: string;
  /** The expression's text, shortened where it is long. */
  readonly text: string;
  readonly value: StaticValue;
}

/**
 * A place in a file that may read a flag: whether it does is settled by linking, once the files it imports are known.
 * - `call`: `callee(...arguments)`; - `element`: `<callee ...attributes>`;
 * - `property`: `callee.name`, where the members of `callee` may be flags.
 * A decorator, an annotation and an attribute (`[FeatureGate("x")]`) are calls of what they name.
 */
export type ReadCandidate = {
  /** The whole call, element or property access. */
  readonly span: Span;
  readonly callee: StaticValue;
  /**
   * Declared names (as in `StaticValue.function.name`) of the functions, methods and getters around it, the innermost
   * first.
   */
  readonly within?: readonly Span[];
  /**
   * The function, method or getter whose returned value is computed from this read (`return read(...)`,
   * `const on = read(...); return on && more`): if it reads that one flag only, its callers read the flag too.
   */
  readonly returnedBy?: Span;
  /**
   * Set where name, shape and imports make a read of an SDK likely even if `callee` cannot be settled: its id, and
   * how the callee is written.
   */
  readonly likely: { readonly sdk: string; readonly call: string; readonly written: string } | null;
  /** As of `FlagRead`. */
  readonly use?: ReadUse;
  /** Names as written before the arguments, the called one last (`this.flags.isOn`), where that one is a reader's. */
  readonly path?: readonly string[];
} & (
  | {
      readonly kind: 'call';
      readonly arguments: readonly CandidateArgument[];
      /** `f(...list)`: positions of arguments are not known. */
      readonly spread: boolean;
      /** The called name, where it and what it is called on say that a flag is asked for, whoever declares it. */
      readonly asks?: string;
    }
  | {
      readonly kind: 'element';
      readonly attributes: Readonly<Record<string, CandidateArgument>>;
      readonly spread: boolean;
    }
  | {
      readonly kind: 'property';
      /** The property's name, or the value of the expression in brackets. */
      readonly property: CandidateArgument;
      readonly default: CandidateArgument | null;
      /** Set where the property is not taken: an object of the type `callee` is written with this value for it. */
      readonly given?: CandidateArgument;
    }
);

/** What a file offers to files that import it; `span` is the place of the declared name. */
export interface SourceExport {
  readonly name: string;
  readonly span: Span;
  readonly value: StaticValue;
}

/** An object whose functions hold candidates, written as a value of a type: it does what that type declares. */
export interface TypedObject {
  readonly members: StaticMembers;
  readonly type: StaticValue;
}

/** What one source file says, before linking. */
export interface SourceFacts {
  readonly language: SourceLanguage;
  /**
   * The module all of whose files share their names, as in `StaticValue.import.module`: a Go package, a JVM package, a
   * .NET namespace. Undefined where a file is a module of its own (JavaScript, TypeScript, Python). A file with several
   * namespaces exports under qualified names below the outermost one.
   */
  readonly namespace?: string;
  readonly context: ReadContext;
  /** Names of functions that candidates stand in, by the place of the declared name: `line:column`, zero-based. */
  readonly names?: Readonly<Record<string, string>>;
  readonly candidates: readonly ReadCandidate[];
  readonly objects?: readonly TypedObject[];
  /** Lists of modules that undeclared names may come from, as in `StaticValue.import.orModules`; imports refer to them. */
  readonly lookups?: readonly (readonly string[])[];
  /** By exported name; `default` and `=` (`module.exports`) included. */
  readonly exports: Readonly<Record<string, SourceExport>>;
  readonly exportedTypes: Readonly<Record<string, SourceExport>>;
  /** Modules of which everything is exported again (`export * from`). */
  readonly exportsAllOf: readonly string[];
}
