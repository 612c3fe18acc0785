import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { mayHoldDefinitions } from '../../../src/core/flags/definitions/definitionFileNames';
import type { FileFacts } from '../../../src/core/model/fileFacts';
import { sourceLanguageOf } from '../../../src/core/syntax/sourceLanguage';
import { fileFactsOf } from '../../../src/engine/fileFactsOf';
import { loadTestParser } from '../../support/testParser';
import { checkFile } from './checkFile';
import { drawOf, mutatedText, type Draw } from './mutatedText';

interface Fixture {
  readonly file: string;
  readonly text: string;
  readonly kind: string;
  readonly facts: FileFacts;
}

const { root, seed, from, to } = workerData as {
  readonly root: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
};

const parser = await loadTestParser();

/** `typescript`, `go`, ... for sources; the format's id for definition files. */
function kindOf(file: string, facts: FileFacts): string {
  const ending = path.extname(file).slice(1);
  return sourceLanguageOf(file) ?? `${facts.definitionFormat} (${ending})`;
}

async function readFixtures(): Promise<readonly Fixture[]> {
  const fixtures: Fixture[] = [];
  for (const folder of ['reads', 'declarations', 'definitions']) {
    for (const name of readdirSync(path.join(root, folder), {
      recursive: true,
      encoding: 'utf8',
    }).sort()) {
      const file = `${folder}/${name.replaceAll(path.sep, '/')}`;
      if (!sourceLanguageOf(file) && !mayHoldDefinitions(file)) continue;
      const text = readFileSync(path.join(root, file), 'utf8');
      const facts = await fileFactsOf(file, text, parser);
      if (facts) fixtures.push({ file, text, kind: kindOf(file, facts), facts });
    }
  }
  return fixtures;
}

const fixtures = await readFixtures();
const kinds = [...new Set(fixtures.map(({ kind }) => kind))].sort();
const isSource = (kind: string) => !kind.includes('(');

/** Most files in their own language, some read as another one. */
function drawnFile(draw: Draw): {
  readonly kind: string;
  readonly base: Fixture;
  readonly file: string;
} {
  const kind = draw.of(kinds.filter((each) => isSource(each) === draw.under(4) > 0));
  const own = fixtures.filter((fixture) => fixture.kind === kind);
  const base = draw.of(own);
  if (!isSource(kind) || draw.under(12) > 0) return { kind, base, file: base.file };
  const foreign = draw.of(fixtures.filter((fixture) => isSource(fixture.kind)));
  return { kind, base: foreign, file: base.file };
}

/** A few files beside this one: its own folder's, and one that defines flags. */
function neighbours(file: string, draw: Draw): readonly Fixture[] {
  const folder = path.posix.dirname(file);
  const beside = fixtures.filter(
    (fixture) => fixture.file !== file && path.posix.dirname(fixture.file) === folder,
  );
  const defining = draw.of(fixtures.filter(({ kind }) => !isSource(kind)));
  return [...beside.slice(0, 4), ...(defining.file === file ? [] : [defining])];
}

for (let number = from; number < to; number++) {
  const draw = drawOf(Math.imul(seed, 0x9e3779b1) + number);
  const { kind, base, file } = drawnFile(draw);
  const sameLanguage = fixtures.filter((fixture) => fixture.kind === base.kind);
  const text = mutatedText(base.text, draw.of(sameLanguage).text, draw);
  parentPort?.postMessage({ number, kind, file, text });
  const outcome = await checkFile({ file, text }, neighbours(file, draw), parser);
  parentPort?.postMessage({ number, outcome });
}
