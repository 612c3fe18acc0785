import { describe, expect, test } from 'vitest';
import { createFlagIndex } from '../../../../../src/core/flags/index/createFlagIndex';
import { readProjectFile } from '../../../../../src/core/flags/index/readProjectFile';
import {
  createDeclarationSieve,
  writtenNamespaces,
} from '../../../../../src/core/flags/index/writtenNamespaces';
import type { FileFacts } from '../../../../../src/core/model/fileFacts';
import type { SourceLanguage } from '../../../../../src/core/model/flagRead';
import type { SourceFacts } from '../../../../../src/core/model/sourceFacts';
import type { StaticValue } from '../../../../../src/core/model/staticValue';

const span = { start: { line: 0, column: 0 }, end: { line: 0, column: 1 } };
const text = (value: string): StaticValue => ({ kind: 'literal', value, span });

function file(path: string, language: SourceLanguage, facts: Partial<SourceFacts>): FileFacts {
  return {
    file: path,
    source: {
      language,
      context: 'source',
      candidates: [],
      exports: {},
      exportedTypes: {},
      exportsAllOf: [],
      ...facts,
    },
    project: null,
    definitions: [],
    definitionFormat: null,
    diagnostics: [],
  };
}

const constants = (path: string, language: SourceLanguage, name: string, namespace?: string) =>
  file(path, language, {
    ...(namespace !== undefined && { namespace }),
    exports: {
      [name]: {
        name,
        span,
        value: { kind: 'object', members: { SEARCH: { span, value: text('search') } } },
      },
    },
  });

/** A read of an SDK whose key is `Flags.SEARCH`, imported from a module. */
const use = (path: string, language: SourceLanguage, module: string, orModules?: string[]) =>
  file(path, language, {
    candidates: [
      {
        kind: 'call',
        span,
        callee: {
          kind: 'sdk',
          shape: {
            sdk: 'openfeature',
            row: 'server',
            path: ['types', 'Client', 'members', 'getBooleanValue'],
          },
        },
        likely: null,
        spread: false,
        arguments: [
          {
            span,
            text: 'Flags.SEARCH',
            value: {
              kind: 'member',
              of: {
                kind: 'import',
                module,
                name: 'Flags',
                space: 'value',
                ...(orModules && { orModules }),
              },
              name: 'SEARCH',
            },
          },
        ],
      },
    ],
  });

function keysOf(...facts: readonly FileFacts[]): readonly string[] {
  const index = createFlagIndex();
  for (const each of facts) index.update(each);
  return index.snapshot().flags.map(({ key }) => key);
}

const goMod: FileFacts = {
  ...file('services/go.mod', 'go', {}),
  source: null,
  project: readProjectFile('services/go.mod', 'module example.com/shop\n\ngo 1.22\n'),
};

