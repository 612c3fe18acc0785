import { expect, test } from 'vitest';
import { readsOf } from '../../../../support/readsOf';

// Expected values: a person's reading of the files.
const python = (choice: string, method = 'def is_enabled(self, name, context=None)') => ({
  'shop/flags.py': `from UnleashClient import UnleashClient
from shop.settings import OFFLINE


class Offline:
    def __init__(self, url):
        self.url = url

    ${method}:
        return False


${choice}
`,
  'shop/page.py': `from shop.flags import Offline

offline = Offline("none")
if offline.is_enabled("new-search"):
    print("found")
`,
});

const either = `if OFFLINE:
    client = Offline("none")
else:
    client = UnleashClient("https://flags.example", "shop")`;

test('an object that takes the place of a client is asked for flags as the client is', async () => {
  expect(await readsOf(python(either))).toEqual([
    'shop/page.py:4 is_enabled new-search via wrapper is_enabled@shop/flags.py',
  ]);
});

test('in JavaScript too', async () => {
  const files = {
    'flags.ts':
      "import { Unleash } from 'unleash-client';\nexport class Nothing {\n  isEnabled(name: string) { return false; }\n  close() {}\n}\nexport const client = process.env.CI ? new Nothing() : new Unleash({ url: 'u', appName: 'a' });",
    'page.ts':
      "import { Nothing } from './flags';\nconst none = new Nothing();\nif (none.isEnabled('new-search')) none.close();",
  };
  expect(await readsOf(files)).toEqual([
    'page.ts:3 isEnabled new-search via wrapper isEnabled@flags.ts',
  ]);
});

test.each([
  ['a class beside a client', 'client = UnleashClient("https://flags.example", "shop")', undefined],
  [
    'one that takes another object’s place',
    'client = Offline("n") if OFFLINE else None',
    undefined,
  ],
  ['one whose method takes no key', either, 'def is_enabled(self)'],
  ['one with another method', either, 'def is_open(self, name)'],
])('%s reads none', async (_, choice, method) => {
  expect(await readsOf(python(choice, method))).toEqual([]);
});
