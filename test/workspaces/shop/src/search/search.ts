import { FLAGS, flags } from '../flags';
import { rankByMeaning, rankByWords, type Product } from './ranking';

/** Products that match a query, best first. */
export async function search(query: string, products: Product[], visitor: string) {
  const byMeaning = await flags.getBooleanValue(FLAGS.newSearch, false, {
    targetingKey: visitor,
  });
  return byMeaning ? rankByMeaning(query, products) : rankByWords(query, products);
}

export async function recommendations(products: Product[]): Promise<Product[]> {
  const limit = await flags.getNumberValue(FLAGS.recommendationsLimit, 4);
  return products.slice(0, limit);
}
