import type { JsonValue } from '../../../model/json';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { FunctionDeclaration, TypeDeclaration } from './declaration';

/** An argument of a call, an annotation or a constructor, as written. */
export interface GivenArgument {
  /** What is given, without its name. */
  readonly node: SyntaxNode;
  readonly name: string | null;
  readonly isSpread: boolean;
}

/**
 * One step into an expression: what it is made of, in words that Java, Kotlin and C# share.
 * - `text`: a string literal without holes; `start` and `end` are offsets of its own text.
 * - `name`: an identifier; `member`: `of.name`; `this`: with the label of `this@Outer`, if any.
 * - `call`: `receiver.name(...)`, `name(...)`, or, where `name` is null, a call of the value of `callee`.
 * - `construct`: `new Type(...)`; `type` is null where the target's type is meant (`new()`); `members` are those of an
 *   object initializer; `body` that of an anonymous class.
 * - `same`: what gives the value of `node` (parentheses, `await`, `!!`); `cast`: the same, with a type.
 * - `nameOf`: the text of a name; `typeOf`: `Type.class`, `typeof(Type)`.
 */
export type Expression =
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'literal'; readonly value: JsonValue }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'this'; readonly label: string | null }
  | { readonly kind: 'super' }
  | { readonly kind: 'member'; readonly of: SyntaxNode; readonly name: string }
  | {
      readonly kind: 'call';
      readonly receiver: SyntaxNode | null;
      readonly name: string | null;
      readonly callee: SyntaxNode | null;
      readonly typeArguments: readonly SyntaxNode[];
      readonly arguments: readonly GivenArgument[];
    }
  | {
      readonly kind: 'construct';
      readonly type: SyntaxNode | null;
      readonly arguments: readonly GivenArgument[];
      readonly members: readonly { readonly nameNode: SyntaxNode; readonly value: SyntaxNode }[];
      readonly body: TypeDeclaration | null;
    }
  | { readonly kind: 'concat'; readonly parts: readonly (SyntaxNode | string)[] }
  | { readonly kind: 'either'; readonly values: readonly SyntaxNode[] }
  | { readonly kind: 'same'; readonly node: SyntaxNode }
  | { readonly kind: 'cast'; readonly node: SyntaxNode; readonly type: SyntaxNode }
  | { readonly kind: 'function'; readonly declaration: FunctionDeclaration }
  | { readonly kind: 'list'; readonly elements: readonly SyntaxNode[] }
  | { readonly kind: 'not' | 'negative'; readonly node: SyntaxNode }
  | { readonly kind: 'nameOf'; readonly name: string }
  | { readonly kind: 'typeOf'; readonly type: SyntaxNode }
  | { readonly kind: 'other' };
