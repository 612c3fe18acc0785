import type { FlagDefinition } from '../../model/flagDefinition';
import { codeChildren, descendants } from '../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../syntax/syntaxTree';
import { dayOf } from '../../model/dayOf';
import { codeDefinition } from './codeDefinition';
import type { DeclarationShape, DeclaringFile } from './declarationShape';
import { kotlinArguments } from './kotlinArguments';
import { literalValue, stringContent, stringText } from './literals';

function parametersOf(declaration: SyntaxNode): readonly string[] {
  const constructor = codeChildren(declaration).find(({ type }) => type === 'primary_constructor');
  const parameters = constructor ? codeChildren(constructor) : [];
  return parameters.map(
    (parameter) =>
      codeChildren(parameter).find(({ type }) => type === 'simple_identifier')?.text ?? '',
  );
}

/** The day in `LocalDate.parse("2024-10-01")`. */
function parsedDay(node: SyntaxNode | undefined): string | null {
  if (node?.type !== 'call_expression' || !/^LocalDate\s*\.\s*parse\b/.test(node.text)) return null;
  const [text] = descendants(node, 'string_literal');
  return dayOf(stringText(text) ?? '');
}

function readEntry(
  source: DeclaringFile,
  entry: SyntaxNode,
  parameters: readonly string[],
): readonly FlagDefinition[] {
  const list = codeChildren(entry).find(({ type }) => type === 'value_arguments');
  if (!list) return [];
  const given = kotlinArguments(list, parameters);
  const keyNode = stringContent(given.get('key'));
  const created = parsedDay(given.get('addedOn'));
  if (!keyNode || created === null) return [];
  const defaultValue = literalValue(given.get('defaultValue') ?? given.get('default'));
  const title = stringText(given.get('title'));
  return [
    codeDefinition({
      key: keyNode.text,
      file: source.file,
      keySpan: source.spanOf(keyNode),
      span: source.spanOf(entry),
      format: 'code-enum-entry',
      ...(defaultValue !== undefined && { defaultValue }),
      description: title === '' ? null : title,
      created,
    }),
  ];
}

/** Entries of an enum with a `key` and the day they were added: `addedOn = LocalDate.parse("2024-10-01")`. */
export const enumEntry: DeclarationShape = {
  id: 'code-enum-entry',
  name: 'Enum entries with addedOn',
  read: (source, root) =>
    descendants(root, 'class_declaration').flatMap((declaration) => {
      const parameters = parametersOf(declaration);
      const body = codeChildren(declaration).find(({ type }) => type === 'enum_class_body');
      const entries = body ? codeChildren(body).filter(({ type }) => type === 'enum_entry') : [];
      return entries.flatMap((entry) => readEntry(source, entry, parameters));
    }),
};
