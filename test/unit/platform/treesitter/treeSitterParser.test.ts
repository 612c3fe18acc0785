import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import {
  createTreeSitterParser,
  type GrammarName,
} from '../../../../src/platform/treesitter/treeSitterParser';
import { createTestParser } from '../../../support/testParser';

const require = createRequire(import.meta.url);
const grammars = path.dirname(require.resolve('@vscode/tree-sitter-wasm'));
const grammar = (name: GrammarName) => new Uint8Array(readFileSync(`${grammars}/${name}.wasm`));

describe('a grammar', () => {
  test('is asked for when its language is first loaded, and once', async () => {
    const asked: string[] = [];
    const parser = createTreeSitterParser((name) => {
      asked.push(name);
      return Promise.resolve(grammar(name));
    });
    expect(asked).toEqual([]);
    await Promise.all([parser.load('javascript'), parser.load('javascriptreact')]);
    expect(asked).toEqual(['tree-sitter', 'tree-sitter-javascript']);
    expect(parser.isLoaded('javascriptreact')).toBe(true);
    expect(parser.isLoaded('typescript')).toBe(false);
    await parser.load('typescript');
    expect(asked).toEqual(['tree-sitter', 'tree-sitter-javascript', 'tree-sitter-typescript']);
  });

  test('that could not be read is asked for again', async () => {
    let times = 0;
    const parser = createTreeSitterParser((name) => {
      times++;
      return times === 1 ? Promise.reject(new Error('busy')) : Promise.resolve(grammar(name));
    });
    await expect(parser.load('typescript')).rejects.toThrow('busy');
    await parser.load('typescript');
    expect(parser.isLoaded('typescript')).toBe(true);
  });

  test('that is not loaded is a mistake of the programmer', () => {
    expect(() => createTestParser().parse('typescript', '')).toThrow('not loaded');
  });
});

test('offsets count UTF-16 code units', async () => {
  const parser = createTestParser();
  await parser.load('typescriptreact');
  const text = "const a = '😀é';\nf(a);";
  const tree = parser.parse('typescriptreact', text);
  const [call] = tree?.rootNode.descendantsOfType('call_expression') ?? [];
  expect(text.slice(call?.startIndex, call?.endIndex)).toBe('f(a)');
  tree?.delete();
});

/** What the build does: the names a bundle could reach a network with do not exist in it. */
const withoutNetwork = {
  fetch: 'undefined',
  XMLHttpRequest: 'undefined',
  WebSocket: 'undefined',
  EventSource: 'undefined',
};

const entry = `
  import { createTreeSitterParser } from './src/platform/treesitter/treeSitterParser';
  export async function run(readGrammar) {
    const parser = createTreeSitterParser(readGrammar);
    await parser.load('typescript');
    return parser.parse('typescript', 'const a = f("k", 1);').rootNode.toString();
  }`;

async function bundled(platform: 'node' | 'browser'): Promise<string> {
  const isNode = platform === 'node';
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: '.', loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'cjs',
    target: 'es2022',
    platform,
    external: isNode ? [] : ['fs/promises', 'module', 'url'],
    define: { ...withoutNetwork, ...(!isNode && { document: '{"currentScript":null}' }) },
  });
  return outputFiles[0]?.text ?? '';
}

type Run = (readGrammar: (name: GrammarName) => Promise<Uint8Array>) => Promise<string>;
const readGrammar = (name: GrammarName) => Promise.resolve(grammar(name));
// Found by mutating files: each of these took seconds, or never ended.
test.each([
  ['nests a thousand brackets', 'typescript', `x = ${'a('.repeat(1200)}`],
  ['nests a thousand broken calls', 'go', `package a\nvar x = ${'f(a{b'.repeat(1200)}`],
] as const)('a text that %s is not parsed, the next one is', async (_, language, text) => {
  const parser = createTestParser();
  await parser.load(language);
  expect(parser.parse(language, text)).toBeNull();
  expect(parser.parse(language, 'a(1)')?.rootNode.text).toBe('a(1)');
});

const parsed = expect.stringContaining('(call_expression function: (identifier)');

describe('a bundle without network', () => {
  test('parses in a Node host', async () => {
    const module = { exports: {} as { run: Run } };
    const source = await bundled('node');
    const wrapper = vm.runInThisContext(
      `(function (module, exports, require, __filename) {${source}\n})`,
      {
        importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      },
    ) as (...args: readonly unknown[]) => void;
    wrapper(module, module.exports, require, path.resolve('dist/bundle.js'));
    expect(await module.exports.run(readGrammar)).toEqual(parsed);
  });

  test('parses in a web worker, where there is no document, no process and no file name', async () => {
    const module = { exports: {} as { run: Run } };
    const source = await bundled('browser');
    const refuse = (what: string) => () => {
      throw new Error(`${what} is not to be used`);
    };
    const worker = vm.createContext({
      WebAssembly,
      Uint8Array,
      TextDecoder,
      URL,
      console,
      importScripts: refuse('importScripts'),
      self: { location: { href: 'blob:worker' } },
    });
    const wrapper = vm.runInContext(
      `(function (module, exports, require) {${source}\n})`,
      worker,
    ) as (...args: readonly unknown[]) => void;
    wrapper(module, module.exports, refuse('require'));
    expect(await module.exports.run(readGrammar)).toEqual(parsed);
  });
});
