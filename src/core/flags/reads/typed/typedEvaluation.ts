import type { Span } from '../../../model/position';
import type { StaticArgument, StaticMembers, StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Declaration, FunctionDeclaration, TypeDeclaration } from './declaration';
import type { GivenArgument } from './expression';
import type { Assignment, FileHeader, TypedGrammar } from './typedGrammar';

/** Declarations of one name in one scope (several are overloads), and the function or type whose scope it is. */
export interface FoundName {
  readonly declarations: readonly Declaration[];
  readonly owner: Declaration | null;
}

/** One file, asked what its expressions and types are. Answers are remembered. */
export interface TypedEvaluation {
  readonly root: SyntaxNode;
  readonly grammar: TypedGrammar;
  readonly header: FileHeader;
  /** Names of the project's functions that read flags for their callers. */
  readonly readers: ReadonlySet<string>;
  /** Lists of modules that undeclared names may come from, and the place of one of them. */
  readonly lookups: readonly (readonly string[])[];
  lookupOf(modules: readonly string[]): number;
  spanOf(node: SyntaxNode): Span;
  spanOfText(start: number, end: number): Span;
  /** Where a name is declared in this file, as seen from a node; null where it is not. */
  find(name: string, from: SyntaxNode): FoundName | null;
  /** Types around a node, the innermost first. */
  typesAround(node: SyntaxNode): readonly TypeDeclaration[];
  /** Declared names of the functions, methods and getters around a node, the innermost first. */
  functionsAround(node: SyntaxNode): readonly SyntaxNode[];
  /** What `this` is around a node besides instances of its classes, the innermost first. */
  receiversAround(node: SyntaxNode): readonly StaticValue[];
  /** The innermost function, method, getter or lambda around a node. */
  functionAround(node: SyntaxNode): Declaration | null;
  value(node: SyntaxNode): StaticValue;
  /** What a type says of its values; null where it says nothing of interest. */
  type(node: SyntaxNode): StaticValue | null;
  /** A type's name where a value is asked for: its class. */
  typeName(node: SyntaxNode): StaticValue;
  /** The value of a declared name. */
  bound(declaration: Declaration, owner: Declaration | null): StaticValue;
  /** What calling a function gives. */
  returns(declaration: FunctionDeclaration): StaticValue;
  /** The class itself, with all its members. */
  classValue(declaration: TypeDeclaration): StaticValue;
  /** Members of a type's instances. Not remembered. */
  instance(declaration: TypeDeclaration): StaticMembers;
  /** A type by its name, as other files see it. */
  reference(declaration: TypeDeclaration): StaticValue;
  /** `this.name` inside a type: its own member, or one it inherits. */
  memberOfThis(declaration: TypeDeclaration, name: string): StaticValue | null;
  /** Assignments of names and of members of `this` anywhere in a type. */
  assignments(declaration: TypeDeclaration): readonly Assignment[];
  /** Arguments for a call that linking follows; large values are left out. */
  given(args: readonly GivenArgument[]): readonly StaticArgument[];
}
