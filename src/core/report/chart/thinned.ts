/** More rows than this are read by nobody. */
const mostRows = 60;

/** Every so manieth of many items, with the first, the last and those that must be there. */
export function thinned<Item>(
  items: readonly Item[],
  isNeeded: (item: Item) => boolean = () => false,
): readonly Item[] {
  const step = Math.ceil(items.length / mostRows);
  return items.filter(
    (item, index) =>
      (index + 1) % step === 0 || index === 0 || index === items.length - 1 || isNeeded(item),
  );
}
