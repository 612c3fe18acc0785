import { describe, expect, test } from 'vitest';
import { readsOf } from '../../../../support/readsOf';

/** One line for each number, joined. */
function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

const use = "import { useFlag } from '@openfeature/react-sdk';\n";
const many = 600;

// Expected values: such constants mean nothing to a person either, and a call that is given one may read any flag.
describe('constants that grow are unresolved, and end nothing else', () => {
  test.each([
    [
      'a text made of the one before it twice',
      'a.ts',
      `${use}const a0 = 'x';\n${lines(many, (index) => `const a${index + 1} = a${index} + a${index};`)}\nuseFlag(a${many}, false);\nuseFlag('known', false);\n`,
    ],
    [
      'an object that holds the one before it twice',
      'a.ts',
      `${use}export const a0 = { key: 'x' };\n${lines(many, (index) => `export const a${index + 1} = { one: a${index}, other: a${index} };`)}\nuseFlag(a${many}.one, false);\nuseFlag('known', false);\n`,
    ],
    [
      'one of two that are each one of two',
      'a.ts',
      `${use}const a0 = x ? { key: 'a' } : { key: 'b' };\n${lines(many, (index) => `const a${index + 1} = x ? { key: a${index} } : { key: a${index}, more: a${index} };`)}\nuseFlag(a${many}.key, false);\nuseFlag('known', false);\n`,
    ],
    [
      'a text of Go made of the one before it twice',
      'a.go',
      `package a\n\nimport "github.com/open-feature/go-sdk/openfeature"\n\nconst a0 = "x"\n${lines(many, (index) => `const a${index + 1} = a${index} + a${index}`)}\n\nfunc m(c *openfeature.Client) {\n\tc.Boolean(nil, a${many}, false, nil)\n\tc.Boolean(nil, "known", false, nil)\n}\n`,
    ],
    [
      'a text of Python made of the one before it twice',
      'a.py',
      `from openfeature import api\nclient = api.get_client()\nA0 = "x"\n${lines(many, (index) => `A${index + 1} = A${index} + A${index}`)}\nclient.get_boolean_value(A${many}, False)\nclient.get_boolean_value("known", False)\n`,
    ],
    [
      'a text of Kotlin made of the one before it twice',
      'A.kt',
      `package a\nimport dev.openfeature.sdk.*\nconst val A0 = "x"\n${lines(many, (index) => `const val A${index + 1} = A${index} + A${index}`)}\nfun m(c: Client) {\n  c.getBooleanValue(A${many}, false)\n  c.getBooleanValue("known", false)\n}\n`,
    ],
  ])('%s', async (_, file, text) => {
    const found = await readsOf({ [file]: text });
    const unresolved = found.filter((line) => line.includes('The key cannot be known'));
    expect(unresolved.length).toBeGreaterThan(0);
    expect(found.slice(unresolved.length)).toEqual([expect.stringMatching(/ known = false$/)]);
  });

  test('a text made twice of that of the file before it', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `a${index + 1}.ts`,
        `import { a${index} } from './a${index}';\nexport const a${index + 1} = a${index} + a${index};`,
      ]),
    );
    const found = await readsOf({
      'a0.ts': "export const a0 = 'x';",
      ...files,
      'use.ts': `${use}import { a40 } from './a40';\nuseFlag(a40, false);`,
    });
    expect(found).toEqual([expect.stringMatching(/^\? use\.ts:3 useFlag The key cannot be known/)]);
  });

  test.each([
    [
      'TypeScript',
      'a.ts',
      `${use}class C0 { key = 'x'; }\n${lines(many, (index) => `class C${index + 1} extends C${index} { m${index}() { return this.key; } }`)}\nexport const last = new C${many}();\nuseFlag(last.key, false);\nuseFlag('known', false);\n`,
    ],
    [
      'Python',
      'a.py',
      `from openfeature import api\nclient = api.get_client()\nclass C0:\n    key = "x"\n${lines(many, (index) => `class C${index + 1}(C${index}):\n    other${index} = 1`)}\nlast = C${many}()\nclient.get_boolean_value(last.key, False)\nclient.get_boolean_value("known", False)\n`,
    ],
    [
      'Kotlin',
      'A.kt',
      `package a\nimport dev.openfeature.sdk.*\nopen class C0 { val key = "x" }\n${lines(many, (index) => `open class C${index + 1} : C${index}()`)}\nfun m(c: Client) {\n  c.getBooleanValue(C${many}().key, false)\n  c.getBooleanValue("known", false)\n}\n`,
    ],
    [
      'C#',
      'A.cs',
      `using OpenFeature;\nnamespace A;\npublic class C0 { public string Key = "x"; }\n${lines(many, (index) => `public class C${index + 1} : C${index} {}`)}\npublic class M(FeatureClient c) {\n  void N() {\n    c.GetBooleanValueAsync(new C${many}().Key, false);\n    c.GetBooleanValueAsync("known", false);\n  }\n}\n`,
    ],
  ])('classes of %s that extend each other by the hundred', async (_, file, text) => {
    const found = await readsOf({ [file]: text });
    expect(found.filter((line) => line.endsWith(' known = false'))).toHaveLength(1);
  });
});

// Found by mutating files: each of these took seconds to minutes when it was read as often as it is written.
describe('what is written a thousand times over is read once', () => {
  const thousand = 3000;
  const csharpUse = (open: string, close: string) =>
    `using OpenFeature;\n${open}\npublic class M(FeatureClient c) {\n  void N() {\n    c.GetBooleanValueAsync("known", false);\n  }\n}\n${close}`;
  test.each([
    [
      'namespaces of C# that have no braces',
      'A.cs',
      csharpUse(
        lines(thousand, () => 'namespace Acme.Shop;\n\npublic class Lamp {}\n'),
        '',
      ),
    ],
    [
      'namespaces of C# in each other',
      'A.cs',
      csharpUse('namespace Acme.Shop;', `${lines(400, () => 'namespace A {')}${'}'.repeat(400)}`),
    ],
    [
      'constructors of a class of C#',
      'A.cs',
      csharpUse(
        'namespace Acme.Shop;',
        `public class B {\n  string key;\n${lines(thousand, (index) => `  public B(int a${index}) { key = "${index}"; }`)}\n  void M(FeatureClient c) { c.GetBooleanValueAsync(key, false); }\n}`,
      ),
    ],
    [
      'functions of Kotlin of one name',
      'A.kt',
      `package a\nimport dev.openfeature.sdk.*\n${lines(thousand, () => 'fun client(): Client = OpenFeatureAPI.getInstance().client')}\nfun m(c: Client) {\n${lines(thousand, () => '  client().getBooleanValue("other", false)')}\n  c.getBooleanValue("known", false)\n}\n`,
    ],
  ])('%s', async (_, file, text) => {
    const found = await readsOf({ [file]: text });
    expect(found.filter((line) => line.endsWith(' known = false'))).toHaveLength(1);
  });
});
