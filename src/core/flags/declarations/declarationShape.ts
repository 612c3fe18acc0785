import type { FlagDefinition } from '../../model/flagDefinition';
import type { Span } from '../../model/position';
import type { SyntaxNode } from '../../syntax/syntaxTree';
import type { DeclarationShapeId } from './marks';

/** The file that declarations are looked for in. */
export interface DeclaringFile {
  readonly file: string;
  /** The place of a node, counted as VS Code counts: the parser's own rows know no lone carriage return. */
  readonly spanOf: (node: SyntaxNode) => Span;
}

/** A way in which code itself declares flags and says more of them than a key: since when, until when, whose. */
export interface DeclarationShape {
  /** Stable id, the `format` of its definitions: `code-feature-gate`. Where it is found is said in `marks`. */
  readonly id: DeclarationShapeId;
  /** As people call it. */
  readonly name: string;
  /** The declarations below a file's root. Never throws. */
  read(source: DeclaringFile, root: SyntaxNode): readonly FlagDefinition[];
}
