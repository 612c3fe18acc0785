import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { GivenArgument } from './expression';

interface Named {
  readonly name: string;
  readonly nameNode: SyntaxNode;
}

/** A local variable, a field or a property. */
export interface VariableDeclaration extends Named {
  readonly kind: 'variable';
  readonly type: SyntaxNode | null;
  readonly value: SyntaxNode | null;
  /** What gives its value each time: the body of a getter. */
  readonly getter: SyntaxNode | null;
  /** It is a member of a type. */
  readonly isMember: boolean;
  readonly isStatic: boolean;
  /** Other files cannot name it. */
  readonly isPrivate: boolean;
  /** It is not assigned again. */
  readonly isConstant: boolean;
}

/** A parameter of a function, or of a type's primary constructor. */
export interface ParameterDeclaration extends Named {
  readonly kind: 'parameter';
  readonly type: SyntaxNode | null;
  readonly default: SyntaxNode | null;
  /** It is a member of the type's instances too (`val` in Kotlin, a component of a record). */
  readonly isMember: boolean;
}

/** A function, a method, a constructor or a lambda. */
export interface FunctionDeclaration {
  readonly kind: 'function';
  /** Null for a lambda. */
  readonly name: string | null;
  readonly nameNode: SyntaxNode | null;
  readonly node: SyntaxNode;
  readonly parameters: readonly ParameterDeclaration[];
  readonly returnType: SyntaxNode | null;
  /** A block, or an expression; null for a signature. */
  readonly body: SyntaxNode | null;
  readonly isStatic: boolean;
  /** Other files cannot name it. */
  readonly isPrivate: boolean;
  /** The type it extends, in Kotlin and C#; in C# its first parameter has been left out. */
  readonly receiver: ParameterDeclaration | null;
}

/** A base class or an interface, as written; `arguments` is null where none are given. */
export interface BaseDeclaration {
  readonly type: SyntaxNode;
  readonly arguments: readonly GivenArgument[] | null;
}

/** A constant of an enum. */
export interface ConstantDeclaration extends Named {
  readonly kind: 'constant';
  readonly arguments: readonly GivenArgument[];
  readonly members: readonly Declaration[];
}

/** A class, an interface, an enum, a record, or an object that is the only one of its class. */
export interface TypeDeclaration {
  readonly kind: 'type';
  readonly form: 'class' | 'interface' | 'enum' | 'object' | 'companion';
  /** Null for an anonymous class. */
  readonly name: string | null;
  readonly nameNode: SyntaxNode | null;
  readonly node: SyntaxNode;
  readonly bases: readonly BaseDeclaration[];
  /** The constructor's that counts: the primary one, or the one with the most parameters. */
  readonly parameters: readonly ParameterDeclaration[];
  /** Those parameters can be named anywhere in its body. */
  readonly hasPrimaryConstructor: boolean;
  readonly members: readonly Declaration[];
  readonly constants: readonly ConstantDeclaration[];
  /** Getters exist for its fields without being written (Lombok), or its parameters have accessors of their names. */
  readonly accessors: 'none' | 'getters' | 'records';
}

/** A name whose value nobody can know: a caught error, a loop's variable, a type parameter. */
export interface OpaqueDeclaration extends Named {
  readonly kind: 'opaque';
  readonly type: SyntaxNode | null;
  readonly what: string;
}

/** What a name stands for, by the place where it is declared. */
export type Declaration =
  | VariableDeclaration
  | ParameterDeclaration
  | FunctionDeclaration
  | TypeDeclaration
  | ConstantDeclaration
  | OpaqueDeclaration;
