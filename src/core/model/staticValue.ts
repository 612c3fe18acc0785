import type { KeyPattern } from './flagRead';
import type { JsonValue } from './json';
import type { Span } from './position';

/** A place in the rule pack of an SDK: which row of its table, and the way from there to a shape. */
export interface SdkShapeReference {
  readonly sdk: string;
  readonly row: string;
  readonly path: readonly string[];
}

/** A member of a constant object, an enum, a class or an interface, with the place of its name. */
export interface StaticMember {
  readonly span: Span;
  readonly value: StaticValue;
}

export type StaticMembers = Readonly<Record<string, StaticMember>>;

/** A parameter of a function, a method or a constructor. */
export interface StaticParameter {
  readonly name: string;
  /** What is taken where no argument is given; undefined where one must be. */
  readonly default?: StaticValue;
  /**
   * Its declared type, where that says which texts it takes: a `one-of` of them, or the `import` of a type; `other`: a
   * truth value or a number.
   */
  readonly type?: StaticValue;
}

/** An argument as given: by position, or by name (Python, Kotlin, C#). */
export interface StaticArgument {
  readonly name?: string;
  readonly value: StaticValue;
}

/**
 * What can be said of an expression without running it and without reading another file. JSON-safe, so
 * that the facts of a file can be kept; spans are in that file.
 * - `literal`: a value; `span` is a string's own text without quotes, null where it stands nowhere as such.
 *   `isType`: values of a type may be this text, among others: it is known where they come from only.
 * - `object`: a value with known members. Without `form`: these and no others (a constant object, an enum);
 *   `array`: an array, its members named by index; `open`: there may be more (an instance, a type, an unknown spread).
 *   `type`: its declared type, which says what is not among its members.
 * - `sdk`: something that belongs to a flag SDK: a client, a hook, a namespace.
 *   `made`: what the call that made it was given, where its reads take their key from there. `standIns`: what the same name
 *   holds instead in some cases (`offline ? new NoFlags() : init(...)`).
 *   `enumMember`: it is the member of an enum with that name.
 * - `function`: calling it gives `returns`. `name` is the place of its declared name, which identifies it within its
 *   file: reads inside it refer to it (`ReadCandidate.within`, `returnedBy`), and so do `parameter` values.
 *   `isDeclaredOnly`: a signature of an interface or an abstract class, without a body. `hasOneResult`: there is one way
 *   out of it, so what it returns is a constant where `returns` is one. `namesake`: it has the name of a read of that SDK, in
 *   a file that imports a package of its vendor, and takes the key as that argument, whatever stands behind it.
 * - `class`: members of its instances and of itself. `name` identifies it as that of a function; `bases` are the classes
 *   and interfaces it extends or implements, as types; a base that is constructed with arguments is a `construct`.
 *   Members of `instance` may be `parameter` values of the class's own constructor (owner: `name`).
 * - `parameter`: what a caller of the function or constructor `owner` gives as argument `index`.
 * - `named`: the value of a named constant: one step of a read's `via`.
 * - `import`: what another file exports under `name` (`*`: all of it; `=`: its `module.exports`;
 *   `Type.*`: all names that begin with `Type.`, as base of a Go type: its methods in other files). `module` is written as
 *   in the source for JavaScript and TypeScript, and as `<ecosystem>:<module>` for the others: `python:koku.flags`,
 *   `python:..flags` (relative), `go:github.com/acme/shop/flags`, `jvm:com.acme.flags` (a package), `dotnet:Acme.Flags`
 *   (a namespace). `orModules`: where to look next, in order, if `module` does not declare `name` (star imports, the
 *   file's own package, enclosing namespaces, other `using`s).
 * - `member`, `call`, `construct`: a step on a value that only linking can know. The member `*` of a type: the names of its
 *   members (`keyof Type`), as texts.
 * - `concat`: strings put together.
 * - `one-of`: one of several values (`a ? b : c`, `a ?? b`).
 * - `other`: a value that belongs to no flag SDK and is no constant.
 * - `unknown`: nothing can be said, and why, in words for people. `isForeign`: it belongs to another package, so it is
 *   no flag SDK's; but it may be a key. `pattern`: it is a text that begins and ends so.
 */
export type StaticValue =
  | {
      readonly kind: 'literal';
      readonly value: JsonValue;
      readonly span: Span | null;
      readonly isType?: true;
    }
  | {
      readonly kind: 'object';
      readonly members: StaticMembers;
      readonly form?: 'array' | 'open';
      readonly type?: StaticValue;
      readonly enumMember?: string;
    }
  | {
      readonly kind: 'sdk';
      readonly shape: SdkShapeReference;
      readonly made?: readonly StaticArgument[];
      readonly standIns?: readonly StaticValue[];
    }
  | {
      readonly kind: 'function';
      readonly returns: StaticValue;
      readonly name?: Span;
      readonly parameters?: readonly StaticParameter[];
      readonly isDeclaredOnly?: true;
      readonly namesake?: { readonly sdk: string; readonly argument: number };
      readonly hasOneResult?: true;
    }
  | {
      readonly kind: 'class';
      readonly instance: StaticMembers;
      readonly statics: StaticMembers;
      readonly name?: Span;
      readonly parameters?: readonly StaticParameter[];
      readonly bases?: readonly StaticValue[];
    }
  | {
      readonly kind: 'parameter';
      readonly owner: Span;
      readonly index: number;
      readonly name: string;
      /** The declared type of its value, where it says something of interest. */
      readonly type?: StaticValue;
    }
  | {
      readonly kind: 'named';
      readonly name: string;
      readonly span: Span;
      readonly value: StaticValue;
    }
  | {
      readonly kind: 'import';
      readonly module: string;
      readonly name: string;
      readonly space: 'value' | 'type';
      readonly orModules?: readonly string[];
      /** Instead of `orModules`: which of the file's `lookups` holds them. */
      readonly lookup?: number;
    }
  | { readonly kind: 'member'; readonly of: StaticValue; readonly name: string }
  | {
      readonly kind: 'call';
      readonly of: StaticValue;
      readonly arguments?: readonly StaticArgument[];
    }
  | {
      readonly kind: 'construct';
      readonly of: StaticValue;
      readonly arguments?: readonly StaticArgument[];
    }
  | { readonly kind: 'concat'; readonly parts: readonly StaticValue[] }
  | { readonly kind: 'one-of'; readonly values: readonly StaticValue[] }
  | { readonly kind: 'other' }
  | {
      readonly kind: 'unknown';
      readonly reason: string;
      readonly isForeign?: true;
      readonly pattern?: KeyPattern;
    };
