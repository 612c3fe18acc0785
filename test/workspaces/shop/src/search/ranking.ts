export interface Product {
  name: string;
  description: string;
}

function sharedWords(query: string, text: string): number {
  const words = new Set(text.toLowerCase().split(/\W+/));
  return query
    .toLowerCase()
    .split(/\W+/)
    .filter((word) => words.has(word)).length;
}

export function rankByWords(query: string, products: Product[]): Product[] {
  const score = (product: Product) => sharedWords(query, product.name);
  return [...products].sort((a, b) => score(b) - score(a));
}

export function rankByMeaning(query: string, products: Product[]): Product[] {
  const score = ({ name, description }: Product) =>
    3 * sharedWords(query, name) + sharedWords(query, description);
  return [...products].sort((a, b) => score(b) - score(a));
}
