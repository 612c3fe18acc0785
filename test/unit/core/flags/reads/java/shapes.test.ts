import { expect, test } from 'vitest';
import { readsOf } from '../../../../../support/readsOf';

const head = 'package com.acme;\nimport dev.openfeature.sdk.*;\n';

// Expected values: a person's reading of the code beside them, by the rules of Java.
test.each([
  [
    'a constant',
    'class P { static final String K = "a"; Client c; boolean m() { return c.getBooleanValue(K, false); } }',
    'a via K',
  ],
  [
    'a sum of constants',
    'class P { static final String K = "a"; Client c; boolean m() { return c.getBooleanValue(K + "-b", false); } }',
    'a-b via K',
  ],
  [
    'an interface of constants',
    'interface K { String A = "a"; }\nclass P { Client c; boolean m() { return c.getBooleanValue(K.A, false); } }',
    'a via K.A',
  ],
  [
    'a nested class',
    'class P { static class K { static final String A = "a"; } Client c; boolean m() { return c.getBooleanValue(K.A, false); } }',
    'a via P.K.A',
  ],
  [
    'an enum with a getter',
    'enum F { X("a"); private final String key; F(String key) { this.key = key; } String getKey() { return key; } }\nclass P { Client c; boolean m() { return c.getBooleanValue(F.X.getKey(), false); } }',
    'a via F.X.getKey',
  ],
  [
    'an enum with a body',
    'enum F { X { String key() { return "a"; } }; abstract String key(); }\nclass P { Client c; boolean m() { return c.getBooleanValue(F.X.key(), false); } }',
    'a via F.X.key',
  ],
  [
    "an enum's name",
    'enum F { X }\nclass P { Client c; boolean m() { return c.getBooleanValue(F.X.name(), false); } }',
    'X via F.X.name',
  ],
  [
    'an enum of Lombok',
    '@Getter @RequiredArgsConstructor enum F { X("a"); private final String key; }\nclass P { Client c; boolean m() { return c.getBooleanValue(F.X.getKey(), false); } }',
    'a via F.X.getKey',
  ],
  [
    'a record',
    'record F(String key) { static final F X = new F("a"); }\nclass P { Client c; boolean m() { return c.getBooleanValue(F.X.key(), false); } }',
    'a via F.X, F.key',
  ],
])('a key in %s', async (_, text, expected) => {
  const lines = await readsOf({ 'a.java': head + text });
  expect(lines.map((line) => line.replace(' = false', '').split(' getBooleanValue ')[1])).toEqual([
    expected,
  ]);
});

test.each([
  [
    'a field',
    'class P { @Autowired private Client c; boolean m() { return c.getBooleanValue("k", true); } }',
  ],
  [
    'a constructor',
    'class P { private final Client c; P(Client c) { this.c = c; } boolean m() { return this.c.getBooleanValue("k", true); } }',
  ],
  [
    'Lombok',
    '@RequiredArgsConstructor class P { private final Client c; boolean m() { return c.getBooleanValue("k", true); } }',
  ],
  [
    'var',
    'class P { boolean m() { var c = OpenFeatureAPI.getInstance().getClient(); return c.getBooleanValue("k", true); } }',
  ],
  [
    'a lambda',
    'class P { Client c; Supplier<Boolean> m() { return () -> c.getBooleanValue("k", true); } }',
  ],
  [
    'a provider',
    'class P { Provider<Client> c; boolean m() { return c.get().getBooleanValue("k", true); } }',
  ],
  [
    'a nested class',
    'class P { Client c; class Q { boolean m() { return P.this.c.getBooleanValue("k", true); } } }',
  ],
  [
    'an anonymous class',
    'class P { Client c; Object m() { return new Job() { boolean run() { return c.getBooleanValue("k", true); } }; } }',
  ],
  [
    'a base class of this file',
    'class B { protected Client c; }\nclass P extends B { boolean m() { return c.getBooleanValue("k", true); } }',
  ],
  [
    'a test double',
    'class P { Client c = mock(Client.class); void m() { when(c.getBooleanValue("k", true)).thenReturn(true); } }',
  ],
  [
    'verified calls',
    'class P { Client c; void m() { verify(c, times(1)).getBooleanValue("k", true); } }',
  ],
  [
    'a pattern',
    'class P { void m(Object o) { if (o instanceof Client c && c.getBooleanValue("k", true)) {} } }',
  ],
])('a client by %s', async (_, text) => {
  const lines = await readsOf({ 'a.java': head + text });
  expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual(['getBooleanValue k = true']);
});

const keys = {
  'flags/Keys.java':
    'package com.acme.flags;\npublic final class Keys { public static final String NEW = "new"; }\n',
};

test.each([
  ['by name', 'import com.acme.flags.Keys;', 'Keys.NEW'],
  ['with a star', 'import com.acme.flags.*;', 'Keys.NEW'],
  ['as a static member', 'import static com.acme.flags.Keys.NEW;', 'NEW'],
  ['with a static star', 'import static com.acme.flags.Keys.*;', 'NEW'],
  ['not at all', '', 'com.acme.flags.Keys.NEW'],
])('a constant of another package, imported %s', async (_, line, key) => {
  const lines = await readsOf({
    ...keys,
    'A.java':
      `package com.acme.shop;\n${line}\nimport dev.openfeature.sdk.Client;\n` +
      `class A { boolean m(Client c) { return c.getBooleanValue(${key}, false); } }\n`,
  });
  expect(lines).toEqual(['A.java:4 getBooleanValue new = false via Keys.NEW@flags/Keys.java']);
});

test('a wrapper behind an interface makes its callers reads', async () => {
  const lines = await readsOf({
    ...keys,
    'flags/Flags.java':
      'package com.acme.flags;\npublic interface Flags { boolean isOn(String key); }\n',
    'flags/Vendor.java':
      'package com.acme.flags;\nimport dev.openfeature.sdk.Client;\nclass Vendor implements Flags {\n' +
      '  private final Client client;\n  Vendor(Client client) { this.client = client; }\n' +
      '  @Override public boolean isOn(String key) { return client.getBooleanValue(key, false); }\n}\n',
    'A.java':
      'package com.acme.shop;\nimport com.acme.flags.*;\n' +
      'class A { private final Flags flags; A(Flags flags) { this.flags = flags; }\n' +
      '  boolean m() { return flags.isOn(Keys.NEW); } }\n',
  });
  expect(lines).toEqual([
    'A.java:4 isOn new = false via wrapper isOn@flags/Flags.java, Keys.NEW@flags/Keys.java',
  ]);
});

test('a service whose method reads one flag makes its callers reads', async () => {
  const lines = await readsOf({
    'Toggles.java': `${head}class Toggles { Client c; boolean isNew() { boolean on = c.getBooleanValue("new", false); return on; } }\n`,
    'A.java': 'package com.acme;\nclass A { boolean m(Toggles t) { return t.isNew(); } }\n',
  });
  expect(lines).toEqual([
    'A.java:2 isNew new = false via wrapper isNew@Toggles.java',
    'Toggles.java:3 getBooleanValue new = false',
  ]);
});

test('comments, texts and code that is commented out read nothing', async () => {
  expect(
    await readsOf({
      'a.java':
        `${head}/** {@code client.getBooleanValue("a", true)} */\nclass P { Client c;\n` +
        '  // c.getBooleanValue("b", true);\n  /* c.getBooleanValue("c", true); */\n' +
        '  String s = "c.getBooleanValue(\\"d\\", true)"; }\n',
    }),
  ).toEqual([]);
});
