import { FLAGS, flags } from '../flags';
import type { Customer } from '../checkout/payment';

export interface DeliveryOption {
  name: string;
  days: number;
  price: number;
}

const standard: DeliveryOption = { name: 'Standard', days: 3, price: 4.9 };
const express: DeliveryOption = { name: 'Express', days: 1, price: 9.9 };

export async function deliveryOptions(customer: Customer): Promise<DeliveryOption[]> {
  const offersExpress = await flags.getBooleanValue(FLAGS.delivery.express, false, {
    targetingKey: customer.id,
    country: customer.country,
  });
  return offersExpress ? [standard, express] : [standard];
}
