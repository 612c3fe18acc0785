import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Plan } from '../../../src/core/experiment/plan/planSchema';
import type { SizeAnswer, SizeNote } from '../../../src/core/experiment/size/sizeAnswer';
import { analysePlan } from '../analysis';
import { count, percentInWords, roundedPercent, tidy } from '../fields/numberWords';
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

function warningsView(warnings: readonly SizeNote[]): TemplateResult | typeof nothing {
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

function daysInWords({ days, wholeWeekDays }: SizeAnswer): string {
  if (days === null) return texts.noDays;
  return wholeWeekDays === null || wholeWeekDays === days
    ? texts.wholeDays(count(days))
    : texts.daysValue(count(days), count(wholeWeekDays));
}

function factsView(size: SizeAnswer): TemplateResult {
  const facts: readonly (readonly [string, string])[] = [
    ...size.perVariant.map(({ variant, sampleSize }) => [variant, count(sampleSize)] as const),
    [texts.total, count(size.total)],
    [texts.days, daysInWords(size)],
    [
      texts.effect,
      `${tidy(Number((size.absoluteEffect * 100).toPrecision(6)))} points, ${percentInWords(size.relativeEffect)} of baseline`,
    ],
    [texts.power, roundedPercent(size.power, 2)],
  ];
  return html`<dl class="facts">
    ${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

function methodView(context: ViewContext, { definition, assumptions }: SizeAnswer): TemplateResult {
  return html`<div class="method">
    <p><span class="quiet">${texts.formula}:</span> ${definition.name}</p>
    <p class="formula" tabindex="0" role="region" aria-label=${texts.formula}><code>${definition.formula}</code></p>
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

/** The answer: one sentence, its numbers, where they come from, and two pictures. */
export function answerView(context: ViewContext, plan: Plan): TemplateResult {
  const { size, charts } = analysePlan(plan);
  return html`<section class="answer" aria-labelledby="answer-title">
    <h2 id="answer-title">${texts.title}</h2>
    ${size === null
      ? html`<p class="sentence">${texts.none}</p>`
      : html`<p class="sentence" id="answer">${numbersApart(size.sentence)}</p>
          ${warningsView(size.warnings)} ${factsView(size)} ${methodView(context, size)}`}
    <div class="charts">${charts.map((chart) => chartView(context, chart))}</div>
  </section>`;
}
