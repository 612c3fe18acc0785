import { describe, expect, test } from 'vitest';
import { readsOf } from '../../../../support/readsOf';

// Expected values: a person's reading of the code beside them.
const flags = [
  'package shop',
  'open class Flag<T>(val key: String, val default: T)',
  'open class Stored(column: String) : Flag<Boolean>(key = column, default = false) {',
  '  open fun enabled(user: User): Boolean = table(key)?.toBoolean() ?: default',
  '  fun describe(user: User): String = key',
  '}',
  'open class Temporary<T>(key: String, default: T) : Flag<T>(key = key, default = default)',
  'object OldSearch : Temporary<Boolean>(key = "old-search", default = false)',
  'object NewSearch : Stored(column = "new-search")',
  'class Colour(val key: String) { fun enabled(user: User) = true }',
  'object Red { val key = "red"; fun enabled(user: User) = true }',
].join('\n');

/** Reads of members of a class, the first of them on line 3. */
async function inPage(members: string): Promise<readonly string[]> {
  const text = `package shop\nclass Page(private val client: FlagClient) {\n${members}\n}\n`;
  const lines = await readsOf({ 'Flags.kt': flags, 'Page.kt': text });
  return lines.map((line) => line.replace(/ via .*/, ''));
}

describe('a flag that is an object', () => {
  test.each([
    ['asked itself', 'fun m(u: User) = NewSearch.enabled(u)', 'enabled'],
    ['asked itself on lines of its own', 'fun m(u: User) = NewSearch\n  .enabled(u)', 'enabled'],
    [
      'as the key of flags that are held',
      'fun m(featureFlags: Map<String, Boolean>) = featureFlags[NewSearch.key] ?: false',
      'featureFlags',
    ],
    [
      'as the key of flags in another object',
      'fun m(out: Output) = out.flagValues!![NewSearch.key]',
      'flagValues',
    ],
    ['by its key', 'fun m() = client.isEnabled(NewSearch.key)', 'isEnabled'],
  ])('is read: %s', async (_, member, call) => {
    expect(await inPage(member)).toEqual([`Page.kt:3 ${call} new-search`]);
  });

  test.each([
    ['asked for something else', 'fun m(u: User) = NewSearch.describe(u)'],
    ['an object that is none', 'fun m(u: User) = Red.enabled(u)'],
    ['an object of a class that is none', 'fun m(u: User) = Colour("red").enabled(u)'],
    ['as the key of something else', 'fun m(names: Map<String, String>) = names[NewSearch.key]'],
    ['the key of something else', 'fun m(flags: Map<String, Boolean>) = flags[Red.key]'],
    ['set', 'fun m(flags: MutableMap<String, Boolean>) { flags[NewSearch.key] = true }'],
    ['logged', 'fun m() = log.info(NewSearch.key)'],
  ])('is not read: %s', async (_, member) => {
    expect(await inPage(member)).toEqual([]);
  });
});

describe('in C#, flags that are held', () => {
  const page = (member: string) => ({
    'Keys.cs':
      'namespace Acme;\npublic static class FeatureFlagKeys { public const string Search = "new-search"; public const string Cart = "cart-v2"; }\npublic static class Names { public const string Search = "search"; }',
    'Page.cs': `namespace Acme;\npublic class Page(IDictionary<string, bool> featureFlags) {\n${member}\n}\n`,
  });

  test('are read by the key they are asked for', async () => {
    const lines = await readsOf(page('bool M() => featureFlags[FeatureFlagKeys.Search];'));
    expect(lines).toEqual(['Page.cs:3 featureFlags new-search via FeatureFlagKeys.Search@Keys.cs']);
  });

  test.each([
    ['set', 'void M() { featureFlags[FeatureFlagKeys.Search] = true; }'],
    ['asked for what is no key', 'bool M() => featureFlags[Names.Search];'],
  ])('are not read where they are %s', async (_, member) => {
    expect(await readsOf(page(member))).toEqual([]);
  });
});

describe('a function of Kotlin reads a flag for its callers', () => {
  const head = `package shop\nimport dev.openfeature.sdk.*\ndata class Known(val on: Boolean)\ndata class Pair(val on: Boolean, val off: Boolean)\n`;
  const read = 'client.getBooleanValue("a", false)';

  // The read is on line 5, the call on line 6.
  test.each([
    ['that it gives in an object of one value', `fun on(client: Client) = Known(${read})`, true],
    ['that it gives with another value', `fun on(client: Client) = Pair(${read}, old)`, false],
    ['that it gives to a class of elsewhere', `fun on(client: Client) = Service(${read})`, false],
    [
      'that it tries for',
      `fun on(client: Client) = try { ${read} } catch (e: Exception) { false }`,
      true,
    ],
    [
      'where it gives something else if that fails',
      `fun on(client: Client) = try { ${read} } catch (e: Exception) { old.value }`,
      false,
    ],
  ])('%s', async (_, declared, isReader) => {
    const lines = await readsOf({ 'P.kt': `${head}${declared}\nfun m(c: Client) = on(c)\n` });
    const calls = isReader ? ['P.kt:6 on a = false via wrapper on'] : [];
    expect(lines).toEqual(['P.kt:5 getBooleanValue a = false', ...calls]);
  });
});
