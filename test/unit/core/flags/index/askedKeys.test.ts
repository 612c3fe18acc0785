import { describe, expect, test } from 'vitest';
import { readsOf } from '../../../../support/readsOf';

const keys = [
  'namespace Acme.Core;',
  'public static class FeatureFlagKeys { public const string Search = "new-search"; public const string Cart = "cart-v2"; }',
  'public static class ErrorKeys { public const string Search = "no-search"; public const string Cart = "no-cart"; }',
].join('\n');

/** Members of a class in a file that names no SDK, from line 5 on. */
function inClass(members: string, more: Readonly<Record<string, string>> = {}) {
  const text = `using Acme.Core;\nusing Vendor.Features;\nnamespace Acme.Web;\npublic class Page(IFeatureService features) {\n${members}\n}\n`;
  return readsOf({ 'Keys.cs': keys, 'Page.cs': text, ...more });
}

const viaSearch = 'new-search via FeatureFlagKeys.Search@Keys.cs';

// Expected values: a person's reading of the code beside them.
describe('a key that a class named for flag keys declares', () => {
  test.each([
    [
      'is read by a method of a package from elsewhere',
      'bool M() => features.IsEnabled(FeatureFlagKeys.Search);',
      [`Page.cs:5 IsEnabled ${viaSearch}`],
    ],
    [
      'is read by an attribute of a package from elsewhere',
      '[RequireFeature(FeatureFlagKeys.Search)]\nvoid M() {}',
      [`Page.cs:5 RequireFeature ${viaSearch}`],
    ],
    [
      'is read by a method whose object says that it has to do with flags',
      'bool M() => featureStates.TryGetValue(FeatureFlagKeys.Search, out var on);',
      [`Page.cs:5 TryGetValue ${viaSearch}`],
    ],
    [
      'is read in the method’s callers, where it returns it',
      'bool On() => user.IsAdmin && features.IsEnabled(FeatureFlagKeys.Search);\nvoid M() { if (On()) {} }',
      [
        `Page.cs:5 IsEnabled ${viaSearch}`,
        'Page.cs:6 On new-search via wrapper On, FeatureFlagKeys.Search@Keys.cs',
      ],
    ],
    [
      'is read in the callers of an overload that hands its value on',
      'string T(IFeatureService f) => T(f.IsEnabled(FeatureFlagKeys.Search));\nstring T(bool on) => on ? "a" : "b";\nvoid M(bool on) { Show(T(features)); Show(T(on)); Show(T(true)); }',
      [
        `Page.cs:5 IsEnabled ${viaSearch}`,
        'Page.cs:7 T new-search via wrapper T, FeatureFlagKeys.Search@Keys.cs',
      ],
    ],
    [
      'is not read where it is logged',
      'void M() => log.LogInformation("{Key}", FeatureFlagKeys.Search);',
      [],
    ],
    [
      'is not read where it is set',
      'void M() => features.SetFeature(FeatureFlagKeys.Search, true);',
      [],
    ],
    ['is not read where it is tracked', 'void M() => TrackFeature(FeatureFlagKeys.Search);', []],
    [
      'is not read by a function that has nothing to do with flags',
      'void M() => cache.Get(FeatureFlagKeys.Search);',
      [],
    ],
    ['is none in a class of other keys', 'bool M() => features.IsEnabled(ErrorKeys.Search);', []],
    ['is none in a text', 'bool M() => features.IsEnabled("FeatureFlagKeys.Search");', []],
  ])('%s', async (_, members, expected) => {
    expect(await inClass(members)).toEqual(expected);
  });

  const service = {
    'Service.cs':
      'namespace Acme.Core;\npublic interface IOwnFeatures { bool IsOn(string key, bool usual = false); }',
    'RequireFlag.cs': [
      'using Acme.Core;',
      'namespace Acme.Core;',
      'public class RequireFlagAttribute : ActionFilterAttribute {',
      '  private readonly string _key;',
      '  public RequireFlagAttribute(string key) { _key = key; }',
      '  public override void OnActionExecuting(Context context) {',
      '    if (!context.Get<IOwnFeatures>().IsOn(_key)) throw new Gone();',
      '  }',
      '}',
    ].join('\n'),
    'Uses.cs':
      'using Acme.Core;\nnamespace Acme.Web;\nclass Uses(IOwnFeatures features) { bool M() => features.IsOn(FeatureFlagKeys.Cart); }',
  };

  test('makes a reader of the project’s own method that is given it: with other keys, too', async () => {
    const lines = await inClass('bool M(IOwnFeatures own) => own.IsOn("typed-in");', service);
    expect(lines.filter((line) => line.startsWith('Page.cs'))).toEqual([
      'Page.cs:5 IsOn typed-in via wrapper IsOn@Service.cs',
    ]);
  });

  test('reaches attributes that hand what they are given to such a method', async () => {
    const lines = await inClass(
      '[RequireFlag(FeatureFlagKeys.Search)]\nvoid M() { new RequireFlagAttribute("made").OnActionExecuting(null); }',
      {
        ...service,
        'RequireFlag.cs': service['RequireFlag.cs'].replace(
          'context.Get<IOwnFeatures>()',
          '((IOwnFeatures)context.Own)',
        ),
      },
    );
    expect(lines.filter((line) => line.startsWith('Page.cs'))).toEqual([
      'Page.cs:5 RequireFlagAttribute new-search via wrapper RequireFlagAttribute@RequireFlag.cs, wrapper IsOn@Service.cs, FeatureFlagKeys.Search@Keys.cs',
      'Page.cs:6 RequireFlagAttribute made via wrapper RequireFlagAttribute@RequireFlag.cs, wrapper IsOn@Service.cs',
    ]);
  });
});

