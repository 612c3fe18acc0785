import { expect, test } from 'vitest';
import { readsOf } from '../../../../../support/readsOf';

const head = 'package com.acme\nimport dev.openfeature.sdk.*\n';

// Expected values: a person's reading of the code beside them, by the rules of Kotlin.
test.each([
  ['a constant', 'const val K = "a"\nfun m(c: Client) = c.getBooleanValue(K, false)', 'a via K'],
  [
    'a template',
    'const val K = "a"\nfun m(c: Client) = c.getBooleanValue("${K}-b$K", false)',
    'a-ba via K, K',
  ],
  ['a raw string', 'fun m(c: Client) = c.getBooleanValue("""a"b""", false)', 'a"b'],
  [
    'a companion',
    'class P { companion object { const val K = "a" }\n fun m(c: Client) = c.getBooleanValue(K, false) }',
    'a via K',
  ],
  [
    "another class's companion",
    'class P { companion object { const val K = "a" } }\nfun m(c: Client) = c.getBooleanValue(P.K, false)',
    'a via P.K',
  ],
  [
    'an object',
    'object P { const val K = "a" }\nfun m(c: Client) = c.getBooleanValue(P.K, false)',
    'a via P.K',
  ],
  [
    'an enum with a key',
    'enum class F(val key: String) { X("a"), Y("b") }\nfun m(c: Client) = c.getBooleanValue(F.X.key, false)',
    'a via F.X.key',
  ],
  [
    "an enum's name",
    'enum class F { X, Y }\nfun m(c: Client) = c.getBooleanValue(F.X.name, false)',
    'X via F.X.name',
  ],
  [
    'an object of a class that is given the key',
    'open class F(val key: String)\nobject X : F(key = "a")\nfun m(c: Client) = c.getBooleanValue(X.key, false)',
    'a via X.key',
  ],
  [
    'an object of a class below another',
    'open class F(val key: String)\nopen class G(k: String) : F(k)\nobject X : G("a")\nfun m(c: Client) = c.getBooleanValue(X.key, false)',
    'a via X.key',
  ],
  [
    'a sealed class with a key property',
    'sealed class F { abstract val key: String\n data object X : F() { override val key = "a" } }\nfun m(c: Client) = c.getBooleanValue(F.X.key, false)',
    'a via F.X.key',
  ],
  [
    'an instance with a default',
    'data class F(val key: String, val on: Boolean = false)\nval X = F("a")\nfun m(c: Client) = c.getBooleanValue(X.key, X.on)',
    'a via X, X.key',
  ],
])('a key in %s', async (_, text, expected) => {
  const lines = await readsOf({ 'a.kt': head + text });
  const found = lines.map((line) => line.replace(' = false', '').split(' getBooleanValue ')[1]);
  expect(found.map((line) => line?.replaceAll('F.key', 'X.key'))).toEqual([expected]);
});

test.each([
  [
    'a property of the primary constructor',
    'class P(private val c: Client) { fun m() = c.getBooleanValue("k", true) }',
  ],
  [
    'a constructor on a line of its own',
    'class P\n@Inject\nconstructor(private val c: Client) { fun m() = c.getBooleanValue("k", true) }',
  ],
  ['lateinit', 'class P { lateinit var c: Client\n fun m() = c.getBooleanValue("k", true) }'],
  [
    'lazy',
    'val c by lazy { OpenFeatureAPI.getInstance().client }\nfun m() = c.getBooleanValue("k", true)',
  ],
  ['a safe call', 'fun m(c: Client?) = c?.getBooleanValue("k", true) ?: false'],
  ['let', 'fun m(c: Client?) = c?.let { it.getBooleanValue("k", true) }'],
  ['with', 'fun m(c: Client) = with(c) { getBooleanValue("k", true) }'],
  ['apply', 'fun m(c: Client) { c.apply { getBooleanValue("k", true) } }'],
  ['an extension function', 'fun Client.m() = getBooleanValue("k", true)'],
  ['a cast', 'fun m(c: Any) = (c as Client).getBooleanValue("k", true)'],
  [
    'a test double',
    'fun m() { val c = mockk<Client>()\n every { c.getBooleanValue("k", true) } returns true }',
  ],
  [
    'a branch',
    'fun m(c: Client, a: Int) = when (a) { 1 -> false\n else -> c.getBooleanValue("k", true) }',
  ],
  [
    'a delegate',
    'class P(c: Other) : Other by c { val f: Client = make()\n  fun m() = f.getBooleanValue("k", true) }',
  ],
])('a client by %s', async (_, text) => {
  const lines = await readsOf({ 'a.kt': head + text });
  expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual(['getBooleanValue k = true']);
});

const flags =
  'package com.acme.flags\nsealed class Flag<T>(val key: String, val default: T)\n' +
  'open class Temporary<T>(key: String, default: T) : Flag<T>(key = key, default = default)\n' +
  'object New : Temporary<Boolean>(key = "new", default = false)\n';
