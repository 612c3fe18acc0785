import type { FlagDefinition } from '../../model/flagDefinition';
import type { SyntaxNode } from '../../syntax/syntaxTree';
import type { DeclarationShapeId } from './marks';

/** A way in which code itself declares flags and says more of them than a key: since when, until when, whose. */
export interface DeclarationShape {
  /** Stable id, the `format` of its definitions: `code-feature-gate`. Where it is found is said in `marks`. */
  readonly id: DeclarationShapeId;
  /** As people call it. */
  readonly name: string;
  /** The declarations below a file's root. Never throws. */
  read(file: string, root: SyntaxNode): readonly FlagDefinition[];
}
