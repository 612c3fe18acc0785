import { refuseValue } from '../schema/refuseValue';
import type * as z from '../schema/zod';

/** `apps/shop`, `.`: within the folder of the file, with slashes, nothing to tidy up. */
function isTidyFolder(folder: string): boolean {
  if (folder === '.') return true;
  if (/[\\:]/.test(folder)) return false;
  return folder
    .split('/')
    .every((segment) => /\S/.test(segment) && segment !== '.' && segment !== '..');
}

/** Folders are named as Flaglab names them, so that none is silently never found. */
export function checkFolders(payload: z.core.ParsePayload<Readonly<Record<string, string>>>): void {
  for (const folder of Object.keys(payload.value)) {
    if (isTidyFolder(folder)) continue;
    refuseValue(payload, {
      code: 'folder-form',
      path: [folder],
      atKey: true,
      message: `"${folder}" is not a folder as it is written here: relative to this file, with "/" between folders, without "./", ".." or a "/" at either end, for example apps/shop.`,
    });
  }
}

/** A wrapper is told by where it comes from or by what it is called on. */
export function checkWrapper(
  payload: z.core.ParsePayload<{
    readonly module?: string | undefined;
    readonly receiver?: string | undefined;
  }>,
): void {
  // A misspelt key may be the one that is missing here.
  if (payload.issues.length) return;
  const { module, receiver } = payload.value;
  if ((module === undefined) !== (receiver === undefined)) return;
  const message =
    module === undefined
      ? 'This wrapper does not say where its function comes from. Add module (imported from) or receiver (called on).'
      : 'This wrapper has both module and receiver; only one of them can count. Remove one.';
  refuseValue(payload, { code: 'wrapper-origin', path: [], message });
}
