import type { CliPorts } from '../cliPorts';
import type { CommandResult, ScanFormat } from '../commandResult';
import { indexFolder, type CacheRequest } from '../indexFolder';
import { scanCsv } from './scanCsv';
import { scanJson } from './scanJson';
import type { ScannedFolder } from './scannedFolder';
import { scanText } from './scanText';

export interface ScanRequest {
  /** The folders to scan, as the user gave them. */
  readonly paths: readonly string[];
  readonly format: ScanFormat;
  readonly cache: CacheRequest;
}

function report(scanned: readonly ScannedFolder[], format: ScanFormat, version: string): string {
  switch (format) {
    case 'json':
      return scanJson(scanned, version);
    case 'csv':
      return scanCsv(scanned);
    case 'text':
      return scanText(scanned);
  }
}

/** `flaglab scan`: the flags of folders. Each is read by itself, under its own `flaglab.yaml`. */
export async function scanCommand(
  { paths, format, cache }: ScanRequest,
  ports: CliPorts,
): Promise<CommandResult> {
  const scanned: ScannedFolder[] = [];
  const messages: string[] = [];
  const different = paths.filter(
    (path, index) => !paths.slice(0, index).some((before) => ports.isSameFile(before, path)),
  );
  for (const path of different) {
    const indexed = await indexFolder(path, ports, cache);
    if (indexed.kind === 'stopped') {
      const { result } = indexed;
      return { ...result, messages: [...messages, ...result.messages] };
    }
    messages.push(...indexed.messages);
    scanned.push({ root: path.replaceAll('\\', '/'), snapshot: indexed.snapshot });
  }
  return { exitCode: 0, output: report(scanned, format, ports.version), messages };
}
