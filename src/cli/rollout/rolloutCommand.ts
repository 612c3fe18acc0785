import type { RolloutQuestion } from '../../core/rollout/assess/askRollout';
import { reportRollout } from '../../core/rollout/assess/reportRollout';
import type { RolloutSource } from '../../core/rollout/read/readRollout';
import { readRollouts } from '../../core/rollout/read/registry';

import { rolloutHtml } from '../../core/rollout/report/rolloutHtml';
import { rolloutMarkdown } from '../../core/rollout/report/rolloutMarkdown';
import type { RolloutReport } from '../../core/rollout/report/rolloutReport';
import { parseSettings } from '../../core/settings/parseSettings';
import type { Diagnostic } from '../../core/model/diagnostic';
import type { AnalyzeFormat, CommandResult } from '../commandResult';
import { locationOf } from '../places';
import { rolloutJson } from './rolloutJson';
import { rolloutText } from './rolloutText';

export interface RolloutCommandRequest extends Omit<RolloutQuestion, 'known'> {
  /** The file asked about, and others with templates it names. */
  readonly source: RolloutSource;
  readonly others: readonly RolloutSource[];
  /** The text of `flaglab.yaml`, where there is one. */
  readonly settings: RolloutSource | null;
  readonly format: AnalyzeFormat;
  readonly version: string;
}

interface Said extends Diagnostic {
  readonly file: string;
}

/** `flaglab rollout`: what the rollouts of a file catch. Exit code 2 where there is none that can be simulated. */
export function runRollout(request: RolloutCommandRequest): CommandResult {
  const { source, others, settings, signal } = request;
  const read = readRollouts(source, others);
  const parsed = settings === null ? null : parseSettings(settings.text);
  const known = parsed?.value?.metrics ?? {};
  const reports: RolloutReport[] = [];
  for (const rollout of read.rollouts) {
    if (signal.aborted) break;
    const report = reportRollout(rollout, { ...request, known });
    if (report !== null) reports.push(report);
  }
  const said: Said[] = [
    ...(settings === null
      ? []
      : (parsed?.diagnostics ?? []).map((one) => ({ ...one, file: settings.file }))),
    ...read.diagnostics.map((one) => ({ ...one, file: source.file })),
  ];
  const messages = said.map(
    ({ file, span, severity, message }) => `${locationOf(file, span)}: ${severity}: ${message}`,
  );
  if (signal.aborted) {
    return {
      exitCode: 130,
      output: '',
      messages: [...messages, 'Interrupted: nothing is reported.'],
    };
  }
  const isHelm = read.diagnostics.some(({ code }) => code === 'rollout-helm-template');
  if (reports.length === 0 && messages.length === 0) messages.push(nothingIn(source.file));
  return {
    exitCode: reports.length > 0 || isHelm ? 0 : 2,
    output: outputOf(request, reports, said),
    messages,
  };
}

const nothingIn = (file: string): string =>
  `${file} has no rollout that is read: an Argo Rollout, a Flagger Canary, a canary config of Kayenta, a progressive or scheduled rollout of GO Feature Flag, a plan with launch.`;

function outputOf(
  { format, source, seed, version }: RolloutCommandRequest,
  reports: readonly RolloutReport[],
  said: readonly Said[],
): string {
  if (format === 'json') {
    const findings = reports.flatMap((report) =>
      report.findings.map((one) => ({ ...one, file: source.file })),
    );
    return rolloutJson({ file: source.file, seed, reports, said: [...said, ...findings] }, version);
  }
  if (reports.length === 0) return '';
  switch (format) {
    case 'text':
      return rolloutText(reports);
    case 'markdown':
      return rolloutMarkdown(reports);
    case 'html':
      return rolloutHtml(reports);
  }
}

/** Reads `--traffic`: `100rps`, `100/s`, `6000rpm`, or a number of requests a second; null for anything else. */
export function parseTraffic(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(rps|\/s|rpm|\/min)?$/i.exec(text.trim());
  if (match === null) return null;
  const value = Number(match[1]) / (/^(rpm|\/min)$/i.test(match[2] ?? '') ? 60 : 1);
  return value > 0 && value <= 1e9 ? value : null;
}
