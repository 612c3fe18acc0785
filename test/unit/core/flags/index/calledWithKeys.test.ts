import { describe, expect, test } from 'vitest';
import { readsOf } from '../../../../support/readsOf';

/** Expected values: a person's reading. */
const python = `from waffle import flag_is_active
def view(request):
    flag_is_active(request, "new_search")
    flag_is_active(request, "old_basket")
    flag_is_active(request, "quick_pay")
`;

/** What is found in files of TypeScript beside a server in Python that reads three keys. */
async function found(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const lines = await readsOf({ 'server.py': python, ...files });
  return lines.filter((line) => !line.startsWith('server.py'));
}

const imports = (name: string) => `import { ${name} } from './data';\n`;
const calls = (name: string, keys: readonly string[]) =>
  imports(name) + keys.map((key) => `${name}(data, '${key}');`).join('\n');

const three = ['new_search', 'old_basket', 'quick_pay'];

describe('a look-up that is given keys which another language reads', () => {
  test.each([
    ['by both names', 'isFlagActive', 'flagName'],
    ['by the function’s name', 'hasFeature', 'name'],
    ['by the parameter’s name', 'isOn', 'flag'],
  ])('is one of flags %s', async (_, name, parameter) => {
    const lines = await found({
      'data.ts': `export function ${name}(data: Data, ${parameter}: string): boolean { return data.has(${parameter}); }`,
      'app.ts': calls(name, [...three, 'my_own']),
    });
    expect(lines).toEqual(
      [...three, 'my_own'].map(
        (key, index) => `app.ts:${index + 2} ${name} ${key} via wrapper ${name}@data.ts`,
      ),
    );
  });

  test('is one of flags where one in three keys is known and both names say so', async () => {
    const keys = [...three, 'own_a', 'own_b', 'own_c', 'own_d', 'own_e', 'own_f'];
    const data =
      'export function isFlagActive(data: Data, flagName: string): boolean { return data.has(flagName); }';
    expect(await found({ 'data.ts': data, 'app.ts': calls('isFlagActive', keys) })).toHaveLength(9);
    const more = [...keys, 'own_g'];
    expect(await found({ 'data.ts': data, 'app.ts': calls('isFlagActive', more) })).toEqual([]);
  });

  test.each([
    ['is about something else', 'getLabel', 'word', three],
    ['does something else', 'setFlag', 'flagName', three],
    ['begins with another word', 'issueFlag', 'flagName', three],
    ['is given two keys', 'isFlagActive', 'flagName', three.slice(0, 2)],
    [
      'is given other texts mostly, and one name only says so',
      'getFlag',
      'country',
      [...three, 'no', 'se', 'fi'],
    ],
  ])('is none where it %s', async (_, name, parameter, keys) => {
    const data = `export function ${name}(data: Data, ${parameter}: string): boolean { return data.has(${parameter}); }`;
    expect(await found({ 'data.ts': data, 'app.ts': calls(name, keys) })).toEqual([]);
  });

  test('is none where tests alone give it keys', async () => {
    const lines = await found({
      'data.ts':
        'export function isFlagActive(data: Data, flagName: string): boolean { return data.has(flagName); }',
      'app.test.ts': calls('isFlagActive', three),
    });
    expect(lines).toEqual([]);
  });

  test('is none where keys are words of anything', async () => {
    const lines = await readsOf({
      'server.py': python
        .replace('new_search', 'search')
        .replace('old_basket', 'basket')
        .replace('quick_pay', 'pay'),
      'data.ts': 'export function getFeature(data: Data, name: string) { return data.get(name); }',
      'app.ts': calls('getFeature', ['search', 'basket', 'pay']),
    });
    expect(lines.filter((line) => line.startsWith('app'))).toEqual([]);
  });
});

describe('a look-up that is given one key of a definition', () => {
  const manifest = JSON.stringify({
    flags: {
      newSearch: { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'on' },
    },
  });
  const script = (name: string, parameter: string, keys: readonly string[]) =>
    `function ${name}(${parameter}) { return http.post('/evaluate/' + ${parameter}); }\n${keys
      .map((key) => `${name}('${key}');`)
      .join('\n')}`;
  const reads = (text: string) => readsOf({ 'demo.flagd.json': manifest, 'script.js': text });

  test('is one of flags where both names say so', async () => {
    expect(await reads(script('getFlagValue', 'flagName', ['newSearch', 'oldSearch']))).toEqual([
      'script.js:2 getFlagValue newSearch via wrapper getFlagValue',
      'script.js:3 getFlagValue oldSearch via wrapper getFlagValue',
    ]);
  });

  test.each([
    ['one name says so', 'getFlagValue', 'word', ['newSearch']],
    ['the other name says so', 'getValue', 'flagName', ['newSearch']],
    ['it does something else', 'logFlag', 'flagName', ['newSearch']],
    ['most of its texts are none', 'getFlagIcon', 'flagName', ['newSearch', 'no', 'se']],
  ])('is none where %s', async (_, name, parameter, keys) => {
    expect(await reads(script(name, parameter, keys))).toEqual([]);
  });
});
