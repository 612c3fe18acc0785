import { html, type TemplateResult } from 'lit/html.js';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import { numbersOf } from '../compareActions';
import type { Pinned } from '../state';
import { compareTexts as texts } from '../texts';
import { button } from '../ui';
import { tableView } from './tableView';
import type { ViewContext } from './viewContext';

function comparisonView(context: ViewContext, plan: Plan, pinned: Pinned): TemplateResult {
  const { simulation } = context.state;
  const drawn = simulation.kind === 'idle' || simulation.kind === 'failed' ? null : simulation;
  const now = new Map(numbersOf(drawn?.request.plan ?? plan, drawn?.result ?? null));
  const rows = pinned.numbers.map(([name, value]) => {
    const other = now.get(name) ?? '';
    return [name, value, other, value === other ? texts.same : texts.different];
  });
  const columns = [texts.what, pinned.name, texts.now, texts.difference];
  return tableView({ columns, rows }, texts.tableOf(pinned.name));
}

/** A result that was pinned, or another plan, beside what the panel shows now. */
export function compareView(context: ViewContext, plan: Plan): TemplateResult {
  const { pinned } = context.state.own;
  const { compare, post } = context;
  return html`<section class="compare" aria-labelledby="compare-title">
    <h2 id="compare-title">${texts.title}</h2>
    <p class="why">${texts.explanation}</p>
    ${pinned === undefined ? '' : comparisonView(context, plan, pinned)}
    <div class="commands">
      ${button({
        id: 'pin',
        label: pinned === undefined ? texts.pin : texts.pinAnew,
        look: 'secondary',
        onClick: compare.pin,
      })}
      ${button({
        id: 'other-plan',
        label: texts.otherPlan,
        look: 'secondary',
        onClick: () => post({ kind: 'choose-other-plan' }),
      })}
      ${
        pinned === undefined
          ? ''
          : button({ id: 'unpin', label: texts.unpin, look: 'secondary', onClick: compare.unpin })
      }
    </div>
  </section>`;
}
