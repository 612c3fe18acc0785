import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Declaration, TypeDeclaration } from './declaration';
import type { Expression, GivenArgument } from './expression';

/** A type as written: the parts of its name, and its arguments. Null parts: an array, a function, a built-in type. */
export interface WrittenType {
  readonly path: readonly string[];
  readonly arguments: readonly SyntaxNode[];
}

/** A name that a file imports. */
export interface ImportedName {
  /** `jvm:com.acme.flags`, `dotnet:Acme.Flags`. */
  readonly module: string;
  /** The way from there to what is meant: `['Outer', 'Inner']`. */
  readonly path: readonly string[];
}

/** What the head of a file says of names. */
export interface FileHeader {
  /** `jvm:com.acme`, `dotnet:Acme`: what all declarations of the file are below of. */
  readonly namespace: string;
  readonly imports: ReadonlyMap<string, ImportedName>;
  /** Types all of whose static members are imported. */
  readonly staticImports: readonly ImportedName[];
  /** Modules that everything is imported from, in the whole project (`global using`). */
  readonly everywhere: readonly string[];
  /** Every module that is named, for finding out which SDKs are in use. */
  readonly modules: readonly string[];
  /** Where an undeclared name at a place may come from, the first that declares it counts. */
  modulesAt(node: SyntaxNode): readonly string[];
}

/** `of[key]`. */
export interface WrittenLookup {
  readonly of: SyntaxNode;
  readonly key: SyntaxNode;
}

/** An annotation or attribute: a call of what it names. */
export interface WrittenAnnotation {
  readonly node: SyntaxNode;
  readonly type: SyntaxNode;
  readonly arguments: readonly GivenArgument[];
}

/** What a function's or lambda's `this` is: the value of an expression, or a value of a type. */
export type ImplicitReceiver = { readonly value: SyntaxNode } | { readonly type: SyntaxNode };

/** A type, and the namespace it is declared in: below the file's own one, dots between. */
export interface TopDeclaration {
  readonly declaration: Declaration;
  readonly below: string;
}

/** What a front-end must know of a language's syntax tree. All else is shared. */
export interface TypedGrammar {
  readonly ecosystem: 'jvm' | 'dotnet';
  /** A call of a name with a capital makes an instance (Kotlin). */
  readonly constructsByCall: boolean;
  /** The text with what the syntax tree's grammar does not know written otherwise, each character in its place. */
  readonly parsable?: (text: string) => string;
  readonly callTypes: readonly string[];
  readonly annotationTypes: readonly string[];
  /** Nodes with a member's name, for properties that read a flag. */
  readonly memberTypes: readonly string[];
  /** Nodes that look something up in brackets (`flags[KEY]`); Java has none. */
  readonly lookupTypes: readonly string[];
  /** Types of further nodes that are looked for in functions and the whole file. */
  readonly gatheredTypes: readonly string[];
  header(root: SyntaxNode): FileHeader;
  top(root: SyntaxNode): readonly TopDeclaration[];
  /** The names that a node declares for what stands inside it; null where it opens no scope. */
  scope(node: SyntaxNode): readonly Declaration[] | null;
  isScope(node: SyntaxNode): boolean;
  /** Types of the nodes of which some open a scope. */
  readonly scopeTypes: ReadonlySet<string>;
  /** The function or type that a node declares, where it declares one. */
  declared(node: SyntaxNode): Declaration | null;
  /** What `this` is in a scope besides an instance of its class, in Kotlin. */
  receiver?(scope: SyntaxNode): ImplicitReceiver | null;
  /** The type that the call names which a lambda is given to: its parameter's (`Substitute<IFlags>(f => ...)`). */
  lambdaType?(lambda: SyntaxNode): SyntaxNode | null;
  expression(node: SyntaxNode): Expression;
  /** What is looked up in what; null where it is set, or where it is more than one thing. */
  lookup?(node: SyntaxNode): WrittenLookup | null;
  type(node: SyntaxNode): WrittenType | null;
  annotation(node: SyntaxNode): WrittenAnnotation | null;
  /** Expressions that a body may give as its value, without those of functions inside it. */
  returned(body: SyntaxNode): readonly SyntaxNode[];
  /** `left = right` anywhere within a type. */
  assignments(type: TypeDeclaration): readonly Assignment[];
  /** Where the value of an expression goes: see `ValueFlow`. */
  flow(node: SyntaxNode, parent: SyntaxNode): ValueFlow;
}

/** An assignment of a name, or of a member of `this`. */
export interface Assignment {
  readonly name: string;
  readonly isOfThis: boolean;
  readonly nameNode: SyntaxNode;
  readonly value: SyntaxNode;
}

/**
 * Where the value of an expression goes in the node around it: it, or what is computed from it, is the value of that
 * node (`through`), what the function returns, or the value of a variable (its name's node); or it ends here.
 */
export type ValueFlow = 'through' | 'returned' | 'ends' | { readonly variable: SyntaxNode };
