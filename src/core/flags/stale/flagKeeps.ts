import type { Flag } from '../../model/flag';
import type { FlagFinding } from '../../model/flagFinding';
import type { KeepComment } from '../../model/keepComment';
import type { Span } from '../../model/position';
import type { Settings } from '../../settings/settingsSchema';
import type { ValidKeep } from './staleFacts';

/** A wish to keep a flag as somebody wrote it, valid or not. */
interface WrittenKeep {
  readonly file: string;
  readonly span: Span;
  readonly until: string | null;
  readonly badUntil: string | null;
  readonly reason: string | null;
}

/** What a project says of flags that stay. */
export interface KeepSources {
  readonly comments: readonly KeepComment[];
  readonly settings: Pick<Settings, 'keep'>;
  /** Name of the settings file, and where its entry `keep[index]` stands. */
  readonly settingsFile: string;
  spanOfEntry(index: number): Span;
  readonly now: string;
}

/** Which flags are kept, and what is wrong with wishes to keep one. */
export interface FlagKeeps {
  keepOf(flag: Flag): ValidKeep | null;
  readonly findings: readonly FlagFinding[];
}

const noKey = { key: '', scope: '.', suggestion: null, related: [] } as const;

function touches({ firstLine, lastLine }: KeepComment, { start, end }: Span): boolean {
  return start.line <= lastLine && firstLine <= end.line;
}

/** Whether a comment speaks of a flag: at one of its reads, or at its definition. */
function speaksOf(comment: KeepComment, { reads, definitions }: Flag): boolean {
  return (
    reads.some(({ file, span }) => file === comment.file && touches(comment, span)) ||
    definitions.some(
      ({ file, span, keySpan }) =>
        file === comment.file && (touches(comment, keySpan) || touches(comment, span)),
    )
  );
}

function problemOf(keep: WrittenKeep, about: string, now: string): FlagFinding | null {
  const { file, span } = keep;
  const said = (code: string, severity: FlagFinding['severity'], message: string) => ({
    ...noKey,
    code,
    severity,
    message,
    file,
    span,
  });
  if (keep.badUntil !== null) {
    const message = `This keeps ${about} until “${keep.badUntil}”, which is no day: write until 2027-03-01.`;
    return said('flag-keep-unreadable', 'error', message);
  }
  if (keep.reason === null) {
    const message = `This keeps ${about} without a reason, so it does not count: say why.`;
    return said('flag-keep-no-reason', 'error', message);
  }
  if (keep.until !== null && keep.until < now) {
    const message = `This kept ${about} until ${keep.until}, which is past: ${keep.reason}.`;
    return said('flag-keep-expired', 'warning', message);
  }
  return null;
}

/** Puts wishes to keep flags to the flags they are about. An expired or reasonless one is a finding and keeps nothing. */
export function flagKeeps(flags: readonly Flag[], sources: KeepSources): FlagKeeps {
  const { comments, settings, settingsFile, now } = sources;
  const kept = new Map<Flag, ValidKeep>();
  const findings: FlagFinding[] = [];
  const take = (keep: WrittenKeep, about: readonly Flag[], named: string | null) => {
    const [first] = about;
    const key = first?.key ?? named ?? '';
    if (first === undefined) {
      const message =
        named === null
          ? 'No flag is read or defined where this comment stands: it keeps nothing.'
          : `There is no flag “${named}” here: this entry keeps nothing.`;
      const { file, span } = keep;
      const code = 'flag-keep-unused';
      findings.push({ ...noKey, key, code, severity: 'information', message, file, span });
      return;
    }
    const problem = problemOf(keep, `“${key}”`, now);
    if (problem) findings.push({ ...problem, key, scope: first.scope });
    else if (keep.reason !== null)
      for (const flag of about) kept.set(flag, { until: keep.until, reason: keep.reason });
  };
  for (const [index, { key, until, reason }] of settings.keep.entries()) {
    const written = { until: until ?? null, badUntil: null, reason: reason ?? null };
    take(
      { file: settingsFile, span: sources.spanOfEntry(index), ...written },
      flags.filter((flag) => flag.key === key),
      key,
    );
  }
  for (const comment of comments)
    take(
      comment,
      flags.filter((flag) => speaksOf(comment, flag)),
      null,
    );
  return { keepOf: (flag) => kept.get(flag) ?? null, findings };
}
