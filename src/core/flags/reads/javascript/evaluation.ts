import type { Span } from '../../../model/position';
import type { StaticMembers, StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Binding } from './binding';
import type { Scopes } from './scopes';

/** One file, asked what its expressions are. Answers are remembered; a question inside itself is answered `unknown`. */
export interface Evaluation {
  readonly root: SyntaxNode;
  readonly scopes: Scopes;
  /** Names of the project's own functions, methods and getters that read flags. */
  readonly readers: ReadonlySet<string>;
  /** Ids of the SDKs whose packages the file imports by statement. */
  importedSdks(): ReadonlySet<string>;
  spanOf(node: SyntaxNode): Span;
  /** The text of a string or template, without its quotes. */
  innerSpanOf(node: SyntaxNode): Span;
  /** The value of an expression. */
  value(node: SyntaxNode): StaticValue;
  /** What a type says about values of it; null where it says nothing of interest. */
  type(node: SyntaxNode): StaticValue | null;
  /** The value of a declared name. */
  bound(binding: Binding): StaticValue;
  /** What calling a function gives. */
  returns(functionNode: SyntaxNode): StaticValue;
  /** The value of a parameter as a whole, before destructuring. */
  parameter(owner: SyntaxNode, index: number, parameter: SyntaxNode): StaticValue;
  /** Members of a class's instances. */
  instance(classNode: SyntaxNode): StaticMembers;
  /** One member of a class's instances: asked alone, so that members may refer to each other. */
  instanceMember(classNode: SyntaxNode, name: string): StaticValue;
  statics(classNode: SyntaxNode): StaticMembers;
  /** Right sides of all `name = ...` whose `name` is this binding. */
  assignmentsTo(binding: Binding): readonly SyntaxNode[];
  /** Whether a member of this binding is assigned or deleted anywhere: then its members are no constants. */
  isMutated(binding: Binding): boolean;
}
