import type { Diagnostic } from '../../core/model/diagnostic';
import type { RolloutReport } from '../../core/rollout/report/rolloutReport';
import { levelText, metricText } from '../../core/rollout/report/levelText';
import { rolloutSentence } from '../../core/rollout/report/rolloutSentence';
import { diagnosticsJson } from '../../core/report/diagnosticsJson';

function reportJson({
  name,
  format,
  requestsPerSecond,
  assessment,
  comparison,
  assumptions,
}: RolloutReport) {
  const { bad, good, metric, normal, underTest, curve, smallestCaught } = assessment;
  return {
    name,
    format,
    sentence: rolloutSentence(assessment, bad),
    traffic: { requestsPerSecond },
    release: {
      metric: metricText(metric),
      normal,
      underTest,
      words: `${levelText(metric, normal)} to ${levelText(metric, underTest)}`,
    },
    launches: bad.launches,
    outcomes: bad.outcomes,
    standardErrors: bad.standardErrors,
    closedForm: bad.closedForm,
    goodRelease: {
      outcomes: good.outcomes,
      standardErrors: good.standardErrors,
      closedForm: good.closedForm,
    },
    operatingCharacteristic: curve,
    smallestCaught,
    falseAbortsPerYear: assessment.falseAbortsPerYear,
    falseAbortsPerYearStandardError: assessment.falseAbortsPerYearStandardError,
    valueOfAbort: assessment.valueOfAbort,
    valueOfAbortStandardError: assessment.valueOfAbortStandardError,
    comparison,
    assumptions,
  };
}

/** The report of `flaglab rollout --format json`, schema 1. The first rollout's answer stands at the top as well; null without one. */
export function rolloutJson(
  {
    file,
    seed,
    reports,
    said,
  }: {
    readonly file: string;
    readonly seed: number;
    readonly reports: readonly RolloutReport[];
    readonly said: readonly (Diagnostic & { readonly file: string })[];
  },
  version: string,
): string {
  const rollouts = reports.map(reportJson);
  const first = rollouts[0];
  const json = {
    flaglab: version,
    schema: 1,
    file,
    seed,
    outcomes: first?.outcomes ?? null,
    standardErrors: first?.standardErrors ?? null,
    rollouts,
    diagnostics: diagnosticsJson(said),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}
