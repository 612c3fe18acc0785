import { readYamlDocuments } from '../../syntax/yamlDocument';
import { argoFormat } from './argo/argoFormat';
import { flaggerFormat } from './flagger/flaggerFormat';
import { goffFormat } from './goFeatureFlag/goffFormat';
import { isHelmTemplate } from './isHelmTemplate';
import { kayentaFormat } from './kayenta/kayentaFormat';
import { ManifestField } from './manifestField';
import { mayHoldRollouts } from './mayHoldRollouts';
import { planFormat } from './plan/planFormat';
import type { ReadRollout, RolloutFile, RolloutSource } from './readRollout';
import type { RolloutHandle } from './rolloutHandle';
import type { RolloutFormat } from './rolloutFormat';

/** All formats that rollouts are read in. */
export const rolloutFormats: readonly RolloutFormat[] = [
  argoFormat,
  flaggerFormat,
  kayentaFormat,
  goffFormat,
  planFormat,
];

/**
 * The rollouts of a file in any of the formats, JSON or YAML of one or several documents. `others` are files with what it
 * names: templates of analyses and metrics. Never throws.
 */
export function readRollouts(
  source: RolloutSource,
  others: readonly RolloutSource[] = [],
): RolloutFile {
  if (isHelmTemplate(source.text)) return helmFile(source);
  const { value, diagnostics } = readYamlDocuments(source.text);
  const documents = value.map((document) => ManifestField.rootOf(document));
  // Of another file only what is named counts, not what is to be said about it there.
  const elsewhere = others
    .filter(({ file, text }) => file !== source.file && !isHelmTemplate(text))
    .flatMap(({ text }) =>
      readYamlDocuments(text).value.map((document) => ManifestField.rootOf(document, false)),
    );
  const rollouts: ReadRollout[] = [];
  for (const document of documents) {
    for (const format of rolloutFormats) {
      if (format.mark.test(source.text))
        rollouts.push(...format.read(document, [...documents, ...elsewhere]).map(withOwnIds));
    }
  }
  const said = documents.flatMap((document) => document.notes.diagnostics);
  return { rollouts, diagnostics: [...diagnostics, ...said] };
}

/** Paths of different documents can be the same: then they are counted. */
function withOwnIds(rollout: ReadRollout): ReadRollout {
  const seen = new Map<string, number>();
  const handles: RolloutHandle[] = [];
  for (const handle of rollout.handles) {
    const isTwice = handles.some(
      ({ span }) =>
        span.start.line === handle.span.start.line &&
        span.start.column === handle.span.start.column,
    );
    // The same template may be named twice.
    if (isTwice) continue;
    const count = (seen.get(handle.id) ?? 0) + 1;
    seen.set(handle.id, count);
    handles.push(count === 1 ? handle : { ...handle, id: `${handle.id}#${count}` });
  }
  return { ...rollout, handles };
}

/** A template says nothing before it is rendered: no error, but nothing to read either. */
function helmFile({ text }: RolloutSource): RolloutFile {
  const line = text.slice(0, text.indexOf('{{')).split('\n').length - 1;
  const start = { line, column: 0 };
  const message =
    'This is a template of Helm: it says nothing before it is rendered. Give the rendered manifest: helm template . > rendered.yaml';
  const diagnostic = {
    code: 'rollout-helm-template',
    severity: 'information',
    message,
    span: { start, end: start },
  } as const;
  return { rollouts: [], diagnostics: mayHoldRollouts(text) ? [diagnostic] : [] };
}
