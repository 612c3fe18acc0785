import type { Span } from '../../../model/position';
import type { StaticParameter, StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { NodesByType } from '../shared/nodesByType';
import type { Binding } from './binding';
import type { ClassFacts } from './classes';
import type { Scopes } from './scopes';

/** One Python file, asked what its expressions are. A question inside itself is answered `unknown`. */
export interface Evaluation {
  readonly root: SyntaxNode;
  readonly scopes: Scopes;
  /** Nodes of the types that are looked for in the whole file. */
  readonly nodes: NodesByType;
  /** `return` statements of a function itself. */
  returnsIn(functionNode: SyntaxNode): readonly SyntaxNode[];
  /** The file as a module, seen from itself. */
  readonly ownModule: string;
  /** Modules that statements import, as `python:a.b`. */
  importedModules(): ReadonlySet<string>;
  /** Modules of which everything is imported (`from module import *`), the last one first. */
  readonly wildcards: () => readonly string[];
  spanOf(node: SyntaxNode): Span;
  spanBetween(startOffset: number, endOffset: number): Span;
  /** The value of an expression. */
  value(node: SyntaxNode): StaticValue;
  /** What a type says about values of it; null where it says nothing of interest. */
  type(node: SyntaxNode): StaticValue | null;
  bound(binding: Binding): StaticValue;
  /** A function as a value. */
  function(node: SyntaxNode): StaticValue;
  parameters(functionNode: SyntaxNode): readonly StaticParameter[];
  /** What calling a function gives. */
  returns(functionNode: SyntaxNode): StaticValue;
  classFacts(node: SyntaxNode): ClassFacts;
  /** A member of a class's instances, of its bases where it declares none of that name. */
  instanceMember(classNode: SyntaxNode, name: string): StaticValue;
  /** A member of a class itself. */
  staticMember(classNode: SyntaxNode, name: string): StaticValue;
  /** Whether an element of the list or dictionary under a name is set anywhere. */
  isMutated(binding: Binding): boolean;
}
