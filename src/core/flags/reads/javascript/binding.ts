import type { SyntaxNode } from '../../../syntax/syntaxTree';

/** A step from a value into a part of it, as a destructuring pattern takes it. */
export type PatternStep =
  | {
      readonly kind: 'member';
      /** The property's name; null where it is computed. */
      readonly name: string | null;
      /** Value of this part where it is missing. */
      readonly default: SyntaxNode | null;
    }
  | { readonly kind: 'rest' };

/** What a name stands for, by the place where it is declared. */
export type Binding =
  | {
      readonly kind: 'import';
      readonly module: string;
      readonly name: string;
      readonly nameNode: SyntaxNode;
    }
  | {
      readonly kind: 'variable';
      readonly nameNode: SyntaxNode;
      readonly declarator: SyntaxNode;
      readonly path: readonly PatternStep[];
      readonly isConstant: boolean;
    }
  | {
      readonly kind: 'parameter';
      readonly nameNode: SyntaxNode;
      readonly owner: SyntaxNode;
      /** The parameter's own node: its pattern, with type and default where it has them. */
      readonly parameter: SyntaxNode;
      readonly index: number;
      readonly path: readonly PatternStep[];
    }
  | {
      readonly kind: 'function' | 'class' | 'enum' | 'namespace' | 'interface' | 'alias';
      readonly nameNode: SyntaxNode;
      readonly node: SyntaxNode;
    }
  /** A name whose value nobody can know: a caught error, a loop's variable, a type parameter. */
  | { readonly kind: 'opaque'; readonly nameNode: SyntaxNode; readonly what: string };

/** Names declared in one scope. Types and values have names of their own. */
export interface ScopeTable {
  readonly values: ReadonlyMap<string, Binding>;
  readonly types: ReadonlyMap<string, Binding>;
}