test('objects of a class of flags are keys for what asks for them, and for nothing else', async () => {
  const flags = [
    'package shop',
    'open class Temporary<T>(val key: String, val default: T)',
    'object NewSearch : Temporary<Boolean>(key = "new-search", default = false)',
    'object Red : Colour(key = "red")',
    'class SyncFlagReader(private val input: Input) {',
    '  fun <T> read(flag: Temporary<T>): T = input.flags.getOrDefault(flag.key, flag.default) as T',
    '}',
  ].join('\n');
  const uses = [
    'package shop',
    'class Page(private val flagReader: SyncFlagReader) {',
    '  fun a() = flagReader.read(NewSearch)',
    '  fun b() = log.info(NewSearch)',
    '  fun c() = flagReader.set(NewSearch)',
    '  fun d() = featurePalette.get(Red)',
    '}',
  ].join('\n');
  const lines = await readsOf({ 'Flags.kt': flags, 'Page.kt': uses });
  expect(lines.map((line) => line.replace(/,.*/, ''))).toEqual([
    'Page.kt:3 read new-search via wrapper read@Flags.kt',
  ]);
});

test.each([
  [
    'Kotlin',
    'Flags.kt',
    'package shop\nobject FeatureFlags { const val SEARCH = "new-search"\n const val CART = "cart" }',
    'Page.kt',
    'package shop\nclass Page(private val features: Features) {\n  fun on() = features.isEnabled(FeatureFlags.SEARCH)\n  fun log() = logger.info(FeatureFlags.SEARCH)\n}',
  ],
  [
    'Java',
    'FeatureFlags.java',
    'package shop;\npublic final class FeatureFlags { public static final String SEARCH = "new-search"; public static final String CART = "cart"; }',
    'Page.java',
    'package shop;\nclass Page { private Features features;\n  boolean on() { return features.isEnabled(FeatureFlags.SEARCH); }\n  void log() { logger.info(FeatureFlags.SEARCH); }\n}',
  ],
])('the same in %s', async (_, keysFile, declared, file, text) => {
  expect(await readsOf({ [keysFile]: declared, [file]: text })).toEqual([
    `${file}:3 isEnabled new-search via FeatureFlags.SEARCH@${keysFile}`,
  ]);
});

describe('a client of the project’s own in Go', () => {
  const client = (imported: string, method: string, http = 'net/http') =>
    `package featureflags\n\nimport (\n  "${imported}"\n  "${http}"\n)\n\nvar Manager manager\n\ntype manager struct{ user lduser.User }\n\n${method} { return m.fetch("/eval", key) }\n`;
  const common = 'gopkg.in/launchdarkly/go-sdk-common.v2/lduser';
  const named = 'func (m *manager) JsonVariation(key string, user any, usual any) any';
  const use = (call: string) => ({
    'go.mod': 'module acme.io/shop\n',
    'cmd/page.go': `package cmd\n\nimport "acme.io/shop/featureflags"\n\n${call}\n`,
  });
  const reads = 'func page() any { return featureflags.Manager.JsonVariation("k", nil, 1) }';

  // Expected values: a person's reading.
  test('reads flags of the vendor whose packages it imports', async () => {
    const files = { 'featureflags/client.go': client(common, named), ...use(reads) };
    expect(await readsOf(files)).toEqual([
      'cmd/page.go:5 JsonVariation k via wrapper JsonVariation@featureflags/client.go',
    ]);
  });

  test('is read in the callers of a function that gives what it says as another type', async () => {
    const typed =
      'func Limits() map[string]any {\n  found := featureflags.Manager.JsonVariation("k", nil, 1)\n  limits, ok := found.(map[string]any)\n  if !ok {\n    return nil\n  }\n  return limits\n}\n\nfunc page() any { return Limits() }';
    const files = { 'featureflags/client.go': client(common, named), ...use(typed) };
    const lines = await readsOf(files);
    expect(lines.map((line) => line.replace(/ via .*/, ''))).toEqual([
      'cmd/page.go:6 JsonVariation k',
      'cmd/page.go:14 Limits k',
    ]);
  });

  test.each([
    ['without a package of the vendor', client('acme.io/shop/lduser', named)],
    [
      'with another package of the same company',
      client('github.com/launchdarkly/eventsource', named),
    ],
    ['with the SDK itself', client('gopkg.in/launchdarkly/go-server-sdk.v5', named)],
    ['that asks nobody', client(common, named, 'time')],
    ['with a key it hands to nobody', client(common, named.replace('key string', 'flag string'))],
    ['of a type declared elsewhere', client(common, named.replace('*manager', '*music'))],
    ['with a name no SDK has', client(common, named.replace('JsonVariation', 'JsonOf'))],
    ['without a key', client(common, named.replace('key string', 'key int'))],
    ['with a text that is no key', client(common, named.replace('key string', 'path string'))],
  ])('is none %s', async (_, text) => {
    const call = text.includes('JsonOf') ? reads.replace('JsonVariation', 'JsonOf') : reads;
    expect(await readsOf({ 'featureflags/client.go': text, ...use(call) })).toEqual([]);
  });
});
