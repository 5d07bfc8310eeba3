import { Injectable } from '@nestjs/common';
import type { JobPayload, Task } from './task.js';

/** Every task, as the rooms registered them. */
@Injectable()
export class Tasks {
  private readonly byName = new Map<string, Task>();

  /** @throws Error when another task bears the name. */
  register(task: Task): void {
    if ((this.byName.get(task.name) ?? task) !== task) throw new Error(`Two tasks are named ${task.name}.`);
    this.byName.set(task.name, task);
  }

  /** @throws Error when nobody registered it: its jobs would wait for ever. */
  check<Payload extends JobPayload>({ name }: Task<Payload>): void {
    if (!this.byName.has(name)) throw new Error(`Nobody registered the task ${name}.`);
  }

  get all(): readonly Task[] {
    return [...this.byName.values()];
  }
}
