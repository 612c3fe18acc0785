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

/** The line of the stack that says who called: the first one outside of the recorder. */
function callerOf({ stack }: NetworkCall): string {
  const [, ...lines] = stack.split('\n');
  return lines.find((line) => !line.includes('test-suite')) ?? '';
}

/** Calls that the extension's own files made, with their stacks. Reading a file may make others call: those that provide it. */
export function callsOfExtension(): readonly string[] {
  return calls
    .filter((call) =>
      /dist[/\\](extension|indexing)\.(node|web)(\.(onFirstUse|rollout))?\.js/.test(callerOf(call)),
    )
    .map(({ stack }) => stack);
}
