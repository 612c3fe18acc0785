import type { FlagDefinition, Rollout } from '../../model/flagDefinition';
import { codeChildren, descendants } from '../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../syntax/syntaxTree';
import { dayOf } from '../../model/dayOf';
import { codeDefinition } from './codeDefinition';
import type { DeclarationShape, DeclaringFile } from './declarationShape';
import { literalValue, stringContent, stringText } from './literals';

type Members = ReadonlyMap<string, SyntaxNode>;

function membersOf(object: SyntaxNode): Members {
  return new Map(
    codeChildren(object).flatMap((pair) => {
      const value = pair.type === 'pair' ? pair.childForFieldName('value') : null;
      const name = pair.childForFieldName('key');
      const key = name && (stringText(name) ?? name.text);
      return value && key ? [[key, value] as const] : [];
    }),
  );
}

function textsIn(array: SyntaxNode | undefined): readonly string[] {
  if (array?.type !== 'array') return [];
  return codeChildren(array).flatMap((item) => stringText(item) ?? []);
}

/** `0.1`, or `10 / 100`; null for any other expression, and for what is no share. */
function shareOf(node: SyntaxNode | undefined): number | null {
  const [, first, second] = /^(\d+(?:\.\d+)?)(?:\s*\/\s*(\d+))?$/.exec(node?.text ?? '') ?? [];
  if (first === undefined) return null;
  const share = Number(first) / Number(second ?? 1);
  return share >= 0 && share <= 1 ? share : null;
}

function rolloutOf(members: Members, groups: readonly string[]): Rollout {
  if (stringText(members.get('status')) === 'OFF') return { kind: 'disabled' };
  const share = shareOf(members.get('audienceSize'));
  if (share === null || groups.length === 0)
    return { kind: 'unknown', reason: 'the size of its audience is computed, not written' };
  const [only = ''] = groups;
  const outcome: Rollout =
    groups.length === 1
      ? { kind: 'everyone', variant: only }
      : {
          kind: 'split',
          shares: groups.map((variant) => ({ variant, share: 1 / groups.length })),
        };
  if (share === 0) return { kind: 'code-default' };
  if (share === 1) return outcome;
  return {
    kind: 'rules',
    rules: [
      { condition: null, share, outcome },
      { condition: null, outcome: { kind: 'code-default' } },
    ],
  };
}

function readTest(source: DeclaringFile, object: SyntaxNode): readonly FlagDefinition[] {
  const members = membersOf(object);
  const keyNode = stringContent(members.get('name'));
  const date = dayOf(stringText(members.get('expirationDate')) ?? '');
  if (!keyNode || date === null) return [];
  const groups = textsIn(members.get('groups'));
  const description = literalValue(members.get('description'));
  const owners = textsIn(members.get('owners'));
  return [
    codeDefinition({
      key: keyNode.text,
      file: source.file,
      keySpan: source.spanOf(keyNode),
      span: source.spanOf(object),
      format: 'code-test-array',
      role: 'provisioning',
      valueType: groups.length > 0 ? 'string' : null,
      variants: groups.map((name) => ({ name, value: name })),
      rollout: rolloutOf(members, groups),
      description: typeof description === 'string' ? description : null,
      lifetime: 'experiment',
      owner: owners.length > 0 ? owners.join(', ') : null,
      expires: { kind: 'date', date },
    }),
  ];
}

/** A list of experiments, each with a name and an `expirationDate`; usually with owners, status, audience and groups. */
export const testArray: DeclarationShape = {
  id: 'code-test-array',
  name: 'List of tests with expirationDate',
  read: (source, root) =>
    descendants(root, 'object')
      .filter(({ parent }) => parent?.type === 'array')
      .flatMap((object) => readTest(source, object)),
};
