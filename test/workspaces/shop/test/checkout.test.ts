import { InMemoryProvider, OpenFeature } from '@openfeature/server-sdk';
import { expect, test } from 'vitest';
import { checkoutSteps } from '../src/checkout/checkout';

const customer = {
  id: 'c-17',
  email: 'ada@example.com',
  country: 'DE',
  savedCard: { token: 'tok_1' },
};

test('a customer with a saved card skips the form', async () => {
  await OpenFeature.setProviderAndWait(
    new InMemoryProvider({
      one_click_checkout: {
        variants: { on: true, off: false },
        defaultVariant: 'on',
        disabled: false,
      },
    }),
  );
  const client = OpenFeature.getClient('checkout');

  expect(await client.getBooleanValue('one_click_checkout', false)).toBe(true);
  expect(await checkoutSteps(customer)).toEqual(['confirmation']);
});
