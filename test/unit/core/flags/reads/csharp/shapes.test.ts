import { expect, test } from 'vitest';
import { readsOf } from '../../../../../support/readsOf';

const client = 'using OpenFeature;\nnamespace Acme.Shop;\n';

/** Reads in a class with a client, its members from line 5 on. */
function inClass(members: string, more: Readonly<Record<string, string>> = {}) {
  const text = `${client}public class Page(IFeatureClient flags)\n{\n${members}\n}\n`;
  return readsOf({ 'Page.cs': text, ...more });
}

// Expected values: a person's reading of the code beside them, by the rules of C# (ECMA-334).
test.each([
  [
    'a constant',
    'const string K = "a";\nTask M() => flags.GetBooleanValueAsync(K, false);',
    'a via K',
  ],
  ['nameof', 'Task M() => flags.GetBooleanValueAsync(nameof(Flags.Beta), false);', 'Beta'],
  [
    'an interpolated string of constants',
    'const string K = "a";\nTask M() => flags.GetBooleanValueAsync($"{K}-b", false);',
    'a-b via K',
  ],
  ['a verbatim string', '\nTask M() => flags.GetBooleanValueAsync(@"a""b", false);', 'a"b'],
  ['a raw string', '\nTask M() => flags.GetBooleanValueAsync("""a"b""", false);', 'a"b'],
  [
    'a local variable',
    'Task M() { var k = "a"; return flags.GetBooleanValueAsync(k, false); }',
    'a via k',
  ],
  [
    'a nested class of constants',
    'static class K { public static class L { public const string M = "a"; } }\n' +
      'Task M() => flags.GetBooleanValueAsync(K.L.M, false);',
    'a via Page.K.L.M',
  ],
])('a key in %s', async (_, members, expected) => {
  const [line] = await inClass(members);
  expect(line?.replace(/ = false/, '').split(' GetBooleanValueAsync ')[1]).toBe(expected);
});

test.each([
  [
    'a field',
    'private readonly IFeatureClient c = null;\nTask M() => c.GetBooleanValueAsync("k", true);',
  ],
  [
    'a property',
    'IFeatureClient C { get; set; }\nTask M() => this.C.GetBooleanValueAsync("k", true);',
  ],
  ['a parameter', '\nTask M(IFeatureClient c) => c.GetBooleanValueAsync("k", true);'],
  [
    'a local of a declared type',
    '\nTask M() { IFeatureClient c = Make(); return c.GetBooleanValueAsync("k", true); }',
  ],
  [
    'a method',
    'IFeatureClient Make() => null;\nTask M() => Make().GetBooleanValueAsync("k", true);',
  ],
  ['a lambda', '\nFunc<Task> M() => () => flags.GetBooleanValueAsync("k", true);'],
  ['a local function', '\nvoid M() { Task F() => flags.GetBooleanValueAsync("k", true); }'],
  [
    'a conditional access',
    '\nvoid M(bool a) { if (a && flags?.GetBooleanValueAsync("k", true) != null) {} }',
  ],
  [
    'a container of services',
    '\nTask M(IServiceProvider s) => s.GetRequiredService<IFeatureClient>().GetBooleanValueAsync("k", true);',
  ],
  [
    'a fully qualified type',
    '\nTask M(global::OpenFeature.FeatureClient c) => c.GetBooleanValueAsync("k", true);',
  ],
  [
    'a pattern',
    '\nvoid M(object o) { if (o is FeatureClient c) c.GetBooleanValueAsync("k", true); }',
  ],
  ['code behind #if', '\n#if BETA\nTask M() => flags.GetBooleanValueAsync("k", true);\n#endif'],
  [
    'a test double',
    '\nvoid M() { flags.Received(1).GetBooleanValueAsync("k", true).Returns(true); }',
  ],
])('a client that is %s', async (_, members) => {
  const lines = await inClass(members);
  expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual(['GetBooleanValueAsync k = true']);
});

const wrapper = {
  'Features/IFeatures.cs':
    'namespace Acme.Features;\npublic interface IFeatures { Task<bool> IsOn(string key, bool fallback = false); }\n',
  'Features/Features.cs':
    'using OpenFeature;\nnamespace Acme.Features;\npublic class FeatureFlags : IFeatures\n{\n' +
    '  private readonly IFeatureClient _client;\n' +
    '  public FeatureFlags(IFeatureClient client) { _client = client; }\n' +
    '  public async Task<bool> IsOn(string key, bool fallback = false)\n  {\n' +
    '    return await _client.GetBooleanValueAsync(key, fallback);\n  }\n}\n',
  'Features/Keys.cs':
    'namespace Acme.Features;\npublic static class Keys { public const string New = "new"; }\n',
};

