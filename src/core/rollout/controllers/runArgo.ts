import type { LaunchDriver } from '../launch/launchDriver';
import { argoShare } from '../strategies/argoShare';
import type {
  ArgoBlueGreen,
  ArgoCanary,
  ArgoMetric,
  ArgoSettings,
  ArgoStep,
} from '../strategies/argoSettings';
import { ArgoAnalysisRun, type ArgoObserver, type ArgoPhase } from './argoAnalysisRun';
import type { LaunchEnding } from './controller';

/** An analysis that never ends on its own is given up here: 24 hours. */
const mostSeconds = 86_400;

/** Drives a launch as Argo Rollouts does; `observe` is told of each measurement. */
export function runArgo(
  settings: ArgoSettings,
  launch: LaunchDriver,
  observe: ArgoObserver = () => {},
): LaunchEnding {
  return settings.kind === 'argo-canary'
    ? new CanaryRun(settings, launch, observe).run()
    : runBlueGreen(settings, launch, observe);
}

/** What to do about the phase of an analysis; null: go on. */
function reactTo(phase: ArgoPhase, launch: LaunchDriver): LaunchEnding | null {
  if (phase === 'failed' || phase === 'error') {
    launch.rollBack();
    return 'rolled-back';
  }
  if (phase !== 'inconclusive') return null;
  launch.advanceTo(launch.time + launch.setting.traffic.responseSeconds);
  return 'waiting';
}

class CanaryRun {
  readonly #settings: ArgoCanary;
  readonly #launch: LaunchDriver;
  readonly #observe: ArgoObserver;
  #background: ArgoAnalysisRun | null = null;
  #mirrored = 0;

  constructor(settings: ArgoCanary, launch: LaunchDriver, observe: ArgoObserver) {
    this.#settings = settings;
    this.#launch = launch;
    this.#observe = observe;
  }

  run(): LaunchEnding {
    const { steps, background } = this.#settings;
    for (const [index, step] of steps.entries()) {
      if (background !== null && index === background.startingStep) {
        this.#background = this.#start(background.metrics);
      }
      const ending = this.#take(step);
      if (ending !== null) return ending;
    }
    this.#launch.setShare(1);
    return 'promoted';
  }

  #start(metrics: readonly ArgoMetric[]): ArgoAnalysisRun {
    return new ArgoAnalysisRun(metrics, this.#launch.time, this.#observe);
  }

  #take(step: ArgoStep): LaunchEnding | null {
    const launch = this.#launch;
    switch (step.kind) {
      case 'set-weight':
        this.#route(argoShare(step.weight, this.#settings.pods));
        return null;
      case 'mirror':
        this.#mirrored = step.percentage / 100;
        this.#route(launch.share);
        return null;
      case 'pause':
        return this.#wait(launch.time + (step.seconds ?? launch.setting.traffic.approvalSeconds));
      case 'analysis':
        return this.#analyse(this.#start(step.metrics));
    }
  }

  #route(share: number): void {
    this.#launch.setShare(share, { mirrored: this.#mirrored });
  }

  /** Background measurements go on while the rollout waits; one that is due as the wait ends comes with the next step. */
  #wait(until: number): LaunchEnding | null {
    for (;;) {
      const next = this.#background?.next() ?? null;
      if (next === null || next >= until) break;
      const ending = this.#measure(next, null);
      if (ending !== null) return ending;
    }
    this.#launch.advanceTo(until);
    return null;
  }

  #analyse(inline: ArgoAnalysisRun): LaunchEnding | null {
    for (;;) {
      const times = [inline.next(), this.#background?.next() ?? null].filter((t) => t !== null);
      if (inline.next() === null || Math.min(...times) > mostSeconds) return 'waiting';
      const ending = this.#measure(Math.min(...times), inline);
      if (ending !== null) return ending;
      if (inline.phase() === 'successful') return null;
    }
  }

  #measure(time: number, inline: ArgoAnalysisRun | null): LaunchEnding | null {
    this.#launch.advanceTo(time);
    for (const run of [inline, this.#background]) {
      if (run === null) continue;
      run.take(this.#launch);
      const ending = reactTo(run.phase(), this.#launch);
      if (ending !== null) return ending;
    }
    return null;
  }
}

function runBlueGreen(
  settings: ArgoBlueGreen,
  launch: LaunchDriver,
  observe: ArgoObserver,
): LaunchEnding {
  const { traffic } = launch.setting;
  const analyse = (metrics: readonly ArgoMetric[]): LaunchEnding | null => {
    if (metrics.length === 0) return null;
    const run = new ArgoAnalysisRun(metrics, launch.time, observe);
    for (;;) {
      const next = run.next();
      if (next === null || next > mostSeconds) return 'waiting';
      launch.advanceTo(next);
      run.take(launch);
      const ending = reactTo(run.phase(), launch);
      if (ending !== null) return ending;
      if (run.phase() === 'successful') return null;
    }
  };
  launch.setShare(0, { tested: traffic.testRequestsPerSecond });
  const before = analyse(settings.prePromotion);
  if (before !== null) return before;
  const wait = settings.autoPromotion ? settings.autoPromotionSeconds : traffic.approvalSeconds;
  launch.advanceTo(launch.time + wait);
  launch.setShare(1);
  return analyse(settings.postPromotion) ?? 'promoted';
}
