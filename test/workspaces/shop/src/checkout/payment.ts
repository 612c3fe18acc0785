import { flags } from '../flags';

export interface Customer {
  id: string;
  email: string;
  country: string;
  savedCard: { token: string } | null;
}

export interface Cart {
  total: number;
  currency: string;
  isGift: boolean;
  giftWrapped?: boolean;
}

export type PaymentMethod = 'card' | 'invoice' | 'apple-pay';

export async function paymentMethods(customer: Customer): Promise<PaymentMethod[]> {
  const methods: PaymentMethod[] = ['card', 'invoice'];
  if (await flags.getBooleanValue('apple_pay', false)) methods.push('apple-pay');
  return customer.savedCard ? methods : methods.filter((method) => method !== 'card');
}

/** Each country has its own promotion, switched on by its own flag. */
export async function promotionFor(country: string): Promise<boolean> {
  return flags.getBooleanValue(`promotion_${country.toLowerCase()}`, false);
}

export async function payWithSavedCard(cart: Cart, customer: Customer) {
  if (!customer.savedCard) throw new Error(`Customer ${customer.id} has no saved card.`);
  return { token: customer.savedCard.token, amount: cart.total, currency: cart.currency };
}
