import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { SizeAnswer, SizeNote } from '../../../src/core/experiment/size/sizeAnswer';
import { analysePlan } from '../analysis';
import { formatCount, formatPercent } from '../../../src/core/report/formatNumber';
import { points, probability } from '../fields/numberWords';
import { answerTexts as texts } from '../texts';
import { chartView } from './chartView';
import { foldView } from './foldView';
import { noteIcon } from './icons';
import type { ViewContext } from './viewContext';

/** A sentence with its numbers set apart, for the eye only. */
function numbersApart(sentence: string): readonly (string | TemplateResult)[] {
  return sentence
    .split(/(\d[\d,]*(?:\.\d+)?(?: ?%)?)/)
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

function factsView(size: SizeAnswer): TemplateResult {
  const facts: readonly (readonly [string, string])[] = [
    ...perVariantFacts(size),
    [texts.total, formatCount(size.total)],
    [texts.days, daysInWords(size)],
    [
      texts.effect,
      texts.effectValue(points(size.absoluteEffect), formatPercent(size.relativeEffect)),
    ],
    [texts.power, probability(size.power, 2)],
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
export function answerView(plan: Plan): TemplateResult {
  const { size, problems } = analysePlan(plan);
  return html`<section class="answer" aria-label=${texts.title}>
    <p class="sentence" id="answer">${size === null ? texts.none : numbersApart(size.sentence)}</p>
    ${warningsView(size === null ? problems : warningsBeside(size, plan))}
  </section>`;
}

/** The numbers behind the answer, where they come from, and two pictures. */
export function detailsView(context: ViewContext, plan: Plan): TemplateResult {
  const { size, charts } = analysePlan(plan);
  return html`<section class="details" aria-label=${texts.details}>
    ${size === null ? nothing : html`${factsView(size)} ${methodView(context, size)}`}
    <div class="charts">${charts.map((chart) => chartView(context, chart))}</div>
  </section>`;
}
