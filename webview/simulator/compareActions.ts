import type { Plan } from '../../src/core/experiment/plan/planSchema';
import type { SolvedAnswer } from '../../src/core/experiment/size/solvedAnswer';
import { solvePlan } from '../../src/core/experiment/size/solvePlan';
import { comparedNumbers } from '../../src/core/report/simulation/comparedNumbers';
import type { SimulationResult } from '../../src/core/simulate/simulationResult';
import type { FromSimulationWorker } from '../../src/protocol/simulation';
import { askedOf } from './simulationActions';
import type { SimulationRunner } from './simulationWorker';
import type { Pinned, Store } from './state';
import { compareTexts as texts } from './texts';

export interface CompareActions {
  /** Keeps what is shown, to be compared with what comes of changes. */
  readonly pin: () => void;
  readonly unpin: () => void;
  /** Puts another plan beside this one, and simulates it with the seed and the replications of this one. */
  readonly withPlan: (name: string, plan: Plan) => void;
}

const sizes = new WeakMap<Plan, { readonly size: SolvedAnswer | null }>();

/** Worked out once for each plan: pictures of it are not wanted here. */
function sizeOf(plan: Plan): SolvedAnswer | null {
  const known = sizes.get(plan) ?? { size: solvePlan(plan, 'sample-size').value };
  sizes.set(plan, known);
  return known.size;
}

/** The numbers that a plan is compared by. */
export function numbersOf(plan: Plan, result: SimulationResult | null): Pinned['numbers'] {
  return comparedNumbers(plan, sizeOf(plan), result);
}

export function createCompareActions({
  store,
  startRunner,
}: {
  readonly store: Store;
  /** A worker of its own: that of the panel's plan goes on. */
  readonly startRunner: (report: (message: FromSimulationWorker) => void) => SimulationRunner;
}): CompareActions {
  let runner: SimulationRunner | null = null;
  const stop = (): void => {
    runner?.end();
    runner = null;
  };
  const show = (pinned: Pinned | null): void => {
    const { pinned: _before, ...own } = store.get().own;
    store.update({ own: pinned === null ? own : { ...own, pinned } });
  };
  return {
    pin: () => {
      const { snapshot, simulation } = store.get();
      if (!snapshot?.plan) return;
      stop();
      const hasResult = simulation.kind === 'finished' || simulation.kind === 'cancelled';
      const result = hasResult ? simulation.result : null;
      const plan = hasResult ? simulation.request.plan : snapshot.plan;
      show({ name: texts.pinned, numbers: numbersOf(plan, result) });
    },
    unpin: () => {
      stop();
      show(null);
    },
    withPlan: (name, plan) => {
      stop();
      show({ name, numbers: numbersOf(plan, null) });
      const asked = askedOf(store.get().own, plan);
      if (asked === null) return;
      runner = startRunner((message) => {
        if (message.kind === 'progress' || message.kind === 'finished') {
          show({ name, numbers: numbersOf(plan, message.result) });
        }
        if (message.kind === 'failed') {
          const numbers = numbersOf(plan, null);
          show({ name, numbers: [...numbers, [texts.notSimulated, message.message]] });
        }
        if (message.kind !== 'progress') stop();
      });
      runner.send({ kind: 'start', run: 1, request: { plan, ...asked } });
    },
  };
}
