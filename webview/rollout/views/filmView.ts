import { html, nothing, type TemplateResult } from 'lit/html.js';
import { formatCount, formatPercent } from '../../../src/core/report/formatNumber';
import type { ChartDescription } from '../../../src/core/report/chart/chartDescription';
import { filmCharts, filmEndings } from '../../../src/core/rollout/report/charts/filmCharts';
import { formatDuration } from '../../../src/core/rollout/report/formatDuration';
import type { RolloutFilm } from '../../../src/core/rollout/simulate/rolloutFilm';
import { button } from '../../simulator/ui';
import { resultTexts as texts } from '../texts';
import { chartView } from './chartView';
import type { ViewContext } from './viewContext';

let last: {
  readonly film: RolloutFilm;
  readonly moment: number | null;
  readonly charts: readonly ChartDescription[];
} | null = null;

/** Described once for each moment, so that a redraw of the page leaves the pictures alone. */
function chartsOf(film: RolloutFilm, moment: number | null): readonly ChartDescription[] {
  if (last?.film !== film || last.moment !== moment) {
    last = { film, moment, charts: filmCharts(film, moment) };
  }
  return last.charts;
}

/** One simulated launch, to be watched or gone through. */
export function filmView(context: ViewContext): TemplateResult | typeof nothing {
  const { state, actions, still } = context;
  const { film } = state.run;
  if (film === null) return nothing;
  const at = state.moment ?? film.seconds;
  return html`<section class="film" aria-labelledby="film-title">
    <h2 id="film-title">${texts.film}</h2>
    <div class="commands">
      ${
        still
          ? nothing
          : button({
              id: 'play',
              label: state.isPlaying ? texts.stop : texts.play,
              look: 'secondary',
              onClick: () => actions.play(!state.isPlaying),
            })
      }
      ${button({
        id: 'another',
        label: texts.another,
        look: 'secondary',
        onClick: () => actions.film(state.filmed + 1),
      })}
      <span class="quiet">${texts.number(film.launch)}</span>
    </div>
    <input
      id="moment"
      type="range"
      min="0"
      max=${film.seconds}
      step=${Math.max(1, film.seconds / 500)}
      .value=${String(at)}
      aria-label=${texts.moment}
      aria-valuetext=${formatDuration(at)}
      @input=${(event: Event) => actions.look(Number((event.currentTarget as HTMLInputElement).value))}
    />
    <p id="film-state">${momentInWords(film, at)}</p>
    <div class="charts">
      ${chartsOf(film, state.moment).map((chart) => chartView(context, chart))}
    </div>
  </section>`;
}

/** `12 minutes: 10 % of traffic; 3 checks passed, 1 failed.` */
function momentInWords(film: RolloutFilm, at: number): string {
  const share = film.weights.findLast(({ time }) => time <= at)?.share ?? 0;
  const done = film.checks.filter(({ time }) => time <= at);
  const of = (verdict: string) => done.filter((check) => check.verdict === verdict).length;
  const missing = of('error') + of('inconclusive');
  const undecided = missing > 0 ? `, ${formatCount(missing)} undecided` : '';
  const ending = at >= film.seconds ? ` It is ${filmEndings[film.ending]}.` : '';
  return `${formatDuration(at)}: ${formatPercent(share)} of traffic; ${formatCount(of('pass'))} checks passed, ${formatCount(of('fail'))} failed${undecided}.${ending}`;
}
