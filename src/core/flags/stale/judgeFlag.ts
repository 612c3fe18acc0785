import type { FlagFinding } from '../../model/flagFinding';
import type { FlagAction, FlagBlocker, FlagVerdict, KeptValue } from '../../model/flagVerdict';
import { flagStanding, type FlagStanding } from './flagStanding';
import { staleBlocks, staleRules } from './registry';
import type { StaleFacts } from './staleFacts';
import type { StaleRule, StaleSignal } from './staleRule';

/** A flag's verdict, and what is to be said about it at places in files. */
export interface JudgedFlag {
  readonly verdict: FlagVerdict;
  readonly findings: readonly FlagFinding[];
}

interface RuleSignal {
  readonly rule: StaleRule;
  readonly signal: StaleSignal;
}

/** The strongest thing that rules ask for; a contradiction is for a person to solve. */
function wantedAction(signals: readonly RuleSignal[]): FlagAction {
  if (signals.some(({ signal }) => signal.isDoubtful)) return 'ask';
  const wanted = new Set(signals.map(({ signal }) => signal.action));
  return (['remove', 'archive', 'ask'] as const).find((action) => wanted.has(action)) ?? 'none';
}

/** What stands in the way stops everything; what is not known leaves it to a person. */
function actionOf(
  signals: readonly RuleSignal[],
  blockers: readonly FlagBlocker[],
  { unknown }: FlagStanding,
): FlagAction {
  const wanted = wantedAction(signals);
  if (wanted === 'none' || blockers.length > 0) return 'none';
  return unknown.length > 0 ? 'ask' : wanted;
}

function keepOf(standing: FlagStanding, signals: readonly RuleSignal[]): KeptValue {
  const said = signals.find(({ signal }) => signal.keep !== undefined)?.signal.keep;
  // The file that people are served from says it best; a plan's word counts where it says nothing.
  return standing.keep.kind === 'value' ? standing.keep : (said ?? standing.keep);
}

function confidenceOf({ unknown, telling }: FlagStanding): 'high' | 'medium' | 'low' {
  if (unknown.length > 0) return 'low';
  return telling.length > 0 ? 'high' : 'medium';
}

function placeOf({ flag }: StaleFacts, { telling }: FlagStanding) {
  const definition = telling[0] ?? flag.definitions[0];
  if (definition) return { file: definition.file, span: definition.keySpan };
  const [read] = flag.reads;
  return read ? { file: read.file, span: read.keySpan ?? read.span } : null;
}

function findingOf(
  { rule, signal }: RuleSignal,
  facts: StaleFacts,
  standing: FlagStanding,
  blockers: readonly FlagBlocker[],
): readonly FlagFinding[] {
  const { key, scope } = facts.flag;
  const place = signal.place ?? placeOf(facts, standing);
  if (place === null) return [];
  const isBlocked = blockers.length > 0 && signal.action !== 'none';
  const blocked = isBlocked ? ` Blocked: ${blockers.map(({ message }) => message).join(' ')}` : '';
  const isUnsure = standing.unknown.length > 0 && signal.action !== 'none';
  return [
    {
      code: rule.id,
      severity: isBlocked || isUnsure ? 'information' : signal.severity,
      message: `“${key}”: ${signal.message}${blocked}`,
      ...place,
      key,
      scope,
      suggestion: null,
      related: signal.related ?? [],
    },
  ];
}

function evidenceOf(facts: StaleFacts, standing: FlagStanding): FlagVerdict['evidence'] {
  const { flag, lastMention } = facts;
  return {
    definitions: flag.definitions.map(({ file, keySpan, environment }) => ({
      file,
      span: keySpan,
      environment,
    })),
    introduced: standing.introduced,
    lastChange: standing.lastChange,
    oneSidedSince: standing.since,
    oneSidedDays: standing.oneSidedDays,
    reads: { source: standing.sourceReads.length, test: standing.testReads.length },
    lastMention: lastMention.kind === 'gone' ? lastMention.commit : null,
    confidence: confidenceOf(standing),
    unknown: standing.unknown,
  };
}

/** What is to be said about one flag. The same facts give the same verdict, in whatever order they came. Never throws. */
export function judgeFlag(facts: StaleFacts): JudgedFlag {
  const { key, scope } = facts.flag;
  const standing = flagStanding(facts);
  const signals = staleRules.flatMap((rule) =>
    rule.find(facts, standing).map((signal) => ({ rule, signal })),
  );
  const blockers = staleBlocks.flatMap((block) =>
    block.find(facts, standing).map((message) => ({ rule: block.id, message })),
  );
  return {
    verdict: {
      key,
      scope,
      state: standing.state,
      action: actionOf(signals, blockers, standing),
      keep: keepOf(standing, signals),
      blockers,
      reasons: signals.map(({ rule, signal: { message, action: wants } }) => ({
        rule: rule.id,
        message,
        wants,
      })),
      evidence: evidenceOf(facts, standing),
    },
    findings:
      facts.keep === null
        ? signals.flatMap((found) => findingOf(found, facts, standing, blockers))
        : [],
  };
}
