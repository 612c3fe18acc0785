import type { KeptRun } from '../../protocol/keptRun';

export interface KeptRunsLimits {
  readonly documents: number;
  /** Of what is kept, as JSON. */
  readonly characters: number;
}

interface Kept {
  readonly run: KeptRun;
  readonly characters: number;
  readonly closed: boolean;
}

const usualLimits: KeptRunsLimits = { documents: 50, characters: 16_000_000 };

/** The last run of each document, for as long as there is room: those that were not touched for longest go first. */
export class KeptRuns {
  /** The one touched last is last. */
  readonly #kept = new Map<string, Kept>();
  readonly #limits: KeptRunsLimits;

  constructor(limits: KeptRunsLimits = usualLimits) {
    this.#limits = limits;
  }

  keep(document: string, run: KeptRun): void {
    this.#touch(document, { run, characters: JSON.stringify(run).length, closed: false });
    this.#dropOldest();
  }

  /** What was kept of a document's run, and whether its panel was closed since; null where nothing is. */
  of(document: string): { readonly run: KeptRun; readonly closed: boolean } | null {
    const kept = this.#kept.get(document);
    if (kept === undefined) return null;
    this.#touch(document, kept);
    return kept;
  }

  /** The panel was closed: its run goes on only if the person wants it. */
  close(document: string): void {
    const kept = this.#kept.get(document);
    if (kept !== undefined) this.#kept.set(document, { ...kept, closed: true });
  }

  #touch(document: string, kept: Kept): void {
    this.#kept.delete(document);
    this.#kept.set(document, kept);
  }

  #dropOldest(): void {
    let characters = 0;
    for (const kept of this.#kept.values()) characters += kept.characters;
    for (const [document, kept] of this.#kept) {
      const { size } = this.#kept;
      if (size <= this.#limits.documents && characters <= this.#limits.characters) return;
      this.#kept.delete(document);
      characters -= kept.characters;
    }
  }
}
