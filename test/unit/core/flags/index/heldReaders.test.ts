import { describe, expect, test } from 'vitest';
import { readsOf } from '../../../../support/readsOf';

/** Expected values: a person's reading. The shape: a router hands the context that it was made with to callbacks without types. */
const client = `import { Unleash } from 'unleash-client';
const unleash = new Unleash({ appName: 'shop', url: 'http://localhost' });
export const isEnabled = (name: string) => unleash.isEnabled(name);
export const getVariant = (name: string) => unleash.getVariant(name);`;

const context = `interface Flags { isEnabled(name: string): boolean; getVariant(name: string): { name: string } }
export interface Context { featureFlags?: Flags; user: string }
export const isNew = ({ featureFlags }: Context) => featureFlags?.isEnabled('shop.new');`;

const routes = (render: string, before = '') =>
  `${before}\nexport const routes = [{ path: 'orders', render: ({ match }) => ${render} }];`;

async function readsIn(text: string, more: Record<string, string> = {}) {
  const lines = await readsOf({
    'client.ts': client,
    'context.ts': context,
    'routes.ts': text,
    ...more,
  });
  return lines.filter((line) => line.includes('routes.ts'));
}

describe('what a callback without types asks, by the property that it asks', () => {
  test.each([
    ['on the way', routes("match.context.featureFlags.isEnabled('shop.orders')")],
    ['where it may be absent', routes("match.context?.featureFlags?.isEnabled('shop.orders')")],
    [
      'under its own name',
      routes(
        "{ const { featureFlags } = match.context; return featureFlags.isEnabled('shop.orders'); }",
      ),
    ],
  ])('%s, is read as the type of that name does', async (_, text) => {
    expect(await readsIn(text)).toEqual([
      'routes.ts:2 featureFlags.isEnabled shop.orders via wrapper featureFlags.isEnabled@context.ts',
    ]);
  });

  test('with a key that nobody knows, is said to be one', async () => {
    expect(await readsIn(routes('match.context.featureFlags.isEnabled(match.name)'))).toEqual([
      '? routes.ts:2 featureFlags.isEnabled The key cannot be known: `match.name` is part of a parameter of `render`, and nothing here calls it with a known key.',
    ]);
  });

  test.each<[string, string, Record<string, string>?]>([
    ['of another name', routes("match.context.buttons.isEnabled('save')")],
    ['of a method that the type lacks', routes("match.context.featureFlags.isKnown('save')")],
    [
      'of an object that is known to be another',
      routes(
        "featureFlags.isEnabled('save') && match",
        'const featureFlags = { isEnabled: (name: string) => name === "save" };',
      ),
    ],
    [
      'of a type of another package',
      routes("router.featureFlags.isEnabled('save') && match", "import router from 'router';"),
    ],
    [
      'that another type has under the same name for something else',
      routes("match.context.featureFlags.isEnabled('save')"),
      {
        'panel.ts':
          "export interface Panel { featureFlags: Switches }\nexport interface Switches { isEnabled(name: string): boolean }\nexport const panel = (one: Panel) => one.featureFlags.isEnabled('x');\nexport class Own implements Switches { isEnabled(name: string) { return name === 'x'; } }",
      },
    ],
  ])('%s, is no read', async (_, text, more = {}) => {
    expect(await readsIn(text, more)).toEqual([]);
  });
});
