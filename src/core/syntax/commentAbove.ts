import type { SourceLanguage } from '../model/flagRead';
import { isComment } from './syntaxNodes';
import type { SyntaxNode, SyntaxParser } from './syntaxTree';
import { textPositions } from './textPositions';

/** A text to put in at an offset (UTF-16 code units). */
export interface Insertion {
  readonly offset: number;
  readonly newText: string;
}

interface CommentRequest {
  readonly language: SourceLanguage;
  readonly text: string;
  /** What the comment is about begins here. */
  readonly offset: number;
  /** Becomes one line, whatever is in it. */
  readonly words: string;
}

/** More lines than these are not tried: what is that far above is about something else. */
const mostLines = 40;

/**
 * A comment on a line of its own above a place in code, with the indentation and the line break of the line it stands over, and
 * above the comments that are there already (`eslint-disable-next-line` is of the line below). Null where there is no place for
 * it: each line is tried by parsing the text with the comment in it, and taken only if that has the same tokens as before and one
 * comment more. So it never lands in a template, in JSX or behind a line that goes on. The parser has the language's grammar.
 */
export function commentAbove(request: CommentRequest, parser: SyntaxParser): Insertion | null {
  const { language, text, offset } = request;
  const before = tokensOf(text, language, parser);
  if (before === null) return null;
  const positions = textPositions(text);
  const last = positions.positionAt(offset).line;
  for (let line = last; line >= 0 && line > last - mostLines; line -= 1) {
    const above = line === 0 ? '' : lineText(text, positions, line - 1);
    // The grammar of Python takes a comment behind a line that goes on; Python does not.
    if (above.endsWith('\\')) continue;
    if (isCommentLine(above, language) && !isFirstWords(above)) continue;
    const insertion = insertionAt(request, positions, line);
    const at = insertion.offset;
    const after = tokensOf(
      `${text.slice(0, at)}${insertion.newText}${text.slice(at)}`,
      language,
      parser,
    );
    const isOneMore = after?.comments === before.comments + 1;
    if (isOneMore && after.code === before.code) return insertion;
  }
  return null;
}

type Positions = ReturnType<typeof textPositions>;

function lineText(text: string, positions: Positions, line: number): string {
  return text.slice(positions.lineStart(line), positions.lineEnd(line));
}

const mark = (language: SourceLanguage): string => (language === 'python' ? '#' : '//');

function isCommentLine(line: string, language: SourceLanguage): boolean {
  return line.trimStart().startsWith(mark(language));
}

/** What a file has to begin with: an interpreter, a coding. */
function isFirstWords(line: string): boolean {
  return /^#!|coding[:=]/.test(line);
}

function insertionAt(
  { language, text, words }: CommentRequest,
  positions: Positions,
  line: number,
): Insertion {
  const offset = positions.lineStart(line);
  const [indentation = ''] = /^[ \t]*/.exec(lineText(text, positions, line)) ?? [];
  const end = positions.lineEnd(line);
  const [lineBreak = '\n'] = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2)) ?? [];
  return { offset, newText: `${indentation}${mark(language)} ${oneLine(words)}${lineBreak}` };
}

/** Nothing in it ends the line; Java reads \u000a as a line break even in a comment. */
function oneLine(words: string): string {
  return words
    .replace(/[\p{C}\u2028\u2029]+/gu, ' ')
    .replaceAll('\\', '/')
    .trim();
}

interface Tokens {
  /** All tokens but comments, in order. */
  readonly code: string;
  readonly comments: number;
}

/** Null where the text cannot be parsed without an error. */
function tokensOf(text: string, language: SourceLanguage, parser: SyntaxParser): Tokens | null {
  const tree = parser.parse(language, text);
  if (tree === null) return null;
  try {
    if (tree.rootNode.hasError) return null;
    const code: string[] = [];
    let comments = 0;
    const waiting: SyntaxNode[] = [tree.rootNode];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (isComment(node)) comments += 1;
      else if (node.children.length === 0) code.push(node.type, node.text);
      else {
        // What a node with children has of its own, a template's text say, is between them.
        code.push(node.type, ownText(node, text));
        for (const child of node.children.toReversed()) if (child !== null) waiting.push(child);
      }
    }
    return { code: code.join('\u0000'), comments };
  } finally {
    tree.delete();
  }
}

/** What stands between a node's children, without spaces between tokens. */
function ownText(node: SyntaxNode, text: string): string {
  let from = node.startIndex;
  const parts: string[] = [];
  for (const child of node.children) {
    if (child === null) continue;
    parts.push(text.slice(from, child.startIndex).trim());
    from = child.endIndex;
  }
  return [...parts, text.slice(from, node.endIndex).trim()].filter(Boolean).join(' ');
}
