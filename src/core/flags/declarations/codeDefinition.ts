import type { FlagDefinition } from '../../model/flagDefinition';
import type { Span } from '../../model/position';
import type { SyntaxNode } from '../../syntax/syntaxTree';
import { nothingSaid } from '../definitions/flagLife';

/** The place of a node. */
export function spanOfNode({ startPosition, endPosition }: SyntaxNode): Span {
  return {
    start: { line: startPosition.row, column: startPosition.column },
    end: { line: endPosition.row, column: endPosition.column },
  };
}

/** What code declares: that there is a flag, and nothing of who gets it unless that is said, too. */
export function codeDefinition(
  said: Pick<FlagDefinition, 'key' | 'file' | 'keySpan' | 'span' | 'format'> &
    Partial<FlagDefinition>,
): FlagDefinition {
  const { defaultValue } = said;
  const type = typeof defaultValue;
  return {
    role: 'declaration',
    environment: 'default',
    valueType: type === 'boolean' || type === 'string' || type === 'number' ? type : null,
    variants: [],
    defaultVariant: null,
    description: null,
    rollout: { kind: 'declared' },
    ...nothingSaid,
    ...said,
  };
}
