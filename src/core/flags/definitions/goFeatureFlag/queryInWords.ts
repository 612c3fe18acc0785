import { jsonValueOf, readJson } from '../../../syntax/jsonDocument';
import { conditionInWords } from '../flagd/conditionInWords';

const operators: Readonly<Record<string, string>> = {
  eq: 'is',
  '==': 'is',
  ne: 'is not',
  '!=': 'is not',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  co: 'contains',
  sw: 'starts with',
  ew: 'ends with',
  in: 'is one of',
  pr: 'is set',
};

function plainQuery(query: string): string {
  // Strings stay as they are; only words between them are operators.
  return query
    .split(/("(?:[^"\\]|\\.)*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll(
            /(?<=^|[\s)])(eq|==|ne|!=|lt|le|gt|ge|co|sw|ew|in|pr)(?=$|[\s(["])/gi,
            (word) => operators[word.toLowerCase()] ?? word,
          ),
    )
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * A query of GO Feature Flag in words: `email ew "@example.com"` becomes `email ends with "@example.com"`. Queries in JsonLogic
 * are told as flagd's. Source: gofeatureflag.org, rule format; nikunjy/rules.
 */
export function queryInWords(query: string): string {
  const text = query.trim();
  if (!text.startsWith('{')) return plainQuery(text);
  const { value, diagnostics } = readJson(text);
  return value === null || diagnostics.length > 0 ? text : conditionInWords(jsonValueOf(value));
}