describe('a name of a module, a package or a namespace', () => {
  test.each([
    [
      'a package of the JVM',
      constants('a/Flags.kt', 'kotlin', 'Flags', 'jvm:com.shop'),
      use('b/App.java', 'java', 'jvm:com.shop'),
    ],
    [
      'one of several packages',
      constants('a/Flags.kt', 'kotlin', 'Flags', 'jvm:com.shop'),
      use('b/App.kt', 'kotlin', 'jvm:com.app', ['jvm:com.other', 'jvm:com.shop']),
    ],
    [
      'a namespace of .NET',
      constants('Flags.cs', 'csharp', 'Flags', 'dotnet:Shop'),
      use('App.cs', 'csharp', 'dotnet:Shop'),
    ],
    [
      'a namespace within a namespace',
      constants('Flags.cs', 'csharp', 'Keys.Flags', 'dotnet:Shop'),
      use('App.cs', 'csharp', 'dotnet:Shop.Keys'),
    ],
    [
      'a package of Go, by its module',
      constants('services/flags/flags.go', 'go', 'Flags'),
      use('services/main.go', 'go', 'go:example.com/shop/flags'),
    ],
    [
      'the same package of Go',
      constants('services/flags.go', 'go', 'Flags'),
      use('services/main.go', 'go', 'go:.'),
    ],
    [
      'a module of Python beside it',
      constants('shop/flags.py', 'python', 'Flags'),
      use('shop/app.py', 'python', 'python:.flags'),
    ],
    [
      'a module of a Python package around it',
      constants('shop/flags.py', 'python', 'Flags'),
      use('shop/web/app.py', 'python', 'python:..flags'),
    ],
    [
      'a module of Python by its whole name',
      constants('api/shop/flags.py', 'python', 'Flags'),
      use('api/shop/web/app.py', 'python', 'python:shop.flags'),
    ],
    [
      'a package of Python',
      constants('shop/flags/__init__.py', 'python', 'Flags'),
      use('shop/app.py', 'python', 'python:shop.flags'),
    ],
    [
      'a module below src',
      constants('src/shop/flags.py', 'python', 'Flags'),
      use('tests/app.py', 'python', 'python:shop.flags'),
    ],
  ])('%s', (_, declaring, using) => {
    expect(keysOf(goMod, declaring, using)).toEqual(['search']);
    expect(keysOf(using, goMod, declaring)).toEqual(['search']);
  });

  test.each([
    [
      'another package',
      constants('a/Flags.kt', 'kotlin', 'Flags', 'jvm:com.lamps'),
      use('b/App.java', 'java', 'jvm:com.shop'),
    ],
    [
      'another folder of Go',
      constants('services/lamps/flags.go', 'go', 'Flags'),
      use('services/main.go', 'go', 'go:example.com/shop/flags'),
    ],
    [
      'another module of Python',
      constants('shop/lamps.py', 'python', 'Flags'),
      use('shop/app.py', 'python', 'python:.flags'),
    ],
  ])('is not that of %s', (_, declaring, using) =>
    expect(keysOf(goMod, declaring, using)).toEqual([]),
  );

  test('is wanted until a file declares it', () => {
    const index = createFlagIndex();
    index.update(use('b/App.java', 'java', 'jvm:com.shop'));
    expect(index.wantedNames()).toEqual([{ namespace: 'jvm:com.shop', name: 'Flags' }]);
    index.update(constants('a/Flags.kt', 'kotlin', 'Flags', 'jvm:com.shop'));
    expect(index.wantedNames()).toEqual([]);
    index.remove('a/Flags.kt');
    expect(index.snapshot().flags).toEqual([]);
  });
});

test.each<[string, SourceLanguage, string, readonly string[]]>([
  ['a/A.java', 'java', '// x\npackage com.shop.web;\nclass A {}', ['jvm:com.shop.web']],
  ['a/A.kt', 'kotlin', 'package com.shop\n', ['jvm:com.shop']],
  ['a/A.cs', 'csharp', 'namespace Shop.Web;\n', ['dotnet:Shop.Web']],
  ['a/A.cs', 'csharp', 'namespace A {\n}\nnamespace B {\n}', ['dotnet:A', 'dotnet:B']],
  ['a/a.go', 'go', 'package a', ['go/a']],
  ['a/a.ts', 'typescript', 'export {}', []],
])('%s of %s says where it belongs', (path, language, written, expected) =>
  expect(writtenNamespaces(path, language, written)).toEqual(expected),
);

test.each([
  ['public static class Flags {', true],
  ['data class Flags(val a: String)', true],
  ['object Flags {', true],
  ['func Flags(k string) bool {', true],
  ['func (s *Service) Flags() {', true],
  ['const (\n\tFlags = "a"\n)', true],
  ['const (\n\tOther = iota\n\tFlags\n)', true],
  ['fun Context.Flags() = 1', true],
  ['public enum Flags {', true],
  ['use(Flags.A);', false],
  ['var a = new Flags();', false],
  ['class FlagsTest {', false],
])('%s: %s', (written, expected) =>
  expect(createDeclarationSieve(['Flags'])(written)).toBe(expected),
);
