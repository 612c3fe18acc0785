import type { StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { otherValue } from '../staticValues';

/** What a type of truth values or numbers says: its values are no objects, and no keys. Null for all other types. */
export function plainType(type: SyntaxNode | null): StaticValue | null {
  const isPlain =
    type && /^(bool|boolean|Boolean|int|Int|Integer|long|Long|double|Double)\??$/.test(type.text);
  return isPlain ? otherValue : null;
}
