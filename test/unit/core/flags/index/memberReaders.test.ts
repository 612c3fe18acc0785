import { describe, expect, test } from 'vitest';
import { readsOf } from '../../../../support/readsOf';

/** Expected values: a person's reading. */
const manifest = JSON.stringify({
  flags: Object.fromEntries(
    ['search', 'basket', 'pay'].map((key) => [key, { flagType: 'boolean', defaultValue: false }]),
  ),
});
/** A file that names an SDK, so that the index begins somewhere. */
const main = (text: string) => `import { OpenFeature } from '@openfeature/react-sdk';\n${text}`;

async function found(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return readsOf({ 'flags.json': manifest, ...files });
}

const flags = 'search: boolean; basket?: boolean; pay: boolean; other: string';
const config = main(`export interface Config { url: string; flags: { ${flags} } }`);
const hook = `import type { Config } from './config';
export const useConfig = (): { config: Config } => {
  const config: Config = { ...defaults, flags: { ...defaults.flags } };
  return { config };
};`;
const asked = main("import { useConfig } from './hook';\nconst { config } = useConfig();");

describe('an object with the name of one that holds flags, whose members are keys', () => {
  const via = (key: string) => `flags ${key} via flags.${key}@config.ts`;

  test.each([
    ['a member', 'config.flags.search;', via('search')],
    ['a member that is no key known elsewhere', 'config.flags?.other;', via('other')],
    [
      'a member by a constant',
      "const S = 'basket'; config?.flags[S];",
      `flags basket via flags.basket@config.ts, S`,
    ],
    ['a member taken apart', 'const { flags } = config; const { pay } = flags;', via('pay')],
    ['a member taken apart at once', 'const { flags: { pay } } = config;', via('pay')],
    [
      'a member with a fallback',
      'config.flags.basket ?? true;',
      'flags basket = true via flags.basket@config.ts',
    ],
  ])('%s is a read', async (_, text, expected) => {
    const lines = await found({
      'config.ts': config,
      'hook.ts': hook,
      'app.ts': `${asked}\n${text}`,
    });
    expect(lines).toEqual([`app.ts:4 ${expected}`]);
  });

  test('a member is one by what a parameter’s type says', async () => {
    const lines = await found({
      'config.ts': config,
      'app.ts': main(
        "import type { Config } from './config';\nexport const go = (config: Config) => config.flags.pay;",
      ),
    });
    expect(lines).toEqual(['app.ts:3 flags pay via flags.pay@config.ts']);
  });

  test.each([
    ['it is written', config, 'config.flags.search = true;'],
    ['it is another member', config, 'config.url;'],
    ['it has members of every object', config, 'config.flags.toString();'],
    ['two of its names are keys', config.replace('pay', 'hall'), 'config.flags.search;'],
    [
      'fewer than a third of its names are keys',
      config.replace(
        'other',
        'a: boolean; b: boolean; c: boolean; d: boolean; e: boolean; f: boolean; g',
      ),
      'config.flags.search;',
    ],
    ['its name says nothing', config.replace('flags', 'labels'), 'config.labels.search;'],
  ])('none is read where %s', async (_, type, text) => {
    const lines = await found({
      'config.ts': type,
      'hook.ts': hook,
      'app.ts': main(
        `import type { Config } from './config';\nexport function go(config: Config) { ${text} }`,
      ),
    });
    expect(lines).toEqual([]);
  });
});

describe('a type with a member for each of several texts', () => {
  const keys = "export type Key = 'newSearch' | 'basket' | 'pay';";
  const resolver = `import type { Flags } from './flags';
export class Resolver {
  constructor(private readonly own: Flags) {}
  all(): Flags { const flags: Flags = { ...this.own }; return flags; }
}`;
  const app = main(
    "import { Resolver } from './resolver';\nconst all = new Resolver(given).all();",
  );

  test.each([
    ['of its own', 'export type Flags = { [key in Key]: boolean };'],
    ['all of which may be missing', 'export type Flags = Partial<{ [key in Key]: boolean }>;'],
    ['as a record', 'export type Flags = Record<Key, boolean>;'],
  ])('is one of flags where these are keys: %s', async (_, type) => {
    const lines = await readsOf({
      'flags.json': manifest.replace('search', 'newSearch'),
      'flags.ts': main(`${keys}\n${type}`),
      'resolver.ts': main(resolver),
      'app.ts': `${app}\nif (all.newSearch) go();`,
    });
    expect(lines).toEqual(['app.ts:4 Flags newSearch via Flags.newSearch@flags.ts']);
  });

  test.each([
    ['other names', 'export type Flags = Record<string, boolean>;', keys],
    [
      'names of which few are keys',
      'export type Flags = Record<Key, boolean>;',
      keys.replace("'pay'", "'hall'"),
    ],
    [
      'a name that says nothing',
      'export type Labels = Record<Key, boolean>; export type Flags = { newSearch: string };',
      keys,
    ],
  ])('is none with %s', async (_, type, texts) => {
    const lines = await readsOf({
      'flags.json': manifest.replace('search', 'newSearch'),
      'flags.ts': main(`${texts}\n${type}`),
      'resolver.ts': main(resolver),
      'app.ts': `${app}\nif (all.newSearch) go();`,
    });
    expect(lines).toEqual([]);
  });
});

