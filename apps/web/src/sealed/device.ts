import type { Text } from '@hemicycle/kernel';
import type { CheckName } from '@hemicycle/sealed-ballot';
// The bundler makes a file of the thread and gives its address: the module itself exports nothing.
// oxlint-disable-next-line import/default
import source from './device.worker.js?worker&url';
import type * as tasks from './tasks.js';
import type { Opened, Sealed, Verified } from './tasks.js';

type InputOf<Task extends keyof typeof tasks> = Parameters<(typeof tasks)[Task]>[0];

/** What a page may ask of its device, and what comes back. */
interface Tasks {
  seal: { input: InputOf<'seal'>; outcome: Sealed };
  verify: { input: InputOf<'verify'>; outcome: Verified };
  fingerprints: { input: InputOf<'fingerprints'>; outcome: readonly string[] };
  newSeed: { input: null; outcome: string };
  makeCertificate: { input: InputOf<'makeCertificate'>; outcome: string };
  makeShares: { input: InputOf<'makeShares'>; outcome: string };
  makeKey: { input: InputOf<'makeKey'>; outcome: string };
  /** The box is its hash; null: it is not to be opened, and the report says why. */
  checkBox: { input: InputOf<'checkBox'>; outcome: { verified: Verified; box: string | null } };
  /** Of the box that was checked last. */
  openBox: { input: { seed: string; output: string }; outcome: Opened };
}

export type Question = { [Task in keyof Tasks]: { task: Task; input: Tasks[Task]['input'] } }[keyof Tasks];

export type Answer =
  | { readonly kind: 'progress'; readonly checked: number; readonly of: number }
  | { readonly kind: 'done'; readonly outcome: unknown }
  | { readonly kind: 'failed'; readonly check: CheckName; readonly place: string; readonly statement: Text }
  | { readonly kind: 'broken'; readonly message: string };

/** A check did not hold, on this device: its name, what should have held, and where. */
export class NotRight extends Error {
  override readonly name = 'NotRight';

  constructor(
    readonly check: CheckName,
    readonly place: string,
    readonly statement: Text,
  ) {
    super(`${check} at ${place}`);
  }
}

/** Browsers that know Trusted Types, which not all types of TypeScript do yet. */
interface Trusting {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL: () => string },
    ): { createScriptURL(asked: string): string };
  };
}

let policy: { createScriptURL(asked: string): string } | undefined;

/** The address of the worker, the only one that the policy of the pages lets become a script. */
function trustedSource(): string {
  const { trustedTypes } = globalThis as Trusting;
  if (trustedTypes === undefined) return source;
  policy ??= trustedTypes.createPolicy('sealed-ballot', { createScriptURL: () => source });
  return policy.createScriptURL(source);
}

/**
 * Computes on the reader’s own device, beside the page, which stays usable meanwhile. What does it runs in a thread that
 * can reach nothing but this page: the server lets it ask for nothing.
 */
export class Device {
  private readonly worker = new Worker(trustedSource());

  /** Does one thing; another must wait for it. @throws NotRight when a check does not hold */
  does<Task extends keyof Tasks>(
    task: Task,
    input: Tasks[Task]['input'],
    tell: tasks.Tell = () => undefined,
  ): Promise<Tasks[Task]['outcome']> {
    const answered = new AbortController();
    const { signal } = answered;
    return new Promise<Tasks[Task]['outcome']>((resolve, reject) => {
      const heard = ({ data }: MessageEvent<Answer>): void => {
        if (data.kind === 'progress') tell(data.checked, data.of);
        else if (data.kind === 'done') resolve(data.outcome as Tasks[Task]['outcome']);
        else if (data.kind === 'failed') reject(new NotRight(data.check, data.place, data.statement));
        else reject(new Error(data.message));
      };
      this.worker.addEventListener('message', heard, { signal });
      this.worker.addEventListener('error', ({ message }) => reject(new Error(message)), { signal });
      this.worker.postMessage({ task, input });
    }).finally(() => answered.abort());
  }

  /** Forgets what it knew. */
  leaves(): void {
    this.worker.terminate();
  }
}
