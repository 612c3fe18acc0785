import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { ref } from 'lit/directives/ref.js';
import { formatPercent } from '../../../src/core/report/formatNumber';
import { formatDuration } from '../../../src/core/rollout/report/formatDuration';
import { durationText } from '../../../src/core/rollout/edit/durationText';
import type { RolloutHandle } from '../../../src/core/rollout/read/rolloutHandle';
import { tableView } from '../../simulator/views/tableView';
import { type Asked, drawnOf } from '../asked';
import { type DrawnStretch, margins, timelineLayout, type TimelineLayout } from '../timelineLayout';
import { timelineTexts as texts } from '../texts';
import { watchWidth } from '../watchWidth';
import { foldView } from './foldView';
import { gripView } from './gripView';
import type { ViewContext } from './viewContext';

const height = 240;
const plotHeight = height - margins.top - margins.bottom;

/** Pixels from the top for a share of traffic. */
const yOf = (share: number): number => margins.top + (1 - share) * plotHeight;

/** The steps of the launch, drawn, with the edges that can be moved. */
export function timelineView(context: ViewContext): TemplateResult | typeof nothing {
  const { state, actions } = context;
  const asked = drawnOf(state);
  if (asked === null) return nothing;
  const handle = asked.rollout.handles.find(({ id }) => id === state.drag?.handle);
  const dragged =
    handle === undefined || state.drag === null ? null : { handle, value: state.drag.value };
  const layout = timelineLayout(asked.timeline, { width: state.width, dragged });
  const { stretches } = layout;
  const steps = stretches.filter(({ seconds }) => seconds > 0).length;
  const canMove = asked.rollout.handles.some(({ parts }) => parts.length > 0);
  return html`<section class="timeline group" aria-labelledby="group-timeline">
    <h2 id="group-timeline">${texts.title}</h2>
    <p>
      ${texts.summary(steps, formatDuration(asked.timeline.end))}
      ${asked.timeline.ends ? nothing : texts.never}
    </p>
    <p class="why">
      ${canMove ? texts.how : texts.frozen} ${layout.isToScale ? nothing : texts.notToScale}
    </p>
    <div
      class="steps"
      ${ref((place) => {
        if (place instanceof HTMLElement) watchWidth(place, actions.resize);
      })}
    >
      ${pictureView(context, asked, layout)}
    </div>
    ${foldView(context, {
      id: 'table-timeline',
      title: texts.table,
      body: tableView(
        {
          columns: texts.columns,
          rows: stretches.map(({ share, start, seconds }, i) => [
            String(i + 1),
            formatPercent(share),
            formatDuration(start),
            seconds === 0 ? texts.all : formatDuration(seconds),
          ]),
        },
        texts.table,
      ),
    })}
  </section>`;
}

function pictureView(
  context: ViewContext,
  asked: Asked,
  { stretches }: TimelineLayout,
): TemplateResult {
  const { width } = context.state;
  return html`<svg
    class="steps-picture"
    width=${width}
    height=${height}
    viewBox=${`0 0 ${width} ${height}`}
    role="group"
    aria-label=${texts.title}
  >
    ${[0, 0.25, 0.5, 0.75, 1].map(
      (share) =>
        svg`<line class="grid" x1=${margins.left} x2=${width - margins.right} y1=${yOf(share)} y2=${yOf(share)} />
          <text class="axis" x=${margins.left - 6} y=${yOf(share) + 4} text-anchor="end" aria-hidden="true">${Math.round(share * 100)} %</text>`,
    )}
    ${stretches.map((one, i) => barView(one, i === stretches.length - 1))}
    ${labelsOf(stretches)}
    ${asked.rollout.handles.flatMap((handle) =>
      handle.parts.length === 0 ? [] : gripsOf(context, handle, stretches),
    )}
  </svg>`;
}

function barView({ x, width, share, seconds }: DrawnStretch, isLast: boolean) {
  if (seconds === 0) {
    return isLast
      ? svg`<line class="end" x1=${x} x2=${x} y1=${yOf(share)} y2=${yOf(0)} /><text class="axis" x=${x + 4} y=${yOf(share) + 4} aria-hidden="true">${texts.all}</text>`
      : nothing;
  }
  return svg`<rect class="bar" x=${x} y=${yOf(share)} width=${Math.max(0, width - 1)} height=${Math.max(0, share * plotHeight)} />`;
}

/** Weight above each step and hold below it, where there is room. */
function labelsOf(stretches: readonly DrawnStretch[]) {
  let free = 0;
  return stretches.map(({ x, width, share, seconds }) => {
    if (seconds === 0) return nothing;
    const weight = formatPercent(share);
    const hold = durationText(seconds);
    const middle = x + width / 2;
    const half = Math.max(weight.length, hold.length) * 3.6;
    if (middle - half < free) return nothing;
    free = middle + half + 4;
    return svg`<text class="weight" x=${middle} y=${yOf(share) - 7} text-anchor="middle" aria-hidden="true">${weight}</text>
      <text class="axis" x=${middle} y=${height - margins.bottom + 16} text-anchor="middle" aria-hidden="true">${hold}</text>`;
  });
}

/** An edge to take hold of at each step that a number decides; the keyboard comes to the first. */
function gripsOf(
  context: ViewContext,
  handle: RolloutHandle,
  stretches: readonly DrawnStretch[],
): readonly TemplateResult[] {
  const isHold = handle.quantity === 'duration';
  const parts = handle.parts.filter(({ stretch, times }) => {
    const drawn = stretches[stretch];
    return drawn !== undefined && times !== 0 && drawn.seconds > 0;
  });
  return parts.flatMap((part, i) => {
    const drawn = stretches[part.stretch];
    if (drawn === undefined) return [];
    const { x, width, share, seconds } = drawn;
    const area = isHold
      ? { x: x + width - 4.5, y: yOf(share), width: 8, height: Math.max(14, share * plotHeight) }
      : { x: x + 3, y: yOf(share) - 4, width: Math.max(8, width - 10), height: 8 };
    const unitsPerPixel = isHold
      ? (width > 0 ? seconds / width : 60) / part.times
      : -100 / plotHeight / part.times;
    return [
      gripView(context, handle, {
        key: `${handle.id}-${part.stretch}`,
        isFirst: i === 0,
        isHold,
        area,
        unitsPerPixel,
      }),
    ];
  });
}
