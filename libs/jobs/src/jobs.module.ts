import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DailyTasks } from './daily-tasks.js';
import { Jobs } from './jobs.js';
import { JOB_SETTINGS, type JobSettings, Running } from './running.js';
import { Tasks } from './tasks.js';

/** Global, since any room may have something to do after the commit. */
@Global()
@Module({})
export class JobsModule {
  static of(settings: JobSettings): DynamicModule {
    return {
      module: JobsModule,
      providers: [{ provide: JOB_SETTINGS, useValue: settings }, Tasks, DailyTasks, Jobs, Running],
      exports: [Jobs, DailyTasks],
    };
  }
}
