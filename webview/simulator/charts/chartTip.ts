import type { ChartDescription } from '../../../src/core/report/chart/chartDescription';
import type { ChartFrame } from '../../../src/core/report/chart/chartFrame';
import { type ChartReading, chartReadings } from '../../../src/core/report/chart/chartReadings';
import { svgNode, type SvgNode } from '../../../src/core/report/chart/svgNode';
import { textWidth } from '../../../src/core/report/chart/textWidth';
import { svgElement } from './svgElement';

/** The reading nearest to a place in the picture; null outside of its frame. */
function nearest(
  readings: readonly ChartReading[],
  { x, y, left, right, top, bottom }: ChartFrame,
  [across, down]: readonly [number, number],
): ChartReading | null {
  const edge = 12;
  if (across < left - edge || across > right + edge || down < top - edge || down > bottom + edge) {
    return null;
  }
  let best: ChartReading | null = null;
  let distance = Infinity;
  for (const reading of readings) {
    const sideways = x.at(reading.x) - across;
    const upright = reading.y === null ? 0 : y.at(reading.y) - down;
    const apart = sideways * sideways + upright * upright;
    if (apart < distance) [best, distance] = [reading, apart];
  }
  return best;
}

const lineHeight = 15;
const rim = 8;

function textLines({ title, lines }: ChartReading): readonly SvgNode[] {
  return [title, ...lines].map((text, i) =>
    svgNode(
      'tspan',
      { x: rim, dy: i === 0 ? 0 : lineHeight, ...(i === 0 && { 'font-weight': 600 }) },
      [text],
    ),
  );
}

/** The tip of a reading: a box of words beside a thin line, where the picture leaves room. */
function tipOf(reading: ChartReading, { x, y, top, bottom, width: whole }: ChartFrame): SVGElement {
  const { title, lines, y: level } = reading;
  const width = 2 * rim + 1.06 * Math.max(...[title, ...lines].map(textWidth));
  const height = 2 * rim + lineHeight * (1 + lines.length) - 5;
  const at = x.at(reading.x);
  const left = at > whole / 2 ? Math.max(0, at - width - 10) : Math.min(whole - width, at + 10);
  const above = level === null ? top : Math.max(0, y.at(level) - height - 10);
  const line = svgNode('line', { class: 'tip-line', x1: at, x2: at, y1: top, y2: bottom });
  return svgElement(
    svgNode('g', { class: 'tip', 'aria-hidden': 'true' }, [
      ...(level === null ? [line] : []),
      svgNode('g', { transform: `translate(${Math.round(left)} ${Math.round(above)})` }, [
        svgNode('rect', { class: 'tip-box', width, height, rx: 2 }),
        svgNode('text', { class: 'tip-words', x: rim, y: rim + 9 }, textLines(reading)),
      ]),
    ]),
  );
}

/** Numbers under the pointer. The table has them for everyone else. */
export class ChartTip {
  private shown: { chart: ChartDescription; frame: ChartFrame; picture: SVGElement } | null = null;
  private readings: readonly ChartReading[] | null = null;
  private pointer: readonly [number, number] | null = null;
  private tip: SVGElement | null = null;
  private told: ChartReading | null = null;

  constructor(place: HTMLElement) {
    place.addEventListener('pointermove', ({ clientX, clientY }) => {
      const { left, top } = place.getBoundingClientRect();
      this.pointer = [clientX - left, clientY - top];
      this.show();
    });
    place.addEventListener('pointerleave', () => {
      this.pointer = null;
      this.show();
    });
  }

  /** What the picture shows from now on. */
  of(chart: ChartDescription, frame: ChartFrame, picture: SVGElement): void {
    this.shown = { chart, frame, picture };
    this.readings = null;
    this.told = null;
    this.show();
  }

  private show(): void {
    const { shown, pointer } = this;
    if (shown === null) return;
    const found =
      pointer === null
        ? null
        : nearest((this.readings ??= chartReadings(shown.chart)), shown.frame, pointer);
    if (found === this.told) return;
    this.told = found;
    this.tip?.remove();
    this.tip = found === null ? null : tipOf(found, shown.frame);
    if (this.tip !== null) shown.picture.append(this.tip);
  }
}
