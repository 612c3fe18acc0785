import { lastDayOf } from '../../src/core/report/simulation/charts/filmChart';
import type { FromSimulationWorker } from '../../src/protocol/simulation';
import { shownResult } from './simulationActions';
import type { SimulationRunner } from './simulationWorker';
import { type FilmState, type Store, wholeFilm } from './state';

export interface FilmActions {
  /** From the first day, or on from where it was stopped. */
  readonly play: () => void;
  readonly stop: () => void;
  /** A day further or back. */
  readonly step: (days: 1 | -1) => void;
  /** Another launch of the same run. */
  readonly another: () => void;
  readonly report: (message: FromSimulationWorker) => void;
}

/** The whole film takes about this long, a day at most a part of it. */
const filmMs = 6000;
const mostMsADay = 500;
/** No faster: pictures are drawn one by one. */
const leastMsADay = 33;

/** Plays one simulated launch day by day. Its clock stops with the film. */
export function createFilmActions(store: Store, runner: () => SimulationRunner): FilmActions {
  let clock: ReturnType<typeof setInterval> | undefined;
  const set = (change: Partial<FilmState>) =>
    store.update({ film: { ...store.get().film, ...change } });

  /** Days of the launch until it ends. */
  const length = (): number => {
    const { film, simulation } = store.get();
    const shown = film.film ?? shownResult(simulation)?.result.film;
    return shown === undefined ? 0 : shown.end.day || lastDayOf(shown);
  };
  const stop = () => {
    clearInterval(clock);
    clock = undefined;
    if (store.get().film.playing) set({ playing: false });
  };
  const tick = () => {
    const { days, playing } = store.get().film;
    const next = (days ?? 0) + 1;
    if (!playing || next > length()) stop();
    else if (next === length()) {
      set({ days: null });
      stop();
    } else set({ days: next });
  };
  const play = () => {
    stop();
    const whole = length();
    const { days } = store.get().film;
    set({ playing: true, days: days === null || days >= whole ? 1 : days });
    const each = Math.max(leastMsADay, Math.min(mostMsADay, filmMs / Math.max(1, whole)));
    clock = setInterval(tick, each);
  };
  return {
    play,
    stop,
    step: (by) => {
      stop();
      const whole = length();
      const next = Math.max(1, (store.get().film.days ?? whole) + by);
      set({ days: next >= whole ? null : next });
    },
    another: () => {
      const { simulation, film } = store.get();
      const shown = shownResult(simulation);
      if (shown === null || simulation.kind === 'idle' || simulation.kind === 'failed') return;
      stop();
      const launch = (film.film ?? shown.result.film).launch + 1;
      runner().send({ kind: 'film', run: simulation.run, request: shown.request, launch });
    },
    report: (message) => {
      if (message.kind === 'film') store.update({ film: { ...wholeFilm, film: message.film } });
    },
  };
}
