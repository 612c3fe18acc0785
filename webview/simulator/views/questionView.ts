import { html, type TemplateResult } from 'lit/html.js';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import { questions, type SolveFor } from '../../../src/core/experiment/size/solveFor';
import {
  type PlannerToolId,
  plannerToolIds,
} from '../../../src/core/experiment/size/tools/plannerTool';
import { plannerTools } from '../../../src/core/experiment/size/tools/registry';
import { analysePlan } from '../analysis';
import { roleOf, valueOf } from '../fields/questionWords';
import { questionViewTexts as texts } from '../texts';
import { choice } from '../ui';
import { lockIcon } from './icons';
import type { ViewContext } from './viewContext';

function quantityView(context: ViewContext, plan: Plan, quantity: SolveFor): TemplateResult {
  const { own } = context.state;
  const role = roleOf(quantity, own.solveFor, plan);
  const { size } = analysePlan(plan, own);
  const isMargin = quantity === 'effect' && size !== null && size.margin !== null;
  return html`<label class="quantity ${role}">
    <input
      type="radio"
      name="solve-for"
      id=${`solve-for-${quantity}`}
      .checked=${quantity === own.solveFor}
      @change=${() => context.ask({ solveFor: quantity })}
    />
    <span class="what">${isMargin ? texts.margin : texts.quantities[quantity]}</span>
    <span class="value">${valueOf(quantity, role, { plan, size })}</span>
    <span class="state">${lockIcon(role)}<span>${texts.roles[role]}</span></span>
  </label>`;
}

function matchView({ state, ask }: ViewContext): TemplateResult {
  const { match } = state.own;
  const none = 'none';
  return html`<div class="field choice">
    <div class="words">
      <label for="match">${texts.match.label}</label>
      <p class="why">${texts.match.why}</p>
    </div>
    <div class="entry">
      ${choice({
        id: 'match',
        name: texts.match.label,
        description: texts.match.why,
        value: match ?? none,
        invalid: false,
        readonly: false,
        choices: [
          { value: none, label: texts.match.none },
          ...plannerToolIds.map((id) => ({ value: id, label: plannerTools[id].name })),
        ],
        onChoose: (value) => ask({ match: value === none ? null : (value as PlannerToolId) }),
      })}
    </div>
  </div>`;
}

/** What is computed and what is given: one number is open, the others are locked. */
export function questionView(context: ViewContext, plan: Plan): TemplateResult {
  return html`<section class="group solve" aria-labelledby="solve-title">
    <h2 id="solve-title">${texts.title}</h2>
    <div class="quantities" role="radiogroup" aria-labelledby="solve-title">
      ${questions.map((quantity) => quantityView(context, plan, quantity))}
    </div>
    ${matchView(context)}
  </section>`;
}
