import { decodeText } from '../core/syntax/decodeText';
import type { CliPorts } from './cliPorts';
import { UserError } from './userError';

/** A plan is a page of text: what is larger than this is something else. */
const mostBytes = 1_000_000;

/** The text of a file the user named. Rejects with a `UserError` for a file that is no text. */
export async function readText(file: string, ports: CliPorts): Promise<string> {
  const bytes = await ports.readFile(file);
  if (bytes.length > mostBytes) {
    throw new UserError(`${file} has ${bytes.length} bytes; a plan file has at most ${mostBytes}.`);
  }
  const decoded = decodeText(bytes);
  if (decoded.kind === 'text') return decoded.text;
  throw new UserError(`${file} cannot be read: ${decoded.reason}.`);
}
