import { checkCsv } from './checkCsv';
import type { CheckExporter } from './checkExporter';
import { checkHtml } from './checkHtml';
import { checkJson } from './checkJson';
import { checkMarkdown } from './checkMarkdown';
import { checkSarif } from './checkSarif';
import { checkText } from './checkText';

/** How the report of `flaglab check` can be written. A new way is one file and one line here. */
export const checkExporters: readonly CheckExporter[] = [
  checkText,
  checkJson,
  checkMarkdown,
  checkSarif,
  checkCsv,
  checkHtml,
];
