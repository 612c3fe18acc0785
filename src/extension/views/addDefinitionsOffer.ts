import * as vscode from 'vscode';

const mementoKey = 'flaglab.addDefinitionsOffer.closed';

/** The offer to add definitions: made in the Flags view until it is taken or closed, then never again here. */
export interface AddDefinitionsOffer extends vscode.Disposable {
  readonly onDidClose: vscode.Event<void>;
  isOpen(): boolean;
  close(): Promise<void>;
}

export function createAddDefinitionsOffer(memento: vscode.Memento): AddDefinitionsOffer {
  const closed = new vscode.EventEmitter<void>();
  return {
    onDidClose: closed.event,
    isOpen: () => !memento.get(mementoKey, false),
    async close() {
      await memento.update(mementoKey, true);
      closed.fire();
    },
    dispose: () => closed.dispose(),
  };
}
