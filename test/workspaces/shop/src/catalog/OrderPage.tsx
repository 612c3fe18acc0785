import { useBooleanFlagDetails } from '@openfeature/react-sdk';

interface Order {
  number: string;
  position: { latitude: number; longitude: number } | null;
}

export function OrderPage({ order }: { order: Order }) {
  const map = useBooleanFlagDetails('order_tracking_map', false);

  return (
    <main>
      <h1>Order {order.number}</h1>
      {map.value && order.position ? (
        <img
          alt="Where your order is"
          src={`/map/${order.position.latitude}/${order.position.longitude}`}
        />
      ) : (
        <p>Your order is on its way.</p>
      )}
    </main>
  );
}
