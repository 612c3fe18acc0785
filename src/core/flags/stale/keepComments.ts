import type { KeepComment } from '../../model/keepComment';
import { dayOf } from '../../model/dayOf';

const directive = /(?:\/\/|#|\/\*|^\s*\*|<!--)[^\n]*?\bflaglab-keep:?(?![\w-])[ \t]*(.*)$/;
const alone = /^\s*(?:\/\/|#|\/?\*|<!--|\{\s*\/\*)/;

/** What is written after the directive, without the end of the comment. */
function saying(text: string): Pick<KeepComment, 'until' | 'badUntil' | 'reason'> {
  const plain = text.replace(/\s*(\*\/\s*\}?|-->)\s*$/, '').trim();
  const [, written, rest] = /^until\b[ \t]*([^\s,]*)[ \t]*,?[ \t]*(.*)$/i.exec(plain) ?? [];
  const until = written === undefined ? null : dayOf(written);
  const reason = (written === undefined ? plain : (rest ?? '')).trim();
  return {
    until,
    badUntil: written !== undefined && until === null ? written : null,
    reason: reason === '' ? null : reason,
  };
}

/** The comments `flaglab-keep` of a text. `file` is its path. Never throws. */
export function keepComments(file: string, text: string): readonly KeepComment[] {
  if (!text.includes('flaglab-keep')) return [];
  const lines = text.split(/\r\n|\n|\r/);
  return lines.flatMap((line, index): readonly KeepComment[] => {
    const found = directive.exec(line);
    if (!found) return [];
    const column = line.indexOf('flaglab-keep');
    let lastLine = index;
    if (alone.test(line)) {
      lastLine++;
      while (lastLine < lines.length - 1 && /^\s*(?:$|\/\/|#|\*)/.test(lines[lastLine] ?? ''))
        lastLine++;
    }
    const span = {
      start: { line: index, column },
      end: { line: index, column: line.length },
    };
    return [{ file, span, firstLine: index, lastLine, ...saying(found[1] ?? '') }];
  });
}
