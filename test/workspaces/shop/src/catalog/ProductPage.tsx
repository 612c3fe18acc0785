import { FeatureFlag, useFlag, useStringFlagValue } from '@openfeature/react-sdk';
import type { Product } from '../search/ranking';

export function ProductPage({ product }: { product: Product }) {
  const layout = useStringFlagValue('product_page_layout', 'classic');
  const { value: oneClick } = useFlag('one_click_checkout', false);

  return (
    <main className={`product product--${layout}`}>
      <FeatureFlag flagKey="free_shipping_banner" defaultValue={false} matchValue={true}>
        <p className="banner">Free shipping from 50 €</p>
      </FeatureFlag>
      <h1>{product.name}</h1>
      <p>{product.description}</p>
      <button>{oneClick ? 'Buy now' : 'Add to cart'}</button>
    </main>
  );
}
