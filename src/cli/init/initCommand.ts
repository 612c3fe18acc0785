import { createSettings } from '../../core/settings/createSettings';
import { foundInWorkspace } from '../../engine/foundInWorkspace';
import { settingsFileName } from '../../engine/settingsFileName';
import type { CliPorts } from '../cliPorts';
import type { CommandResult } from '../commandResult';
import { indexFolder } from '../indexFolder';

export interface InitRequest {
  /** The folder to set up, as the user gave it. */
  readonly path: string;
}

/** `flaglab init`: writes a first `flaglab.yaml` from what the folder holds. One that is there is never written over. */
export async function initCommand({ path }: InitRequest, ports: CliPorts): Promise<CommandResult> {
  const indexed = await indexFolder(path, ports);
  if (indexed.kind === 'stopped') return indexed.result;
  const file = `${path.replace(/[/\\]$/, '')}/${settingsFileName}`;
  const text = createSettings(foundInWorkspace(indexed.snapshot));
  await ports.writeFile(file, text, { replace: false });
  return {
    exitCode: 0,
    output: '',
    messages: [...indexed.messages, `Wrote ${file}. Read it through: it says what was found.`],
  };
}
