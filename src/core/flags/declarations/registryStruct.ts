import type { FlagDefinition } from '../../model/flagDefinition';
import { codeChildren, descendants } from '../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../syntax/syntaxTree';
import { expiryOf } from '../definitions/expiryOf';
import { codeDefinition } from './codeDefinition';
import type { DeclarationShape, DeclaringFile } from './declarationShape';
import { goConstants } from './goConstants';
import { literalValue, stringContent, stringText } from './literals';

/** The fields of a composite literal by their names. */
function fieldsOf(literal: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
  return new Map(
    codeChildren(literal).flatMap((element) => {
      if (element.type !== 'keyed_element') return [];
      const [name, value] = codeChildren(element).map((part) => codeChildren(part)[0] ?? part);
      return name && value ? [[name.text, value] as const] : [];
    }),
  );
}

function readStruct(
  source: DeclaringFile,
  literal: SyntaxNode,
  constants: ReadonlyMap<string, SyntaxNode>,
): readonly FlagDefinition[] {
  const fields = fieldsOf(literal);
  const name = fields.get('Name');
  if (!name || !(fields.has('ToBeRemovedWith') || fields.has('Deprecated'))) return [];
  const keyNode = stringContent(name) ?? constants.get(name.text);
  if (!keyNode) return [];
  const defaultValue = literalValue(fields.get('DefaultValue'));
  const description = stringText(fields.get('Description'));
  return [
    codeDefinition({
      key: keyNode.text,
      file: source.file,
      keySpan: source.spanOf(keyNode),
      span: source.spanOf(literal),
      format: 'code-registry-struct',
      ...(defaultValue !== undefined && { defaultValue }),
      description: description === '' ? null : description,
      expires: expiryOf(stringText(fields.get('ToBeRemovedWith')) ?? ''),
    }),
  ];
}

/** Entries of a registry in Go: structs with `Name`, `DefaultValue`, `Deprecated` and the version they are `ToBeRemovedWith`. */
export const registryStruct: DeclarationShape = {
  id: 'code-registry-struct',
  name: 'Registry with ToBeRemovedWith',
  read(source, root) {
    const constants = goConstants(root);
    return descendants(root, 'literal_value').flatMap((literal) =>
      readStruct(source, literal, constants),
    );
  },
};
