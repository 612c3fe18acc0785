/** What long work of the core looks at to know that its caller has lost interest. A DOM `AbortSignal` is one. */
export interface CancellationSignal {
  readonly aborted: boolean;
}
