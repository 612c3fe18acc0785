import { planFileName } from '../../core/experiment/plan/planFileName';
import { type PlanInWords, planInWords } from '../../core/experiment/size/planInWords';
import { parsePlan } from '../../core/experiment/plan/parsePlan';
import type { PlanResult } from '../../core/experiment/plan/planSchema';

interface KnownPlan {
  readonly flag: string;
  readonly result: PlanResult | null;
  readonly words: PlanInWords | null;
}

/** The plan files of a folder and the flags they are about. */
export class FolderPlans {
  /** What is kept of a plan by its path; null where the file cannot be read at present. */
  readonly #plans = new Map<string, KnownPlan | null>();

  update(path: string, text: string): void {
    const { plan } = parsePlan(text);
    this.#plans.set(
      path,
      plan && { flag: plan.flag, result: plan.result ?? null, words: planInWords(plan) },
    );
  }

  remove(path: string): void {
    this.#plans.delete(path);
  }

  paths(): readonly string[] {
    return [...this.#plans.keys()];
  }

  /** Paths of the plans of a flag, in stable order; a file that cannot be read counts by its name. */
  plansOf(key: string): readonly string[] {
    return [...this.#plans]
      .filter(([path, plan]) => (plan === null ? path === planFileName(key) : plan.flag === key))
      .map(([path]) => path)
      .toSorted();
  }

  /** What the one plan of a flag asks for; null where it has none or several, or it is not known. */
  wordsOf(key: string): PlanInWords | null {
    const [path, ...others] = this.plansOf(key);
    return path === undefined || others.length > 0 ? null : (this.#plans.get(path)?.words ?? null);
  }

  /** What the plans of a flag decided; the latest last, where they say when. */
  resultsOf(key: string): readonly PlanResult[] {
    return [...this.#plans.values()]
      .flatMap((plan) => (plan?.flag === key && plan.result !== null ? [plan.result] : []))
      .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  }
}
