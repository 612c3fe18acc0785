import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import { type RuleUse, usableRules } from '../../../src/core/simulate/rules/usableRules';
import { rulesTexts as texts } from '../texts';
import { foldView } from './foldView';
import type { ViewContext } from './viewContext';

const known = new WeakMap<Plan, readonly RuleUse[]>();

function rulesOf(plan: Plan): readonly RuleUse[] {
  const uses = known.get(plan) ?? usableRules(plan);
  known.set(plan, uses);
  return uses;
}

function ruleView({ state, simulation }: ViewContext, { rule, reason }: RuleUse): TemplateResult {
  const id = `rule-${rule.id}`;
  return html`<div class="check">
    <input
      type="checkbox"
      id=${id}
      ?disabled=${reason !== null}
      .checked=${reason === null && state.own.rules.includes(rule.id)}
      aria-describedby=${reason === null ? nothing : `${id}-why`}
      @change=${(event: Event) =>
        simulation.compareRule(rule.id, (event.currentTarget as HTMLInputElement).checked)}
    />
    <label for=${id}>${rule.title}</label>
    ${reason === null ? nothing : html`<p class="why" id=${`${id}-why`}>${reason}</p>`}
  </div>`;
}

/** Which rules are compared with the plan's own on the same users. */
export function rulesView(context: ViewContext, plan: Plan): TemplateResult {
  return foldView(context, {
    id: 'rules',
    title: texts.choose,
    body: html`<div class="checks" role="group" aria-label=${texts.choose}>
      ${rulesOf(plan).map((use) => ruleView(context, use))}
    </div>`,
  });
}
