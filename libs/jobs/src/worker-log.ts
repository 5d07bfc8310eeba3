import { Logger as NestLogger } from '@nestjs/common';
import { Logger } from 'graphile-worker';

const log = new NestLogger('jobs');

/** What the worker has to complain about. What fails inside a task is told where the task is called. */
export const WORKER_LOG = new Logger(() => (level: string, message) => {
  if ((level === 'error' || level === 'warning') && !message.startsWith('Failed task')) {
    log.warn({ worker: message });
  }
});
