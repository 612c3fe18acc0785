import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { SizeAnswer, SizeNote } from '../../../src/core/experiment/size/sizeAnswer';
import { sizeFacts } from '../../../src/core/experiment/size/sizeFacts';
import type { SolvedAnswer } from '../../../src/core/experiment/size/solvedAnswer';
import { looksFacts } from '../../../src/core/experiment/sequential/looksFacts';
import { analysePlan, chartsBeside } from '../analysis';
import type { PowerAtUnits } from '../../../src/core/simulate/simulationResult';
import { shownResult, simulatedPart } from '../simulationActions';
import { repeat } from 'lit/directives/repeat.js';
import { formatCount, formatDecimal, formatPercent } from '../../../src/core/report/formatNumber';
import { differenceInWords, metricNamed } from '../../../src/core/report/metricWords';
import { probability, tidy } from '../../../src/core/report/numberWords';
import { answerTexts as texts } from '../texts';
import { chartView } from './chartView';
import { tableView } from './tableView';
import { foldView } from './foldView';
import { noteIcon } from './icons';
import type { ViewContext } from './viewContext';

/** A sentence with its numbers set apart, for the eye only. */
function numbersApart(sentence: string): readonly (string | TemplateResult)[] {
  return sentence
    .split(/(\d(?:[\d,]*\d)?(?:\.\d+)?(?: ?%)?)/)
    .map((part, place) => (place % 2 === 1 ? html`<b>${part}</b>` : part));
}

function warningsView(
  warnings: readonly Pick<SizeNote, 'message'>[],
): TemplateResult | typeof nothing {
  if (warnings.length === 0) return nothing;
  return html`<ul class="warnings">
    ${warnings.map(
      ({ message }) =>
        html`<li>
          ${noteIcon('warning')}<span
            ><span class="visually-hidden">${texts.warning}: </span>${message}</span
          >
        </li>`,
    )}
  </ul>`;
}

/** Without what the sentence has just said: how long to run for whole weeks. */
function warningsBeside({ warnings }: SizeAnswer, { design }: Plan): readonly SizeNote[] {
  return warnings.filter(({ code }) => code !== 'whole-weeks' || design.days !== undefined);
}

function daysInWords({ days, wholeWeekDays }: SizeAnswer): string {
  if (days === null) return texts.noDays;
  return wholeWeekDays === null || wholeWeekDays === days
    ? texts.wholeDays(formatCount(days))
    : texts.daysValue(formatCount(days), formatCount(wholeWeekDays));
}

/** One number where all variants need the same. */
function perVariantFacts({ perVariant }: SizeAnswer): readonly (readonly [string, string])[] {
  const [first] = perVariant;
  if (first !== undefined && perVariant.every((size) => size.sampleSize === first.sampleSize)) {
    return [[texts.perVariant, formatCount(first.sampleSize)]];
  }
  return perVariant.map(({ variant, sampleSize }) => [variant, formatCount(sampleSize)]);
}

/** The effect with its share of the baseline, or the margin. */
function aimFact(plan: Plan, size: SizeAnswer): readonly [string, string] {
  const { margin, absoluteEffect, relativeEffect } = size;
  const metric = metricNamed(plan, size.decidingMetric);
  if (margin !== null) return [texts.margin, differenceInWords(metric, margin)];
  const words = differenceInWords(metric, absoluteEffect);
  return [
    texts.effect,
    Number.isFinite(relativeEffect)
      ? texts.effectValue(words, formatPercent(relativeEffect))
      : words,
  ];
}

