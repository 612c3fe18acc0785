import type { SyntaxNode } from '../../../syntax/syntaxTree';

/** One of the places where a name gets its value. */
export type Declaration =
  | { readonly kind: 'import'; readonly nameNode: SyntaxNode; readonly module: string }
  | {
      readonly kind: 'constant';
      readonly nameNode: SyntaxNode;
      /** Null where the block's first constant that has one is repeated and there is none. */
      readonly value: SyntaxNode | null;
      /** Its place in the block. */
      readonly iota: number;
    }
  | {
      readonly kind: 'variable';
      readonly nameNode: SyntaxNode;
      readonly value: SyntaxNode | null;
      readonly type: SyntaxNode | null;
      /** Where it is one of several that one call gives (`v, err := f()`): which. */
      readonly index: number;
    }
  /** The variable of a loop over `of`. */
  | { readonly kind: 'element'; readonly nameNode: SyntaxNode; readonly of: SyntaxNode }
  | {
      readonly kind: 'parameter' | 'receiver' | 'result';
      readonly nameNode: SyntaxNode;
      readonly owner: SyntaxNode;
      readonly parameter: SyntaxNode;
    }
  | {
      readonly kind: 'function' | 'type';
      readonly nameNode: SyntaxNode;
      readonly node: SyntaxNode;
    }
  /** A name whose value nobody can know: the key of a loop, the alias of a type switch. */
  | { readonly kind: 'opaque'; readonly nameNode: SyntaxNode; readonly what: string };

/** What a name stands for in one scope. */
export interface Binding {
  readonly name: string;
  readonly scope: SyntaxNode;
  readonly declaration: Declaration;
}
