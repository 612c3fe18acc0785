import type { Span } from '../../../model/position';
import type { StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { NodesByType } from '../shared/nodesByType';
import type { Binding } from './binding';
import type { Scopes } from './scopes';
import type { StructFacts } from './structs';

/** One Go file, asked what its expressions are. A question inside itself is answered `unknown`. */
export interface Evaluation {
  readonly root: SyntaxNode;
  readonly scopes: Scopes;
  /** Nodes of the types that are looked for in the whole file. */
  readonly nodes: NodesByType;
  /** `return` statements of a function itself. */
  returnsIn(functionNode: SyntaxNode): readonly SyntaxNode[];
  spanOf(node: SyntaxNode): Span;
  spanBetween(startOffset: number, endOffset: number): Span;
  /** The value of an expression. */
  value(node: SyntaxNode): StaticValue;
  /** What a type says about values of it; null where it says nothing of interest. */
  type(node: SyntaxNode): StaticValue | null;
  bound(binding: Binding): StaticValue;
  /** A function, a method or a function literal as a value. */
  function(node: SyntaxNode): StaticValue;
  /** What calling a function gives: the first of its results. */
  returns(functionNode: SyntaxNode): StaticValue;
  /** Fields and methods of a type that this file declares. */
  struct(spec: SyntaxNode): StructFacts;
  /** Methods of this file, by the name of their receiver's type. */
  methods(): ReadonlyMap<string, readonly SyntaxNode[]>;
}
