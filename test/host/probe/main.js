const vscode = require('vscode');

/** An extension with a command, two lenses and a webview, for the tests of the host driver. */
exports.activate = (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand('probe.describe', describeWindow),
    vscode.commands.registerCommand('probe.openPanel', openPanel),
    vscode.languages.registerCodeLensProvider({ pattern: '**/numbers.txt' }, { provideCodeLenses }),
  );
};

function describeWindow() {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  const trust = vscode.workspace.isTrusted ? 'trusted' : 'restricted';
  vscode.window.showInformationMessage(`Probe sees: ${[trust, ...folders].join(', ')}`);
}

function openPanel() {
  const column = vscode.ViewColumn.One;
  const panel = vscode.window.createWebviewPanel('probe', 'Probe panel', column, {
    enableScripts: true,
  });
  const { webview } = panel;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- VS Code's has none
  webview.onDidReceiveMessage((count) => webview.postMessage(count + 1));
  panel.webview.html = `<!doctype html>
    <button id="count">0</button>
    <script>
      const host = acquireVsCodeApi();
      const button = document.getElementById('count');
      button.addEventListener('click', () => host.postMessage(Number(button.textContent)));
      window.addEventListener('message', (event) => (button.textContent = String(event.data)));
    </script>`;
}

function provideCodeLenses() {
  const firstLine = new vscode.Range(0, 0, 0, 0);
  return [
    new vscode.CodeLens(firstLine, { title: 'on for 10 %', command: 'probe.describe' }),
    new vscode.CodeLens(firstLine, { title: 'Open panel', command: 'probe.openPanel' }),
  ];
}
