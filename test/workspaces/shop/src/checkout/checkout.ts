import { OpenFeature } from '@openfeature/server-sdk';
import { payWithSavedCard, type Cart, type Customer } from './payment';

const client = OpenFeature.getClient('checkout');

export type CheckoutStep = 'address' | 'delivery' | 'payment' | 'confirmation';

/** The pages a customer walks through, from the cart to the confirmation. */
export async function checkoutSteps(customer: Customer): Promise<CheckoutStep[]> {
  const oneClick = await client.getBooleanValue('one_click_checkout', false, {
    targetingKey: customer.id,
  });
  if (oneClick && customer.savedCard) return ['confirmation'];

  return ['address', 'delivery', 'payment', 'confirmation'];
}

export async function buyNow(cart: Cart, customer: Customer) {
  const steps = await checkoutSteps(customer);
  if (steps.length > 1) return { steps };

  const giftWrapped = cart.isGift && (await client.getBooleanValue('gift_wrapping', false));
  return { steps, receipt: await payWithSavedCard({ ...cart, giftWrapped }, customer) };
}
