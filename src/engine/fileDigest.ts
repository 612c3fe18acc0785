import type { FileFacts } from '../core/model/fileFacts';
import type { SourceLanguage } from '../core/model/flagRead';
import { mayDeclareFlags } from '../core/flags/declarations/marks';
import { languageGroupOf } from '../core/flags/index/languageGroup';
import { linesAt, namespaceWordOf, writtenNamespaces } from '../core/flags/index/writtenNamespaces';
import { sdkSieveOf } from '../core/flags/sieve/sdkSieve';
import { decodeText, isUtf8Text } from '../core/syntax/decodeText';
import { wordsOfBytes, wordsOfText } from '../core/syntax/wordHashes';
import { unfitText } from './unfitText';

/** What a source text says of itself. */
export interface ToldByText {
  readonly sdks: readonly string[];
  readonly speaksForAll: boolean;
  readonly declares: boolean;
  /** Why it is not to be parsed; null where it may be. */
  readonly unfit: string | null;
}

/**
 * What is known of one text of a file without having it: enough to tell whether it is to be parsed, and what was found when it
 * was. Depends on the text alone, so that it is good for as long as the text is.
 */
export interface FileDigest {
  /** Hashes of a source file's words; empty for another file. */
  readonly words: Uint32Array;
  /** Packages and namespaces of many files that it is in. */
  readonly namespaces: readonly string[];
  /** Why it is no text; null where it is. */
  readonly problem: string | null;
  /** Null as long as nobody needed to know. */
  told: ToldByText | null;
  /** What it says, by the names of readers it was read with. */
  readonly facts: Map<string, FileFacts | null>;
  /** Answers to questions about the text. */
  readonly answers: Map<string, boolean>;
}

const noWords = new Uint32Array(0);

function createDigest(known: Partial<FileDigest>): FileDigest {
  return {
    words: noWords,
    namespaces: [],
    problem: null,
    told: null,
    facts: new Map(),
    answers: new Map(),
    ...known,
  };
}

/** The digest of a text as an editor has it. `language` is null for a file that is no source code. */
export function digestOfText(
  file: string,
  language: SourceLanguage | null,
  text: string,
): FileDigest {
  if (language === null) return createDigest({});
  return createDigest({
    words: wordsOfText(text).hashes,
    namespaces: writtenNamespaces(file, language, text),
  });
}

function isUtf16([first = 0, second = 0]: Uint8Array): boolean {
  return first + second === 0xff + 0xfe && first !== second;
}

/** The digest of a file's bytes, most of which are not decoded for it. */
export function digestOfBytes(
  file: string,
  language: SourceLanguage | null,
  bytes: Uint8Array,
): FileDigest {
  if (language === null || isUtf16(bytes)) {
    const decoded = decodeText(bytes);
    if (decoded.kind === 'not-text') return createDigest({ problem: decoded.reason });
    return digestOfText(file, language, decoded.text);
  }
  const { hashes, isPlain, watchedAt } = wordsOfBytes(bytes, namespaceWordOf(language));
  if (!isPlain && !isUtf8Text(bytes)) {
    const decoded = decodeText(bytes);
    return createDigest({ problem: decoded.kind === 'text' ? null : decoded.reason });
  }
  const namespaces = writtenNamespaces(file, language, linesAt(bytes, watchedAt));
  return createDigest({ words: hashes, namespaces });
}

/** Looks at a source text for what it says of itself. */
export function toldByText(file: string, language: SourceLanguage, text: string): ToldByText {
  const sieve = sdkSieveOf(languageGroupOf(language));
  return {
    sdks: sieve.sdksNamed(text),
    speaksForAll: sieve.speaksForAll(text),
    declares: mayDeclareFlags(language, text),
    unfit: unfitText(file, text),
  };
}
