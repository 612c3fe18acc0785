import { escapeHtml } from './escapeHtml';

export interface HtmlPage {
  readonly title: string;
  /** A style sheet; `reportStyle` unless a report has its own. */
  readonly style: string;
  /** HTML below the heading, part by part. */
  readonly parts: readonly string[];
}

/** A report as one file: no script, nothing loaded. */
export function htmlPage({ title, style, parts }: HtmlPage): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeHtml(title)}</h1>`,
    ...parts,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
