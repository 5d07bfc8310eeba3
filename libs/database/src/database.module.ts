import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { Database } from './database.js';

@Global()
@Module({})
export class DatabaseModule {
  /** Connects at start and fails at once when it cannot: whoever starts the server is told, not kept waiting. */
  static connectedTo(options: DataSourceOptions): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...options, retryAttempts: 0 })],
      providers: [Database],
      exports: [Database],
    };
  }
}
