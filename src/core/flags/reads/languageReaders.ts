import type { SourceLanguage } from '../../model/flagRead';
import { readGo } from './go/readGo';
import { readCsharp } from './csharp/readCsharp';
import { readJava } from './java/readJava';
import { readJavascript } from './javascript/readJavascript';
import { readPython } from './python/readPython';
import { readKotlin } from './kotlin/readKotlin';
import type { LanguageReader } from './shared/languageReader';

/** The front-end of each language. */
export const languageReaders: Partial<Record<SourceLanguage, LanguageReader>> = {
  javascript: readJavascript,
  javascriptreact: readJavascript,
  typescript: readJavascript,
  typescriptreact: readJavascript,
  python: readPython,
  go: readGo,
  java: readJava,
  kotlin: readKotlin,
  csharp: readCsharp,
};
