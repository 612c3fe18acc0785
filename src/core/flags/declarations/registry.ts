import type { FlagDefinition } from '../../model/flagDefinition';
import type { SourceLanguage } from '../../model/flagRead';
import type { SyntaxParser } from '../../syntax/syntaxTree';
import { textPositions } from '../../syntax/textPositions';
import { classHierarchy } from './classHierarchy';
import type { DeclarationShape, DeclaringFile } from './declarationShape';
import { defaultsObject } from './defaultsObject';
import { enumEntry } from './enumEntry';
import { featureGate } from './featureGate';
import { keyConstants } from './keyConstants';
import { declarationMarks, type DeclarationMark } from './marks';
import { registryStruct } from './registryStruct';
import { testArray } from './testArray';

/** The ways in which code declares flags, in stable order. A new one is one file and one line here. */
export const declarationShapes: readonly DeclarationShape[] = [
  defaultsObject,
  registryStruct,
  testArray,
  classHierarchy,
  featureGate,
  enumEntry,
  keyConstants,
];

/** The flags that a source file itself declares; the language's grammar is loaded. Never throws. */
export function readDeclarations(
  file: string,
  language: SourceLanguage,
  text: string,
  parser: SyntaxParser,
): readonly FlagDefinition[] {
  const shapes = declarationShapes.filter(({ id }) => {
    const { languages, mark }: DeclarationMark = declarationMarks[id];
    return languages.includes(language) && mark.test(text);
  });
  const tree = shapes.length > 0 ? parser.parse(language, text) : null;
  if (!tree) return [];
  try {
    const positions = textPositions(text);
    const source: DeclaringFile = {
      file,
      spanOf: ({ startIndex, endIndex }) => positions.spanOf(startIndex, endIndex),
    };
    return shapes.flatMap((shape) => shape.read(source, tree.rootNode));
  } finally {
    tree.delete();
  }
}
