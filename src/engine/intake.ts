import type { FileDigest } from './fileDigest';
import type { IndexState } from './indexState';
import { skipFile, takeInDigest, type IndexContext } from './takeIn';

/**
 * Takes files in while others are still being parsed. One file that cannot be parsed is no reason to know nothing of the others;
 * `settle` rejects where none could be.
 */
export class Intake {
  private readonly parsing = new Set<Promise<void>>();
  private readonly failed: { readonly file: string; readonly error: unknown }[] = [];

  constructor(
    private readonly state: IndexState,
    private readonly context: IndexContext,
  ) {}

  /** `bytes` are the file's, where they are at hand: they are not looked at later. */
  add(file: string, digest: FileDigest, bytes?: Uint8Array): void {
    const parsed = takeInDigest(this.state, file, digest, this.context, bytes);
    if (parsed === null) return;
    const settled: Promise<void> = parsed
      .catch((error: unknown) => void this.failed.push({ file, error }))
      .then(() => void this.parsing.delete(settled));
    this.parsing.add(settled);
  }

  /** Waits until no more than so many files are being parsed. */
  async rest(atMost: number): Promise<void> {
    while (this.parsing.size > atMost) await Promise.race(this.parsing);
  }

  async settle(): Promise<void> {
    await this.rest(0);
    const [first] = this.failed;
    if (first && this.state.summary().parsed === 0) throw first.error;
    for (const { file, error } of this.failed) {
      const reason = error instanceof Error ? error.message : String(error);
      skipFile(this.state, file, `cannot be parsed: ${reason}`);
    }
  }
}
