import type { CandidateArgument, ReadCandidate } from '../../../model/sourceFacts';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { shortText } from '../shared/shortText';
import { shapeAt } from '../sdkShapes';
import { unnamed } from '../staticValues';
import type { Evaluation } from './evaluation';

/** What a class sets in its body, by name. */
function attributesOf(
  classNode: SyntaxNode,
  evaluation: Evaluation,
): Readonly<Record<string, CandidateArgument>> {
  const attributes: Record<string, CandidateArgument> = {};
  const body = classNode.childForFieldName('body');
  for (const statement of body ? codeChildren(body) : []) {
    const assignment = codeChildren(statement)[0];
    const name = assignment?.type === 'assignment' ? assignment.childForFieldName('left') : null;
    const right = assignment?.childForFieldName('right');
    if (!right || name?.type !== 'identifier') continue;
    attributes[name.text] = {
      span: evaluation.spanOf(right),
      text: shortText(right),
      value: evaluation.value(right),
    };
  }
  return attributes;
}

function basesOf(classNode: SyntaxNode): readonly SyntaxNode[] {
  const list = classNode.childForFieldName('superclasses');
  return (list ? codeChildren(list) : []).filter(({ type }) => type !== 'keyword_argument');
}

/** Classes whose base of an SDK reads the flag that an attribute names: `class V(WaffleFlagMixin): waffle_flag = "k"`. */
export function classElements(evaluation: Evaluation): readonly ReadCandidate[] {
  return evaluation.nodes('class_definition').flatMap((classNode) =>
    basesOf(classNode).flatMap((base): readonly ReadCandidate[] => {
      const callee = unnamed(evaluation.value(base));
      const rule = callee.kind === 'sdk' ? shapeAt(callee.shape).element : undefined;
      if (!rule) return [];
      const attributes = attributesOf(classNode, evaluation);
      const span = attributes[rule.key]?.span ?? evaluation.spanOf(base);
      return [{ kind: 'element', span, callee, likely: null, attributes, spread: false }];
    }),
  );
}
