import { expect, test } from 'vitest';
import { readsOf } from '../../support/readsOf';

/** Files that name no SDK, and reads that a person finds in them: a client that another file makes is used there. */
test.each<[string, Record<string, string>, readonly string[]]>([
  [
    'a client of a module of Python',
    {
      'shop/features.py':
        'from UnleashClient import UnleashClient\nCLIENT = UnleashClient(url="u")\n',
      'shop/cart.py':
        'from shop.features import CLIENT\ndef cart():\n  if CLIENT.is_enabled("cart"):\n    pass\n',
      'shop/other.py': 'CLIENT = Weather()\nCLIENT.is_enabled("rain")\n',
    },
    ['shop/cart.py:3 is_enabled cart via client CLIENT@shop/features.py'],
  ],
  [
    'a client that a package of Python passes on',
    {
      'shop/features/made.py':
        'from UnleashClient import UnleashClient\nCLIENT = UnleashClient(url="u")\n',
      'shop/features/__init__.py': 'from .made import CLIENT\n',
      'shop/cart.py': 'from .features import CLIENT\nCLIENT.is_enabled("cart")\n',
    },
    ['shop/cart.py:2 is_enabled cart via client CLIENT@shop/features/made.py'],
  ],
  [
    'a function of Python that gives a client',
    {
      'features.py':
        'from UnleashClient import UnleashClient\n_client = None\ndef get_client():\n' +
        '  global _client\n  if _client is None:\n    _client = UnleashClient(url="u")\n' +
        '  return _client\n',
      'cart.py': 'import features\nfeatures.get_client().is_enabled("cart")\n',
    },
    ['cart.py:2 is_enabled cart via client get_client@features.py'],
  ],
  [
    'a client of a package of Go',
    {
      'go.mod': 'module example.com/shop\n',
      'flags/client.go':
        'package flags\nimport "github.com/Unleash/unleash-client-go/v4"\n' +
        'var Client, _ = unleash.NewClient()\n',
      'flags/own.go': 'package flags\nfunc own() { Client.IsEnabled("own") }\n',
      'cart/cart.go':
        'package cart\nimport "example.com/shop/flags"\nfunc x() { flags.Client.IsEnabled("cart") }\n',
      'cart/near.go': 'package cart\nfunc y() { Client.IsEnabled("near") }\n',
    },
    [
      'cart/cart.go:3 IsEnabled cart via client Client@flags/client.go',
      'flags/own.go:2 IsEnabled own via client Client@flags/client.go',
    ],
  ],
  [
    'a client of a module of TypeScript',
    {
      'src/features.ts':
        "import { initialize } from 'unleash-client';\nexport const client = initialize({});\n",
      'src/cart.ts': "import { client } from './features';\nclient.isEnabled('cart');\n",
      'src/near.ts': "import { client } from './weather';\nclient.isEnabled('rain');\n",
    },
    ['src/cart.ts:2 isEnabled cart via client client@src/features.ts'],
  ],
])('%s leads to its reads', async (_, files, expected) => {
  expect(await readsOf(files)).toEqual(expected);
});