test.each([
  [
    'injected by its interface',
    'using Acme.Features;\nnamespace Acme.Shop;\nclass A(IFeatures f) { Task M() => f.IsOn(Keys.New); }',
  ],
  [
    'in a namespace around',
    'namespace Acme.Features.Pages;\nclass A { IFeatures f; Task M() => f.IsOn(Keys.New); }',
  ],
  [
    'from global usings',
    'namespace Acme.Shop;\nclass A { IFeatures f; Task M() => f.IsOn(Keys.New); }',
    'global using Acme.Features;',
  ],
  [
    'with names for arguments',
    'using Acme.Features;\nclass A { FeatureFlags f; Task M() => f.IsOn(fallback: true, key: Keys.New); }',
  ],
  [
    'inherited',
    'using Acme.Features;\nclass B { protected IFeatures F; }\nclass A : B { Task M() => F.IsOn(Keys.New); }',
  ],
  [
    'with an alias',
    'using K = Acme.Features.Keys;\nusing Acme.Features;\nclass A { IFeatures f; Task M() => f.IsOn(K.New); }',
  ],
  [
    'with static members',
    'using static Acme.Features.Keys;\nusing Acme.Features;\nclass A { IFeatures f; Task M() => f.IsOn(New); }',
  ],
])('calls of a wrapper %s are reads', async (_, text, globals = '') => {
  const lines = await readsOf({ ...wrapper, 'A.cs': text, 'Usings.cs': globals });
  expect(lines.map((line) => line.replace(/:\d+/, '').replace(/ = (true|false)/, ''))).toEqual([
    'A.cs IsOn new via wrapper IsOn@Features/IFeatures.cs, Keys.New@Features/Keys.cs'.replace(
      'IFeatures.cs',
      text.includes('FeatureFlags f') ? 'Features.cs' : 'IFeatures.cs',
    ),
  ]);
});

test('an attribute that reads the flag it names makes its uses reads', async () => {
  const lines = await readsOf({
    ...wrapper,
    'RequireAttribute.cs':
      'using Acme.Features;\nnamespace Acme.Web;\npublic class RequireAttribute : Attribute\n{\n' +
      '  private readonly string _key;\n  public RequireAttribute(string key) { _key = key; }\n' +
      '  public Task Check(IFeatures features) => features.IsOn(_key);\n}\n',
    'Page.cs':
      'using Acme.Features;\nusing Acme.Web;\nnamespace Acme.Shop;\n[Require(Keys.New)]\npublic class Page {}\n',
  });
  expect(lines.filter((line) => line.startsWith('Page.cs'))).toEqual([
    'Page.cs:4 RequireAttribute new = false via wrapper RequireAttribute@RequireAttribute.cs, wrapper IsOn@Features/IFeatures.cs, Keys.New@Features/Keys.cs',
  ]);
});

test('two namespaces in one file are told apart', async () => {
  const lines = await readsOf({
    'Keys.cs':
      'namespace Acme.A { static class Keys { public const string K = "a"; } }\n' +
      'namespace Acme.B { static class Keys { public const string K = "b"; } }\n',
    'Page.cs':
      'using OpenFeature;\nusing Acme.B;\nclass Page(IFeatureClient f) { Task M() => f.GetStringValueAsync(Keys.K, ""); }',
  });
  expect(lines).toEqual(['Page.cs:3 GetStringValueAsync b = "" via Keys.K@Keys.cs']);
});

test('comments, texts and code that is commented out read nothing', async () => {
  expect(
    await inClass(
      '/// <example>flags.GetBooleanValueAsync("a", true)</example>\n' +
        '// flags.GetBooleanValueAsync("b", true)\n/* flags.GetBooleanValueAsync("c", true) */\n' +
        'string S = "flags.GetBooleanValueAsync(\\"d\\", true)";',
    ),
  ).toEqual([]);
});

test('a key that is put together is unresolved, with the reason', async () => {
  expect(
    await inClass('Task M(string a) => flags.GetBooleanValueAsync($"x-{a.Trim()}", false);'),
  ).toEqual([
    expect.stringMatching(/^\? Page.cs:5 GetBooleanValueAsync The key cannot be known: /),
  ]);
});
