import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { mayRead } from '../shared/mayRead';
import { argument } from './candidates';
import type { Evaluation } from './evaluation';
import { propertyName } from './patterns';
import type { FoundCandidate } from './surroundings';
import { typeAround } from './typeAround';

function ofPair(
  pair: SyntaxNode,
  object: SyntaxNode,
  evaluation: Evaluation,
): readonly FoundCandidate[] {
  const keyNode = pair.type === 'pair' ? pair.childForFieldName('key') : null;
  const valueNode = pair.childForFieldName('value');
  const name = keyNode && propertyName(keyNode);
  if (!keyNode || !valueNode || name === null || !evaluation.readers.has(name)) return [];
  const around = typeAround(object);
  const callee = around && evaluation.type(around);
  if (!callee || !mayRead(callee)) return [];
  const span = evaluation.spanOf(keyNode);
  return [
    {
      node: pair,
      candidate: {
        kind: 'property',
        span: evaluation.spanOf(pair),
        callee,
        likely: null,
        property: { span, text: name, value: { kind: 'literal', value: name, span } },
        default: null,
        given: argument(valueNode, evaluation),
      },
    },
  ];
}

/** Properties that may give the key of a flag, in objects written as values of a type: `const routes: Route[] = [{ flag: 'x' }]`. */
export function givenProperties(evaluation: Evaluation): readonly FoundCandidate[] {
  if (evaluation.readers.size === 0) return [];
  return descendants(evaluation.root, 'object').flatMap((object) =>
    codeChildren(object).flatMap((pair) => ofPair(pair, object, evaluation)),
  );
}
