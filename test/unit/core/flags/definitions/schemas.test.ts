import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { definitionSource } from '../../../../../src/core/flags/definitions/definitionSource';
import { jsonValueOf } from '../../../../../src/core/syntax/jsonDocument';
import { projectPath } from '../../../../house/projectFiles';
import { definitionFixture } from '../../../../support/expectServed';

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(projectPath(`test/fixtures/schemas/${name}`), 'utf8')) as object;
const options = { strict: false, validateFormats: false };
const goff = new Ajv2020(options).compile(schemaOf('go-feature-flag.schema.json'));
const manifest = new Ajv(options).compile(schemaOf('openfeature-flag-manifest.schema.json'));

/** Formats without an SDK that loads a file offline here: their fixtures are real by the published schema. */
test.each([
  ['go-feature-flag/flags.goff.yaml', goff],
  ['go-feature-flag/flags.goff.toml', goff],
  ['go-feature-flag/features.json', goff],
  ['openfeature-manifest/flags.json', manifest],
] as const)('%s is valid by its published schema', (file, validate) => {
  const { value } = definitionSource(file, definitionFixture(file)).data();
  expect(validate(value && jsonValueOf(value)), JSON.stringify(validate.errors)).toBe(true);
});

test('the schema refuses what is none', () => {
  expect(goff({ a: { variations: { x: 1 } } })).toBe(false);
  expect(manifest({ flags: { a: { flagType: 'bool' } } })).toBe(false);
});
