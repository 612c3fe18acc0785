import type { WorkspaceFiles } from '../workspaceFiles';
import type { ChangedFile } from './changedSince';

/** A text as UTF-16 with its mark: `decodeText` gives it back unchanged, and a neutral host has no other encoder. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  bytes.set([0xff, 0xfe]);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes.set([unit & 0xff, unit >> 8], 2 * index + 2);
  }
  return bytes;
}

/** The files of a folder as they were before a change, to be read only. */
export function filesBefore(
  files: WorkspaceFiles,
  changed: readonly ChangedFile[],
): WorkspaceFiles {
  const texts = new Map(changed.map(({ file, before }) => [file, before]));
  return {
    list: (options) => files.list(options),
    read(file) {
      const before = texts.get(file);
      if (before === undefined) return files.read(file);
      return before === null
        ? Promise.reject(new Error('The file was not there.'))
        : Promise.resolve(bytesOf(before));
    },
  };
}
