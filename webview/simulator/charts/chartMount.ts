import type { ChartDescription } from './chartDescription';
import { drawChart } from './plot';

/** A chart's place in the page: redraws when the description or the width is another one. */
class ChartMount {
  private drawn: ChartDescription | null = null;
  private width = 0;
  private chart: ChartDescription | null = null;
  private readonly observer: ResizeObserver;

  constructor(
    private readonly place: Element,
    private readonly nonce: string,
  ) {
    this.observer = new ResizeObserver(() => this.draw());
    this.observer.observe(place);
  }

  show(chart: ChartDescription): void {
    this.chart = chart;
    this.draw();
  }

  private draw(): void {
    const width = Math.floor(this.place.getBoundingClientRect().width);
    if (this.chart === null || width < 1) return;
    if (this.chart === this.drawn && width === this.width) return;
    this.drawn = this.chart;
    this.width = width;
    this.place.replaceChildren(
      drawChart(this.chart, { width, height: width < 420 ? 200 : 240 }, this.nonce),
    );
  }
}

const mounts = new WeakMap<Element, ChartMount>();

/** Shows a chart in an element that nothing else writes into. */
export function mountChart(place: Element, chart: ChartDescription, nonce: string): void {
  let mount = mounts.get(place);
  if (mount === undefined) {
    mount = new ChartMount(place, nonce);
    mounts.set(place, mount);
  }
  mount.show(chart);
}
