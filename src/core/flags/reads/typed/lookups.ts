import type { ReadCandidate } from '../../../model/sourceFacts';
import { descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { shortText } from '../shared/shortText';
import { otherValue } from '../staticValues';
import type { WrittenLookup } from './typedGrammar';
import type { TypedEvaluation } from './typedEvaluation';

/** Names of what holds the values of flags by their keys. */
const holdsValues = /(?:feature|flag|toggle|experiment)s?(?:values|states|s)?(?:!!|\?)?$/i;

/** The name under which flags are held, without what stands before it. */
function heldUnder({ of }: WrittenLookup): string | null {
  const name = /([\p{L}\p{N}_]+)(?:!!|\?)?$/u.exec(of.text)?.[1];
  return name !== undefined && holdsValues.test(name) ? name : null;
}

/** `featureFlags[Flag.key]`: flags that were evaluated elsewhere, asked for one of them. */
export function lookupCandidates(
  evaluation: TypedEvaluation,
  placeOf: (node: SyntaxNode) => Pick<ReadCandidate, 'span' | 'within' | 'returnedBy'>,
  mayBeKey: (node: SyntaxNode) => boolean,
): readonly ReadCandidate[] {
  const { grammar, root } = evaluation;
  if (grammar.lookupTypes.length === 0) return [];
  return descendants(root, ...grammar.lookupTypes).flatMap((node): readonly ReadCandidate[] => {
    const lookup = grammar.lookup?.(node);
    const name = lookup ? heldUnder(lookup) : null;
    if (!lookup || name === null || !mayBeKey(lookup.key)) return [];
    const { key } = lookup;
    return [
      {
        kind: 'call',
        ...placeOf(node),
        callee: otherValue,
        likely: null,
        arguments: [
          { span: evaluation.spanOf(key), text: shortText(key), value: evaluation.value(key) },
        ],
        spread: false,
        asks: name,
      },
    ];
  });
}
