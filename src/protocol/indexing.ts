import type { FileFacts } from '../core/model/fileFacts';
import type { Insertion } from '../core/syntax/commentAbove';

export type ToIndexingWorker =
  /** Asks for what a file's text says. Answered once, by `facts` or `failed` with the same id. */
  | {
      readonly kind: 'read';
      readonly id: number;
      readonly file: string;
      readonly text: string;
      /** Names of the project's own functions that read flags. */
      readonly readers?: readonly string[];
    }
  /** Asks where a comment above an offset of a file's text can go. Answered once, by `comment` or `failed` with the same id. */
  | {
      readonly kind: 'comment';
      readonly id: number;
      readonly file: string;
      readonly text: string;
      readonly offset: number;
      readonly words: string;
    }
  /** Answer to `grammar-wanted`; `bytes` is null where there is none. */
  | { readonly kind: 'grammar'; readonly name: string; readonly bytes: Uint8Array | null };

export type FromIndexingWorker =
  | { readonly kind: 'facts'; readonly id: number; readonly facts: FileFacts | null }
  /** Null where there is no place for it. */
  | { readonly kind: 'comment'; readonly id: number; readonly insertion: Insertion | null }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  /** The worker has no files of its own: it asks for the bytes of a grammar when it first sees its language. */
  | { readonly kind: 'grammar-wanted'; readonly name: string };
