const watched = new WeakSet<Element>();

/** Tells the width of an element, now and when it changes. */
export function watchWidth(place: HTMLElement, tell: (width: number) => void): void {
  if (watched.has(place)) return;
  watched.add(place);
  new ResizeObserver(() => {
    const width = Math.floor(place.getBoundingClientRect().width);
    if (width > 0) tell(width);
  }).observe(place);
}
