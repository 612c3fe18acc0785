import type { Span } from '../../core/model/position';
import { readBlame } from './readBlame';
import type { BlamedLine } from './readBlame';
import type { GitAnswer, RunGit } from './gitRunner';

export interface LastChangeRequest {
  /** Absolute path of the workspace folder. */
  readonly root: string;
  readonly trusted: boolean;
  /** Relative to the root, `/` between folders. */
  readonly file: string;
  /** The text that `span` was found in. */
  readonly text: string;
  readonly span: Span;
}

/** The newest commit that wrote one of a definition's lines, or why that cannot be known. */
export type LastChange =
  | {
      readonly kind: 'commit';
      readonly author: string;
      /** Seconds since 1970. */
      readonly authorTime: number;
      readonly summary: string;
    }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface DefinitionHistory {
  lastChange(request: LastChangeRequest): Promise<LastChange>;
}

interface CommittedFile {
  readonly text: string;
  readonly lines: readonly BlamedLine[];
  readonly shallow: boolean;
}

type Looked<Value> =
  | { readonly kind: 'found'; readonly value: Value }
  | { readonly kind: 'unknown'; readonly reason: string };

const unknown = (reason: string): { readonly kind: 'unknown'; readonly reason: string } => ({
  kind: 'unknown',
  reason,
});

function failed(answer: Exclude<GitAnswer, { kind: 'ok' }>) {
  return unknown(answer.reason);
}

const withoutCarriageReturns = (text: string) => text.replaceAll('\r\n', '\n');

async function lookAtCommit(
  runGit: RunGit,
  request: LastChangeRequest,
  commit: string,
  shallow: boolean,
): Promise<Looked<CommittedFile>> {
  const options = { cwd: request.root, trusted: request.trusted };
  const text = await runGit('cat-file', ['blob', `${commit}:./${request.file}`], options);
  if (text.kind !== 'ok') return unknown('This file is not committed.');
  // A revision is named: without one git would read the work tree, through filters of the repository's choice.
  const blame = await runGit('blame', ['--line-porcelain', commit, '--', request.file], options);
  if (blame.kind !== 'ok') return failed(blame);
  return {
    kind: 'found',
    value: {
      text: withoutCarriageReturns(text.stdout),
      lines: readBlame(blame.stdout),
      shallow,
    },
  };
}

function newestOf(file: CommittedFile, span: Span): LastChange {
  const lines = file.lines.slice(span.start.line, span.end.line + 1);
  const newest = lines.reduce<BlamedLine | undefined>(
    (best, line) => (best && best.authorTime >= line.authorTime ? best : line),
    undefined,
  );
  if (!newest) return unknown('git does not know these lines.');
  if (file.shallow && newest.isBoundary) {
    return unknown('The change is older than the history of this shallow clone.');
  }
  const { author, authorTime, summary } = newest;
  return { kind: 'commit', author, authorTime, summary };
}

/** Keeps what git said about the files of the current commit; a new commit starts afresh. */
export function createDefinitionHistory(runGit: RunGit): DefinitionHistory {
  const looked = new Map<
    string,
    { commit: string; files: Map<string, Promise<Looked<CommittedFile>>> }
  >();

  function fileAt(request: LastChangeRequest, commit: string, shallow: boolean) {
    let known = looked.get(request.root);
    if (known?.commit !== commit) {
      known = { commit, files: new Map() };
      looked.set(request.root, known);
    }
    let file = known.files.get(request.file);
    if (!file) {
      file = lookAtCommit(runGit, request, commit, shallow);
      known.files.set(request.file, file);
    }
    return file;
  }

  return {
    async lastChange(request) {
      const head = await runGit('rev-parse', ['HEAD', '--is-shallow-repository'], {
        cwd: request.root,
        trusted: request.trusted,
      });
      if (head.kind !== 'ok') return failed(head);
      const [commit, shallow] = head.stdout.trim().split(/\s+/);
      if (!commit) return unknown('There is no commit yet.');
      const file = await fileAt(request, commit, shallow === 'true');
      if (file.kind === 'unknown') return file;
      if (file.value.text !== withoutCarriageReturns(request.text)) {
        return unknown('This file has changes that are not committed.');
      }
      return newestOf(file.value, request.span);
    },
  };
}
