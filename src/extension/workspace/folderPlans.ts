import { planFileName } from '../../core/experiment/plan/planFileName';
import { parsePlan } from '../../core/experiment/plan/parsePlan';

/** The plan files of a folder and the flags they are about. */
export class FolderPlans {
  /** Flag by path; null where the file cannot be read at present. */
  readonly #flags = new Map<string, string | null>();

  update(path: string, text: string): void {
    this.#flags.set(path, parsePlan(text).plan?.flag ?? null);
  }

  remove(path: string): void {
    this.#flags.delete(path);
  }

  paths(): readonly string[] {
    return [...this.#flags.keys()];
  }

  /** Paths of the plans of a flag, in stable order; a file that cannot be read counts by its name. */
  plansOf(key: string): readonly string[] {
    return [...this.#flags]
      .filter(([path, flag]) => (flag === null ? path === planFileName(key) : flag === key))
      .map(([path]) => path)
      .toSorted();
  }
}
