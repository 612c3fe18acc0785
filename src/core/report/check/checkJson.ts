import type { CommitFact } from '../../model/flagHistory';
import type { FlagEvidence, FlagVerdict, KeptValue } from '../../model/flagVerdict';
import type { CheckExporter } from './checkExporter';
import type { CheckReport } from './checkReport';

function keepJson(keep: KeptValue) {
  return keep.kind === 'ask' ? 'ask' : { variant: keep.variant, value: keep.value };
}

function commitJson(fact: CommitFact | null) {
  return (
    fact && { commit: fact.commit, date: fact.day, author: fact.author, summary: fact.summary }
  );
}

function evidenceJson(evidence: FlagEvidence) {
  return {
    definitions: evidence.definitions.map(({ file, span, environment }) => ({
      file,
      line: span.start.line + 1,
      environment,
    })),
    introduced: commitJson(evidence.introduced),
    lastChange: commitJson(evidence.lastChange),
    oneSidedSince: commitJson(evidence.oneSidedSince),
    oneSidedDays: evidence.oneSidedDays,
    reads: evidence.reads,
    lastMention: commitJson(evidence.lastMention),
    confidence: evidence.confidence,
    unknown: evidence.unknown,
  };
}

function flagJson(verdict: FlagVerdict) {
  const { key, scope, state, action, keep, blockers, reasons, evidence } = verdict;
  return {
    key,
    scope,
    state,
    action,
    keep: keepJson(keep),
    blockers,
    reasons: reasons.map(({ rule, message }) => ({ rule, message })),
    evidence: evidenceJson(evidence),
  };
}

function write({ version, root, flags, findings, change }: CheckReport): string {
  const report = {
    flaglab: version,
    schema: 1,
    root,
    flags: flags.map(flagJson),
    findings: findings.map(({ rule, level, key, file, line, message, fingerprint }) => ({
      rule,
      level,
      key,
      file,
      line,
      message,
      fingerprint,
    })),
    ...(change && { since: change.since, changes: change.changes }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** For other programs. Schema 1. */
export const checkJson: CheckExporter = { id: 'json', name: 'JSON', write };
