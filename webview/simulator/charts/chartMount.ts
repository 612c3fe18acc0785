import type { ChartDescription } from '../../../src/core/report/chart/chartDescription';
import { drawChart } from '../../../src/core/report/chart/drawChart';
import { ChartTip } from './chartTip';
import { svgElement } from './svgElement';
import { vscodeChartTheme } from './vscodeChartTheme';

let mounted = 0;

/** A chart's place in the page: redraws when the description or the width is another one. */
class ChartMount {
  private drawn: ChartDescription | null = null;
  private width = 0;
  private chart: ChartDescription | null = null;
  private readonly tip: ChartTip;
  private readonly scope: string;

  constructor(private readonly place: HTMLElement) {
    this.tip = new ChartTip(place);
    mounted += 1;
    this.scope = `panel-${mounted}`;
    new ResizeObserver(() => this.draw()).observe(place);
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
    const height = Math.round(Math.max(210, Math.min(300, width * 0.66)));
    const { svg, frame } = drawChart(this.chart, {
      size: { width, height },
      theme: vscodeChartTheme,
      scope: this.scope,
    });
    const picture = svgElement(svg);
    picture.setAttribute('aria-label', this.chart.summary);
    this.place.replaceChildren(picture);
    this.tip.of(this.chart, frame, picture);
  }
}

const mounts = new WeakMap<Element, ChartMount>();

/** Shows a chart in an element that nothing else writes into. */
export function mountChart(place: HTMLElement, chart: ChartDescription): void {
  let mount = mounts.get(place);
  if (mount === undefined) {
    mount = new ChartMount(place);
    mounts.set(place, mount);
  }
  mount.show(chart);
}
