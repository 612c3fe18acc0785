import { svg, type TemplateResult } from 'lit/html.js';
import type { RolloutHandle } from '../../../src/core/rollout/read/rolloutHandle';
import { handleStep, handleText, handleUnit, onSteps } from '../handleText';
import type { ViewContext } from './viewContext';

interface Grip {
  readonly key: string;
  /** The one that the keyboard comes to. */
  readonly isFirst: boolean;
  /** Moves along time, else up and down. */
  readonly isHold: boolean;
  readonly area: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly unitsPerPixel: number;
}

/** Where a drag began. */
let begun: { readonly handle: RolloutHandle; readonly at: number; readonly units: number } | null =
  null;

/** Where a key goes from a value; null for keys that mean nothing here. */
function keyed(handle: RolloutHandle, event: KeyboardEvent): number | null {
  const { least, most, value } = handle;
  const step = handleStep(handle);
  const goes: Readonly<Record<string, number>> = {
    ArrowUp: step,
    ArrowRight: step,
    ArrowDown: -step,
    ArrowLeft: -step,
    PageUp: 5 * step,
    PageDown: -5 * step,
  };
  const by = goes[event.key];
  if (by !== undefined)
    return Math.min(most, Math.max(least, Number((value + by).toPrecision(10))));
  if (event.key === 'Home') return least;
  return event.key === 'End' ? most : null;
}

/** An edge of a step that is dragged, or moved with the arrow keys: a slider for those who do not see it. */
export function gripView(
  { state, actions }: ViewContext,
  handle: RolloutHandle,
  { key, isFirst, isHold, area, unitsPerPixel }: Grip,
): TemplateResult {
  const canMove = state.snapshot?.editable === true;
  const shown = state.drag?.handle === handle.id ? state.drag.value : handle.value;
  const words = `${handleText(handle, shown)} ${handleUnit(handle) ?? ''}`.trim();
  const place = (event: PointerEvent) => (isHold ? event.clientX : event.clientY);
  const down = (event: PointerEvent) => {
    if (!canMove || event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    begun = { handle: { ...handle, value: shown }, at: place(event), units: unitsPerPixel };
  };
  const move = (event: PointerEvent) => {
    if (begun?.handle.id !== handle.id) return;
    const value = begun.handle.value + (place(event) - begun.at) * begun.units;
    actions.drag(begun.handle, onSteps(begun.handle, value));
  };
  const up = () => {
    const from = begun;
    begun = null;
    if (from?.handle.id !== handle.id || state.drag === null) return;
    if (shown === from.handle.value) actions.drag(handle, null);
    else actions.change(handle, shown);
  };
  const cancel = () => {
    begun = null;
    actions.drag(handle, null);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && begun !== null) {
      cancel();
      return;
    }
    const value = keyed({ ...handle, value: shown }, event);
    if (!canMove || value === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (value !== shown) actions.change(handle, value);
  };
  const { x, y, width, height } = area;
  return isFirst
    ? svg`<rect class=${`grip ${isHold ? 'hold' : 'level'}`} data-grip=${key} id=${`grip-${handle.id}`}
        role="slider" tabindex="0" aria-label=${handle.label} aria-orientation=${isHold ? 'horizontal' : 'vertical'}
        aria-valuemin=${handle.least} aria-valuemax=${handle.most} aria-valuenow=${shown} aria-valuetext=${words}
        aria-disabled=${canMove ? 'false' : 'true'}
        x=${x} y=${y} width=${width} height=${height} rx="3"
        @pointerdown=${down} @pointermove=${move} @pointerup=${up} @pointercancel=${cancel} @keydown=${press} />`
    : svg`<rect class=${`grip ${isHold ? 'hold' : 'level'}`} data-grip=${key} aria-hidden="true"
        x=${x} y=${y} width=${width} height=${height} rx="3"
        @pointerdown=${down} @pointermove=${move} @pointerup=${up} @pointercancel=${cancel} />`;
}
