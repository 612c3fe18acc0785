import { expect, test } from 'vitest';
import { readsOf } from '../../../../../support/readsOf';

const unleash = 'package a\nimport "github.com/Unleash/unleash-client-go/v4"\n';
const module = { 'go.mod': 'module example.com/shop\n\ngo 1.22\n' };

/** Files, and the reads that a person finds in them. */
test.each<[string, Record<string, string>, readonly string[]]>([
  [
    'a client in a struct that another file makes',
    {
      'a.go': `${unleash}type S struct {\n  name string\n  client *unleash.Client\n}\n`,
      'b.go': 'package a\nfunc (s *S) f() { g(s.client.IsEnabled("k")) }\n',
    },
    ['b.go:2 IsEnabled k via client S@a.go'],
  ],
  [
    'an embedded client',
    {
      'a.go': `${unleash}type S struct { *unleash.Client }\nfunc f(s S) { g(s.IsEnabled("k")) }\n`,
    },
    ['a.go:4 IsEnabled k'],
  ],
  [
    'constants of another package',
    {
      ...module,
      'flags/flags.go':
        'package flags\ntype Key string\nconst (\n  New Key = "new"\n  Old = "old"\n)\n',
      'a/a.go': `${unleash}import "example.com/shop/flags"\nfunc f() { g(unleash.IsEnabled(string(flags.New)), unleash.IsEnabled(flags.Old)) }\n`,
    },
    [
      'a/a.go:4 IsEnabled new via New@flags/flags.go',
      'a/a.go:4 IsEnabled old via Old@flags/flags.go',
    ],
  ],
  [
    'constants of another file',
    {
      'keys.go': 'package a\nvar Keys = struct{ New string }{New: "new"}\n',
      'a.go': `${unleash}func f() { g(unleash.IsEnabled(Keys.New)) }\n`,
    },
    ['a.go:3 IsEnabled new via Keys.New@keys.go'],
  ],
  [
    'a map by a constant',
    {
      'a.go': `${unleash}type F int\nconst (\n  A F = iota\n  B\n)\nvar keys = map[F]string{A: "a", B: "b"}\nfunc f() { g(unleash.IsEnabled(keys[B])) }\n`,
    },
    ['a.go:9 IsEnabled b via keys.1'],
  ],
  [
    'each of a list',
    {
      'a.go': `${unleash}func f() { for _, k := range []string{"a", "b"} { g(unleash.IsEnabled(k)) } }\n`,
    },
    ['a.go:3 IsEnabled a', 'a.go:3 IsEnabled b'],
  ],
  [
    'a field of a struct literal',
    {
      'a.go': `${unleash}type Flag struct { Name string; Default bool }\nvar New = Flag{"new", true}\nvar Old = &Flag{Name: "old"}\nfunc f() { g(unleash.IsEnabled(New.Name), unleash.IsEnabled(Old.Name)) }\n`,
    },
    ['a.go:6 IsEnabled new via New.Name', 'a.go:6 IsEnabled old via Old.Name'],
  ],
  [
    'a dot import',
    {
      'a.go':
        'package a\nimport . "github.com/Unleash/unleash-client-go/v4"\nfunc f() { g(IsEnabled("k")) }\n',
    },
    ['a.go:3 IsEnabled k'],
  ],
  [
    'a method as a value',
    { 'a.go': `${unleash}func f(c *unleash.Client) { on := c.IsEnabled; g(on("k")) }\n` },
    ['a.go:3 IsEnabled k'],
  ],
  [
    'a function that hands on its parameter',
    {
      ...module,
      'flags/flags.go': `${unleash.replace('package a', 'package flags')}func On(name string, user any) bool { return unleash.IsEnabled(name, unleash.WithContext(user)) }\n`,
      'a/a.go': 'package a\nimport f "example.com/shop/flags"\nfunc x() { g(f.On("k", nil)) }\n',
    },
    ['a/a.go:3 On k via wrapper On@flags/flags.go'],
  ],
  [
    'a method of a service behind its interface',
    {
      'flags.go': `${unleash}type Flags interface { IsOn(name string) bool }\ntype service struct { client *unleash.Client }\nfunc New(c *unleash.Client) Flags { return &service{client: c} }\nfunc (s *service) IsOn(name string) bool { return s.client.IsEnabled(name) }\n`,
      'use.go':
        'package a\ntype Page struct { flags Flags }\nfunc (p Page) show() { g(p.flags.IsOn("k")) }\n',
    },
    ['use.go:3 IsOn k via wrapper IsOn@flags.go'],
  ],
  [
    'a method for one flag',
    {
      'flags.go': `${unleash}type S struct { c *unleash.Client }\nfunc (s *S) IsNew() (bool, error) {\n  on := s.c.IsEnabled("new")\n  return on, nil\n}\n`,
      'use.go': 'package a\nfunc use(s *S) { on, err := s.IsNew(); g(on, err) }\n',
    },
    ['flags.go:5 IsEnabled new', 'use.go:2 IsNew new via wrapper IsNew@flags.go'],
  ],
  [
    'a generated accessor',
    {
      ...module,
      'flags/gen.go':
        'package flags\nimport (\n  "context"\n  "github.com/open-feature/go-sdk/openfeature"\n)\nvar client = openfeature.NewDefaultClient()\n' +
        'var New = struct {\n  Value func(context.Context) bool\n}{\n  Value: func(ctx context.Context) bool {\n    return client.Boolean(ctx, "new", false, nil)\n  },\n}\n',
      'a/a.go':
        'package a\nimport "example.com/shop/flags"\nfunc x() { g(flags.New.Value(nil)) }\n',
    },
    [
      'a/a.go:3 Value new = false via wrapper Value@flags/gen.go',
      'flags/gen.go:11 Boolean new = false',
    ],
  ],
  [
    'a gate of another package',
    {
      ...module,
      'meta/gates.go':
        'package meta\nimport "go.opentelemetry.io/collector/featuregate"\nvar NewGate = featuregate.GlobalRegistry().MustRegister("new.gate", featuregate.StageAlpha)\n',
      'a/a.go':
        'package a\nimport "example.com/shop/meta"\nfunc x() { g(meta.NewGate.IsEnabled()) }\n',
    },
    ['a/a.go:3 IsEnabled new.gate via NewGate@meta/gates.go'],
  ],
])('%s', async (_, files, expected) => {
  expect(await readsOf(files)).toEqual(expected);
});

/** Calls that look like reads and are none. */
test.each<[string, Record<string, string>]>([
  [
    'a method of the file itself',
    {
      'a.go': `${unleash}type R struct{}\nfunc (r R) IsEnabled(x string) bool { return true }\nfunc f(r R) { r.IsEnabled("k") }\n`,
    },
  ],
  [
    'a parameter that hides the package',
    { 'a.go': `${unleash}func f(unleash R) { unleash.IsEnabled("k") }\n` },
  ],
  ['text', { 'a.go': `${unleash}var x = \`unleash.IsEnabled("k")\`\n` }],
  ['a comment', { 'a.go': `${unleash}/* unleash.IsEnabled("k") */\n` }],
  [
    'another package that ends alike',
    {
      'a.go': 'package a\nimport "github.com/other/unleash"\nfunc f() { unleash.IsEnabled("k") }\n',
    },
  ],
])('%s is no read', async (_, files) => {
  expect(await readsOf(files)).toEqual([]);
});
