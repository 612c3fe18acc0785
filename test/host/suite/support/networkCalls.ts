/** A call that would reach the network, and who made it. */
interface NetworkCall {
  readonly name: string;
  readonly stack: string;
}

const calls: NetworkCall[] = [];

/** Puts a recorder in front of a function or a constructor; what it does stays. */
export function recordCalls(owner: object, name: string): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') return;
  const note = () => void calls.push({ name, stack: new Error(name).stack ?? '' });
  const recorder = new Proxy(original, {
    apply(target, self, args) {
      note();
      return Reflect.apply(target, self, args);
    },
    construct(target, args, newTarget) {
      note();
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  Reflect.set(owner, name, recorder);
}

/** Names of what was called so far, by anybody. */
export function recordedCalls(): readonly string[] {
  return calls.map(({ name }) => name);
}

/** Calls that come from the extension's own files, with their stacks. */
export function callsOfExtension(): readonly string[] {
  return calls
    .filter(({ stack }) => /dist[/\\](extension|indexing)\.(node|web)\.js/.test(stack))
    .map(({ stack }) => stack);
}
