import type { SyntaxNode } from '../../../syntax/syntaxTree';

/** One of the places where a name gets its value. */
export type Declaration =
  | {
      readonly kind: 'import';
      readonly nameNode: SyntaxNode;
      readonly module: string;
      /** `*`: the module itself. */
      readonly name: string;
    }
  | {
      readonly kind: 'variable';
      readonly nameNode: SyntaxNode;
      readonly value: SyntaxNode | null;
      readonly type: SyntaxNode | null;
      /** Where it is one of several (`a, b = ...`): which. */
      readonly index: number | null;
    }
  /** The variable of a loop or a comprehension: each element of `of` in turn. */
  | { readonly kind: 'element'; readonly nameNode: SyntaxNode; readonly of: SyntaxNode }
  | {
      readonly kind: 'parameter';
      readonly nameNode: SyntaxNode;
      readonly owner: SyntaxNode;
      readonly parameter: SyntaxNode;
    }
  | {
      readonly kind: 'function' | 'class';
      readonly nameNode: SyntaxNode;
      readonly node: SyntaxNode;
    }
  /** A name whose value nobody can know: a caught error, a part of a pattern. */
  | { readonly kind: 'opaque'; readonly nameNode: SyntaxNode; readonly what: string };

/** What a name stands for in one scope: everything it is given there. */
export interface Binding {
  readonly name: string;
  readonly scope: SyntaxNode;
  readonly declarations: readonly Declaration[];
}