function factsView(plan: Plan, size: SolvedAnswer): TemplateResult {
  const { match } = size;
  const facts: readonly (readonly [string, string])[] = [
    ...(match === null ? [] : [[texts.shown(match.name), shownByTool(match.shownByTool)] as const]),
    ...perVariantFacts(size),
    [texts.total, formatCount(size.total)],
    [texts.days, daysInWords(size)],
    aimFact(plan, size),
    [match === null ? texts.power : texts.truePower, probability(size.power, 2)],
  ];
  return html`<dl class="facts">
    ${facts.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

function shownByTool(shown: number): string {
  return Number.isInteger(shown) ? formatCount(shown) : String(shown);
}

/** Said elsewhere in the panel: in the numbers above and in the method below. */
const saidElsewhere: ReadonlySet<string> = new Set(['test', 'formula', 'source', 'power']);

function fullView(context: ViewContext, plan: Plan, size: SolvedAnswer): TemplateResult {
  const sizes = size.perVariant.map(({ variant, sampleSize, exact }, i) => [
    variant,
    tidy(plan.variants[i]?.weight ?? 0),
    formatCount(sampleSize),
    formatDecimal(exact, 9),
  ]);
  const facts = [
    ...sizeFacts(plan, size).filter(([name]) => !saidElsewhere.has(name)),
    ...(size.sequential === null ? [] : looksFacts(size.sequential)),
  ].map(([name, value]) => [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, value]);
  return foldView(context, {
    id: 'full',
    title: texts.more,
    body: html`${tableView(
      { columns: [texts.variant, texts.weight, texts.units, texts.unrounded], rows: sizes },
      texts.perVariant,
    )}
    ${tableView({ columns: [texts.fact, texts.value], rows: facts }, texts.moreOf, 'words')}`,
  });
}

function methodView(context: ViewContext, { definition, assumptions }: SizeAnswer): TemplateResult {
  return html`<div class="method">
    <p><span class="quiet">${texts.formula}:</span> ${definition.name}</p>
    <p class="formula">
      <code>${definition.formula}</code>
    </p>
    ${foldView(context, {
      id: 'assumptions',
      title: `${texts.assumptions} (${assumptions.length})`,
      body: html`<ul>
          ${assumptions.map(({ message }) => html`<li>${message}</li>`)}
        </ul>
        <p class="quiet">${texts.source}: ${definition.source}</p>`,
    })}
  </div>`;
}

/** The answer in one sentence, and what to be warned of. Nothing in it takes the focus: it may stand before the inputs. */
export function answerView({ state }: ViewContext, plan: Plan): TemplateResult {
  const { size, problems } = analysePlan(plan, state.own);
  const none = state.own.solveFor === 'sample-size' ? texts.none : texts.unanswered;
  return html`<section class="answer" aria-label=${texts.title}>
    <p class="sentence" id="answer">${size === null ? none : numbersApart(size.sentence)}</p>
    ${warningsView(size === null ? problems : warningsBeside(size, plan))}
  </section>`;
}

/** What a simulation of this very plan says of power. */
function simulatedPower({ state, still }: ViewContext, plan: Plan): readonly PowerAtUnits[] {
  const shown = shownResult(state.simulation);
  if (shown === null || (still && state.simulation.kind === 'running')) return [];
  const isOfThis = simulatedPart(plan) === simulatedPart(shown.request.plan);
  return isOfThis ? shown.result.powerByUnits : [];
}

/** The numbers behind the answer, where they come from, and two pictures. */
export function detailsView(context: ViewContext, plan: Plan): TemplateResult {
  const analysis = analysePlan(plan, context.state.own);
  const { size } = analysis;
  return html`<section class="details" aria-label=${texts.details}>
    ${
      size === null
        ? nothing
        : html`${factsView(plan, size)} ${methodView(context, size)}
          ${fullView(context, plan, size)}`
    }
    <div class="charts">${repeat(
      chartsBeside(plan, analysis, simulatedPower(context, plan)),
      ({ id }) => id,
      (chart) => chartView(context, chart),
    )}</div>
    ${analysis.leftOut === null ? nothing : html`<p class="left-out">${texts.leftOut[analysis.leftOut]}</p>`}
  </section>`;
}