describe('a property that is handed to a read', () => {
  const route =
    "export type Key = 'search' | 'basket' | 'pay' | 'other';\nexport interface Route { path: string; flag?: Key; label?: Key }";
  const filter = `import { OpenFeature } from '@openfeature/server-sdk';
import type { Route } from './route';
const client = OpenFeature.getClient();
export const isShown = (route: Route) => !route.flag || client.getBooleanValue(route.flag, false);`;
  const routes = (text: string) => `import type { Route } from './route';\n${text}`;

  test.each([
    ['in a list', "export const routes: Route[] = [{ path: '/', flag: 'search' }];"],
    [
      'in a list that is not to be changed',
      "export const routes: readonly Route[] = [{ flag: 'search' }];",
    ],
    ['in another list', "export const routes: Array<Route> = [{ flag: 'search' }];"],
    ['in one object', "export const home: Route = { path: '/', flag: 'search' };"],
    [
      'in an object that fits the type',
      "export const home = { path: '/', flag: 'search' } satisfies Route;",
    ],
    [
      'in what a function gives',
      "export const make = (): Route => ({ path: '/', flag: 'search' });",
    ],
  ])('%s, reads the flag', async (_, text) => {
    const lines = await found({ 'route.ts': route, 'filter.ts': filter, 'app.ts': routes(text) });
    expect(lines.filter((line) => line.startsWith('app'))).toEqual([
      'app.ts:2 flag search via flag@route.ts',
    ]);
  });

  test('reads it by a constant', async () => {
    const lines = await found({
      'route.ts': route,
      'filter.ts': filter,
      'app.ts': routes("const S = 'pay';\nexport const routes: Route[] = [{ flag: S }];"),
    });
    expect(lines.filter((line) => line.startsWith('app'))).toEqual([
      'app.ts:3 flag pay via flag@route.ts, S',
    ]);
  });

  test('reads it in another type that has the same property', async () => {
    const lines = await found({
      'route.ts': `${route}\nexport interface Page { title: string; flag: Key }`,
      'filter.ts': filter,
      'app.ts':
        "import type { Page } from './route';\nexport const page: Page = { title: 'x', flag: 'pay' };",
    });
    expect(lines.filter((line) => line.startsWith('app'))).toEqual([
      'app.ts:2 flag pay via flag@route.ts',
    ]);
  });

  test.each([
    ['another property is given', "export const home: Route = { path: '/', label: 'search' };"],
    ['the object is of no type', "export const home = { path: '/', flag: 'search' };"],
    [
      'the object is of another type',
      "import type { Lamp } from './lamp';\nexport const lamp: Lamp = { flag: 'search' };",
    ],
    ['the property is asked for', 'export const go = (route: Route) => route.flag;'],
  ])('reads none where %s', async (_, text) => {
    const lines = await found({
      'route.ts': route,
      'filter.ts': filter,
      'lamp.ts': "export interface Lamp { flag: 'search' | 'basket' | 'pay' }",
      'app.ts': routes(text),
    });
    expect(lines.filter((line) => line.startsWith('app'))).toEqual([]);
  });

  test('reads none where its type takes any text', async () => {
    const lines = await found({
      'route.ts': route.replace('flag?: Key', 'flag?: string'),
      'filter.ts': filter,
      'app.ts': routes("export const home: Route = { path: '/', flag: 'search' };"),
    });
    expect(lines.filter((line) => line.startsWith('app'))).toEqual([]);
  });

  test('reads none where no read is given it', async () => {
    const lines = await found({
      'route.ts': route,
      'filter.ts': filter.replace(
        'client.getBooleanValue(route.flag, false)',
        "client.getBooleanValue('a', false)",
      ),
      'app.ts': routes("export const home: Route = { path: '/', flag: 'search' };"),
    });
    expect(lines.filter((line) => line.startsWith('app'))).toEqual([]);
  });
});
