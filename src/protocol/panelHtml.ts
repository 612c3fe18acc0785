import { escapeHtml } from '../core/report/html/escapeHtml';

export interface PanelPage {
  /** `webview.cspSource`: where the panel's own files come from. */
  readonly cspSource: string;
  /** Fresh for every page, from a cryptographic source. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** Name of the plan file. */
  readonly title: string;
}

const nonceShape = /^[A-Za-z0-9+/_=-]{16,}$/;

/**
 * What the panel's page may do: run its own script, style itself, fetch its worker's source and run that from a
 * blob. No inline style attribute, no evaluation, no frame, no form, nothing from elsewhere.
 */
export function panelContentSecurityPolicy({
  cspSource,
  nonce,
}: Pick<PanelPage, 'cspSource' | 'nonce'>): string {
  if (!nonceShape.test(nonce)) throw new Error('A nonce has at least 16 base64 characters.');
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
    `worker-src blob:`,
    `connect-src ${cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/**
 * The panel's page. The toolkit takes the nonce of its own style element from the `csp-nonce` meta element.
 */
export function panelHtml(page: PanelPage): string {
  const nonce = escapeHtml(page.nonce);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(panelContentSecurityPolicy(page))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${nonce}">
<link rel="stylesheet" href="${escapeHtml(page.styleUri)}">
<title>${escapeHtml(page.title)}</title>
</head>
<body>
<div id="panel"></div>
<script nonce="${nonce}" src="${escapeHtml(page.scriptUri)}"></script>
</body>
</html>
`;
}
