import type { Reading } from '../core/model/diagnostic';
import { defaultSettings } from '../core/settings/defaultSettings';
import { parseSettings } from '../core/settings/parseSettings';
import type { Settings } from '../core/settings/settingsSchema';
import { decodeText } from '../core/syntax/decodeText';
import { settingsFileName } from './settingsFileName';
import type { WorkspaceFiles } from './workspaceFiles';

const atStart = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

/** The project's own settings, by default where it has none; null where they cannot be read, and why. */
export async function loadSettings(files: WorkspaceFiles): Promise<Reading<Settings | null>> {
  const bytes = await files.read(settingsFileName).catch(() => null);
  if (bytes === null) return { value: defaultSettings, diagnostics: [] };
  const decoded = decodeText(bytes);
  if (decoded.kind === 'text') return parseSettings(decoded.text);
  const message = `This file cannot be read: ${decoded.reason}.`;
  return {
    value: null,
    diagnostics: [{ code: 'settings-not-text', severity: 'error', message, span: atStart }],
  };
}
