import { describe, expect, test } from 'vitest';
import { KeptRuns } from '../../../src/extension/simulator/keptRuns';
import type { KeptRun } from '../../../src/protocol/keptRun';

const run = (hash: string): KeptRun => ({
  asked: { seed: 1, replications: 10 },
  checkpoint: { hash, sums: {} as KeptRun['checkpoint']['sums'] },
  state: 'running',
});

/** Which of the documents are still known. */
const known = (runs: KeptRuns, ...documents: readonly string[]) =>
  documents.filter((document) => runs.of(document) !== null);

describe('runs kept for documents', () => {
  test('the last one of each, open until its panel is closed', () => {
    const runs = new KeptRuns();
    runs.keep('a', run('1'));
    runs.keep('a', run('2'));
    expect(runs.of('a')).toMatchObject({ run: run('2'), closed: false });
    runs.close('a');
    expect(runs.of('a')).toMatchObject({ run: run('2'), closed: true });
    runs.keep('a', run('3'));
    expect(runs.of('a')).toMatchObject({ run: run('3'), closed: false });
    expect(runs.of('b')).toBeNull();
  });

  test('of too many the one that was not touched for longest goes', () => {
    const runs = new KeptRuns({ documents: 2, characters: 1e6 });
    runs.keep('a', run('1'));
    runs.keep('b', run('1'));
    runs.of('a');
    runs.keep('c', run('1'));
    expect(known(runs, 'a', 'b', 'c')).toEqual(['a', 'c']);
  });

  test('and of what is too large altogether', () => {
    const { length } = JSON.stringify(run('1'));
    const runs = new KeptRuns({ documents: 50, characters: 2 * length });
    for (const document of ['a', 'b', 'c', 'd']) runs.keep(document, run('1'));
    expect(known(runs, 'a', 'b', 'c', 'd')).toEqual(['c', 'd']);
    runs.keep('e', run('x'.repeat(2 * length)));
    expect(known(runs, 'c', 'd', 'e')).toEqual([]);
  });
});
