import { beforeAll, describe, expect, test } from 'vitest';
import type { SourceLanguage } from '../../../../src/core/model/flagRead';
import { commentAbove } from '../../../../src/core/syntax/commentAbove';
import type { SyntaxParser } from '../../../../src/core/syntax/syntaxTree';
import { loadTestParser } from '../../../support/testParser';

let parser: SyntaxParser;
beforeAll(async () => {
  parser = await loadTestParser();
});

/** The text with the comment, where `READ` begins; null where there is no place for it. */
function commented(language: SourceLanguage, text: string, words = 'words'): string | null {
  const offset = text.indexOf('READ');
  expect(offset).toBeGreaterThan(-1);
  const insertion = commentAbove({ language, text, offset, words }, parser);
  if (insertion === null) return null;
  return `${text.slice(0, insertion.offset)}${insertion.newText}${text.slice(insertion.offset)}`;
}

describe('a comment above a read', () => {
  test.each<readonly [string, SourceLanguage, string, string]>([
    [
      'TypeScript',
      'typescript',
      'if (a) {\n  READ();\n}\n',
      'if (a) {\n  // words\n  READ();\n}\n',
    ],
    ['the first line', 'javascript', 'READ();', '// words\nREAD();'],
    ['Python', 'python', 'if a:\n    READ()\n', 'if a:\n    # words\n    READ()\n'],
    [
      'Go',
      'go',
      'package a\n\nfunc b() {\n\tREAD()\n}\n',
      'package a\n\nfunc b() {\n\t// words\n\tREAD()\n}\n',
    ],
    [
      'Java',
      'java',
      'class A {\n  int b() {\n    return READ();\n  }\n}\n',
      'class A {\n  int b() {\n    // words\n    return READ();\n  }\n}\n',
    ],
    ['Kotlin', 'kotlin', 'fun b() {\n  READ()\n}\n', 'fun b() {\n  // words\n  READ()\n}\n'],
    [
      'C#',
      'csharp',
      'class A {\r\n  void B() {\r\n    READ();\r\n  }\r\n}\r\n',
      'class A {\r\n  void B() {\r\n    // words\r\n    READ();\r\n  }\r\n}\r\n',
    ],
  ])('%s: with the line’s indentation and line break', (_name, language, before, after) => {
    expect(commented(language, before)).toBe(after);
  });

  test('stands above the comments that are of the line', () => {
    const text = 'f();\n// eslint-disable-next-line no-console\n// @ts-expect-error\nREAD();\n';
    expect(commented('typescript', text)).toBe(text.replace('// eslint', '// words\n// eslint'));
  });

  test('stands below what a file has to begin with', () => {
    const text = '#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nREAD()\n';
    expect(commented('python', text)).toBe(text.replace('READ', '# words\nREAD'));
  });

  // Each would change what the program does or shows if the comment went right above.
  test.each<readonly [string, SourceLanguage, string, string]>([
    ['a template', 'javascript', 'f();\ng(`\n${READ()}\n`);\n', 'g(`'],
    ['JSX', 'typescriptreact', 'const a = (\n  <p>\n    {READ() ? 1 : 2}\n  </p>\n);\n', '  <p>'],
    ['a line that goes on', 'python', 'b = a and \\\n  READ()\n', 'b = a'],
    ['a text of several lines', 'python', 'f"""\n{READ()}\n"""\n', 'f"""'],
  ])('goes further up out of %s', (_name, language, before, above) => {
    const [indentation = ''] = /^ */.exec(above) ?? [];
    const mark = language === 'python' ? '#' : '//';
    const after = before.replace(above, `${indentation}${mark} words\n${above}`);
    expect(commented(language, before)).toBe(after);
  });

  test('is not made where the text cannot be parsed', () => {
    expect(commented('typescript', 'if (\nREAD();\n')).toBeNull();
  });

  test('is one line, whatever its words are', () => {
    const hostile = 'a\nREAD2()\r\u2028x */ \\u000a y';
    expect(commented('java', 'class A { int b() {\nreturn READ(); } }', hostile)).toBe(
      'class A { int b() {\n// a READ2() x */ /u000a y\nreturn READ(); } }',
    );
  });
});
