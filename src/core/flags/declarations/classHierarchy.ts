import type { FlagDefinition, FlagLifetime } from '../../model/flagDefinition';
import { codeChildren, descendants } from '../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../syntax/syntaxTree';
import { codeDefinition } from './codeDefinition';
import type { DeclarationShape, DeclaringFile } from './declarationShape';
import { kotlinArguments } from './kotlinArguments';
import { literalValue, stringContent } from './literals';

const lifetimes: Readonly<Record<string, FlagLifetime>> = {
  Temporary: 'release',
  Permanent: 'permanent',
};

function readObject(source: DeclaringFile, object: SyntaxNode): readonly FlagDefinition[] {
  const [invocation] = descendants(object, 'constructor_invocation');
  const [type, list] = invocation ? codeChildren(invocation) : [];
  const base = type ? codeChildren(type)[0]?.text : undefined;
  const lifetime = base === undefined ? undefined : lifetimes[base];
  if (!list || lifetime === undefined) return [];
  const given = kotlinArguments(list, ['key', 'default']);
  const keyNode = stringContent(given.get('key'));
  if (!keyNode) return [];
  const defaultValue = literalValue(given.get('default'));
  return [
    codeDefinition({
      key: keyNode.text,
      file: source.file,
      keySpan: source.spanOf(keyNode),
      span: source.spanOf(object),
      format: 'code-class-hierarchy',
      ...(defaultValue !== undefined && { defaultValue }),
      lifetime,
    }),
  ];
}

/** Objects that extend `Temporary<T>` or `Permanent<T>`: the class says how long the flag is to live. */
export const classHierarchy: DeclarationShape = {
  id: 'code-class-hierarchy',
  name: 'Temporary and Permanent classes',
  read: (source, root) =>
    descendants(root, 'object_declaration').flatMap((object) => readObject(source, object)),
};
