import type { TemplateResult } from 'lit/html.js';
import { foldView as fold, type FoldOptions } from '../../simulator/views/foldView';
import type { ViewContext } from './viewContext';

/** A part that people fold out; the panel remembers it. */
export function foldView({ state, actions }: ViewContext, options: FoldOptions): TemplateResult {
  return fold({ state, toggle: actions.toggle }, options);
}
