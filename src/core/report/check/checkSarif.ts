import { checkRules, type RuleHelp } from './checkRules';
import type { CheckExporter } from './checkExporter';
import { ruleAddress } from './ruleAddress';
import type { CheckReport, ReportedFinding } from './checkReport';

function ruleSarif({ id, name, help: text }: RuleHelp) {
  const address = ruleAddress(id);
  return {
    id,
    name: id.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: name },
    fullDescription: { text },
    help: { text, markdown: text },
    ...(address !== null && { helpUri: address }),
  };
}

/** A path as a URI below the root of the repository. */
function uriOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}

function resultSarif(finding: ReportedFinding, index: ReadonlyMap<string, number>) {
  const { rule, level, message, file, line, column, fingerprint } = finding;
  const ruleIndex = index.get(rule);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
    partialFingerprints: { 'flaglab/v1': fingerprint, primaryLocationLineHash: fingerprint },
  };
}

function write({ version, findings }: CheckReport): string {
  const others = [...new Set(findings.map(({ rule }) => rule))]
    .filter((rule) => !checkRules.some(({ id }) => id === rule))
    .map((id) => ({ id, name: id, help: 'What reading a file found wrong.' }));
  const rules = [...checkRules, ...others];
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Flaglab',
            semanticVersion: version,
            rules: rules.map(ruleSarif),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultSarif(finding, index)),
      },
    ],
  };
  return `${JSON.stringify(sarif, null, 2)}\n`;
}

/** For code scanning: SARIF 2.1.0. */
export const checkSarif: CheckExporter = { id: 'sarif', name: 'SARIF', write };
