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

/**
 * What can be said of an expression without running it and without reading another file. JSON-safe, so
 * that the facts of a file can be kept; spans are in that file.
 * - `literal`: a value; `span` is a string's own text without quotes, null where it stands nowhere as such.
 * - `object`: a value with known members. Without `form`: these and no others (a constant object, an enum);
 *   `array`: an array, its members named by index; `open`: there may be more (an instance, a type, an unknown spread).
 * - `sdk`: something that belongs to a flag SDK: a client, a hook, a namespace.
 * - `function`: calling it gives `returns`.
 * - `class`: members of its instances and of itself.
 * - `named`: the value of a named constant: one step of a read's `via`.
 * - `import`: what another file exports under `name` (`*`: all of it; `=`: its `module.exports`).
 * - `member`, `call`, `construct`: a step on a value that only linking can know.
 * - `concat`: strings put together.
 * - `one-of`: one of several values (`a ? b : c`, `a ?? b`).
 * - `other`: a value that belongs to no flag SDK and is no constant.
 * - `unknown`: nothing can be said, and why, in words for people. `isForeign`: it belongs to another package, so it is
 *   no flag SDK's; but it may be a key.
 */
export type StaticValue =
  | { readonly kind: 'literal'; readonly value: JsonValue; readonly span: Span | null }
  | {
      readonly kind: 'object';
      readonly members: StaticMembers;
      readonly form?: 'array' | 'open';
    }
  | { readonly kind: 'sdk'; readonly shape: SdkShapeReference }
  | { readonly kind: 'function'; readonly returns: StaticValue }
  | { readonly kind: 'class'; readonly instance: StaticMembers; readonly statics: StaticMembers }
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
    }
  | { readonly kind: 'member'; readonly of: StaticValue; readonly name: string }
  | { readonly kind: 'call'; readonly of: StaticValue }
  | { readonly kind: 'construct'; readonly of: StaticValue }
  | { readonly kind: 'concat'; readonly parts: readonly StaticValue[] }
  | { readonly kind: 'one-of'; readonly values: readonly StaticValue[] }
  | { readonly kind: 'other' }
  | { readonly kind: 'unknown'; readonly reason: string; readonly isForeign?: true };
