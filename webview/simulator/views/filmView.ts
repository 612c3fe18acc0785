import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ChartDescription } from '../../../src/core/report/chart/chartDescription';
import { formatCount } from '../../../src/core/report/formatNumber';
import { filmChart, lastDayOf } from '../../../src/core/report/simulation/charts/filmChart';
import type { LaunchFilm } from '../../../src/core/simulate/simulationResult';
import type { ShownResult } from '../state';
import { filmTexts as texts } from '../texts';
import { button } from '../ui';
import { chartView } from './chartView';
import type { ViewContext } from './viewContext';

const drawn = new WeakMap<LaunchFilm, Map<string, ChartDescription>>();

/** Described once for each launch and day. */
function chartOf(
  { request, result }: ShownResult,
  film: LaunchFilm,
  days: number | null,
): ChartDescription {
  const ofFilm = drawn.get(film) ?? new Map<string, ChartDescription>();
  drawn.set(film, ofFilm);
  const key = String(days);
  const chart =
    ofFilm.get(key) ?? filmChart(result, request.plan, { film, ...(days !== null && { days }) });
  ofFilm.set(key, chart);
  return chart;
}

/** One launch, to be watched day by day. Nothing moves unless asked to, and never where less motion is wanted. */
export function filmView(context: ViewContext, shown: ShownResult): TemplateResult {
  const { state, film: actions, still } = context;
  const { days, playing } = state.film;
  const film = state.film.film ?? shown.result.film;
  const whole = film.end.day || lastDayOf(film);
  const controls = html`<div class="commands film">
    ${
      still
        ? nothing
        : button({
            id: 'film-play',
            label: playing ? texts.stop : texts.play,
            name: playing ? texts.stopName : texts.playName,
            look: 'secondary',
            onClick: playing ? actions.stop : actions.play,
          })
    }
    ${button({
      id: 'film-back',
      label: texts.back,
      name: texts.backName,
      look: 'secondary',
      disabled: (days ?? whole) <= 1,
      onClick: () => actions.step(-1),
    })}
    ${button({
      id: 'film-on',
      label: texts.on,
      name: texts.onName,
      look: 'secondary',
      disabled: days === null || days >= whole,
      onClick: () => actions.step(1),
    })}
    ${button({
      id: 'film-another',
      label: texts.another,
      look: 'secondary',
      onClick: actions.another,
    })}
    <span class="quiet">${texts.launch(formatCount(film.launch + 1), formatCount(days ?? whole))}</span>
  </div>`;
  return chartView(context, chartOf(shown, film, days), controls);
}
