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
      readYamlDocuments(text).value.map((document) => ManifestField.rootOf(document)),
    );
  const rollouts: ReadRollout[] = [];
  for (const document of documents) {
    for (const format of rolloutFormats) {
      if (format.mark.test(source.text))
        rollouts.push(...format.read(document, [...documents, ...elsewhere]));
    }
  }
  const said = documents.flatMap((document) => document.notes.diagnostics);
  return { rollouts, diagnostics: [...diagnostics, ...said] };
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