const reader =
  'package com.acme.flags\nimport com.launchdarkly.sdk.server.LDClient\n' +
  'interface FlagClient { fun isOn(flag: Flag<Boolean>, context: Context): Boolean }\n' +
  'class VendorClient(private val client: LDClient) : FlagClient {\n' +
  '  override fun isOn(flag: Flag<Boolean>, context: Context): Boolean =\n' +
  '    client.boolVariation(flag.key, context, flag.default)\n}\n' +
  'class FileClient : FlagClient {\n' +
  '  override fun isOn(flag: Flag<Boolean>, context: Context) = values[flag.key] ?: flag.default\n}\n';

test.each([
  ['by the interface', 'class P(val f: FlagClient) { fun m() = f.isOn(New, Context()) }'],
  [
    'by a class that asks no vendor',
    'class P(val f: FileClient) { fun m() = f.isOn(New, Context()) }',
  ],
  ['with names for arguments', 'fun m(f: FlagClient) = f.isOn(context = Context(), flag = New)'],
  [
    'in a package with a star',
    'fun m(f: FlagClient) = f.isOn(New, Context())',
    'import com.acme.flags.*',
  ],
])('objects handed to a wrapper are reads: %s', async (_, text, imports = '') => {
  const named =
    'import com.acme.flags.FlagClient\nimport com.acme.flags.FileClient\nimport com.acme.flags.New';
  const lines = await readsOf({
    'flags/Flags.kt': flags,
    'flags/Reader.kt': reader,
    'P.kt': `package com.acme.shop\n${imports || named}\n${text}\n`,
  });
  expect(lines.map((line) => line.replace(/ via .*/, ''))).toEqual([
    expect.stringMatching(/^P.kt:\d isOn new = false$/),
  ]);
});

test('a function that reads one flag makes its callers reads, and so does a getter', async () => {
  const lines = await readsOf({
    'a.kt':
      head +
      'class Flags(private val c: Client) {\n  fun isNew(): Boolean = c.getBooleanValue("new", false)\n' +
      '  val isOld: Boolean\n    get() { return c.getBooleanValue("old", false) }\n}\n',
    'b.kt': 'package com.acme\nfun m(f: Flags) = f.isNew() && !f.isOld\n',
  });
  expect(lines).toEqual([
    'a.kt:4 getBooleanValue new = false',
    'a.kt:6 getBooleanValue old = false',
    'b.kt:2 isNew new = false via wrapper isNew@a.kt',
    'b.kt:2 isOld old = false via wrapper isOld@a.kt',
  ]);
});

// Expected values: a person's reading: what `f` gives is the flag's value, in another form, or a constant.
test.each([
  ['in another form', 'fun f(): Long = c.getStringValue("k", "").toLong()', true],
  ['parsed', 'fun f(): Plan? { val text = c.getStringValue("k", ""); return parse(text) }', true],
  [
    'or nothing',
    'fun f(x: Id?) = if (x == null) { log(); null } else { c.getStringValue("k", "") }',
    true,
  ],
  [
    'where it is not empty',
    'fun f(): String { val t = c.getStringValue("k", ""); return t.ifEmpty { "x" } }',
    true,
  ],
  [
    'or something else',
    'fun f(): String { val t = c.getStringValue("k", ""); return if (t != "") t else usual() }',
    false,
  ],
  ['given to another function', 'fun f() = page(c.getStringValue("k", ""))', false],
  [
    'given to a conversion beside others',
    'fun f() = parse(c.getStringValue("k", ""), other)',
    false,
  ],
  ['as a condition', 'fun f() = if (c.getBooleanValue("k", false)) page() else other()', false],
])('a function that gives a flag’s value %s', async (_, text, isReader) => {
  const lines = await readsOf({
    'a.kt': `${head}class Flags(private val c: Client) {\n  ${text}\n}\n`,
    'b.kt': 'package com.acme\nfun m(flags: Flags) = flags.f()\n',
  });
  const callers = lines.filter((line) => line.startsWith('b.kt'));
  expect(callers.map((line) => line.replace(/ = .*/, ''))).toEqual(isReader ? ['b.kt:2 f k'] : []);
});

test('Java and Kotlin know each other', async () => {
  const lines = await readsOf({
    'Keys.java': 'package com.acme;\npublic class Keys { public static final String K = "k"; }\n',
    'Flag.kt': 'package com.acme\nobject New : Flag("new")\nopen class Flag(val key: String)\n',
    'A.java':
      'package com.acme;\nimport dev.openfeature.sdk.Client;\nclass A { Client c;\n' +
      '  boolean m() { return c.getBooleanValue(New.INSTANCE.getKey(), true); } }\n',
    'b.kt': `${head}fun m(c: Client) = c.getBooleanValue(Keys.K, false)\n`,
  });
  expect(lines.map((line) => line.replace(/ via .*/, ''))).toEqual([
    'A.java:4 getBooleanValue new = true',
    'b.kt:3 getBooleanValue k = false',
  ]);
});
