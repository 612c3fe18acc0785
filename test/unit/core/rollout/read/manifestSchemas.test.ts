import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { jsonOf } from '../../../../../src/core/syntax/yamlNode';
import { readYamlDocuments } from '../../../../../src/core/syntax/yamlDocument';
import { readFixture } from '../../../../support/readFixture';

/** What the clusters themselves accept: the fixtures of manifests are real ones. */
const schemas: Readonly<Record<string, string>> = {
  Rollout: 'crd-argoproj-Rollout-v1alpha1.json',
  AnalysisTemplate: 'crd-argoproj-AnalysisTemplate-v1alpha1.json',
  ClusterAnalysisTemplate: 'crd-argoproj-AnalysisTemplate-v1alpha1.json',
  Canary: 'crd-fluxcd-Canary-v1beta1.json',
  MetricTemplate: 'crd-fluxcd-MetricTemplate-v1beta1.json',
};

const folder = new URL('../../../../fixtures/rollouts/', import.meta.url);
const files = ['argo-rollouts', 'flagger'].flatMap((format) =>
  readdirSync(new URL(`${format}/`, folder)).map((name) => `${format}/${name}`),
);

test.each(files)('%s is accepted by the published schemas', (name) => {
  const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
  const { value } = readYamlDocuments(readFileSync(new URL(name, folder), 'utf8'));
  expect(value.length).toBeGreaterThan(0);
  for (const { root } of value) {
    const manifest = jsonOf(root) as { readonly kind: string };
    const schema = readFixture(`schemas/${schemas[manifest.kind] ?? ''}`) as object;
    const validate = ajv.compile(schema);
    expect(validate(manifest) ? [] : validate.errors).toEqual([]);
  }
});
