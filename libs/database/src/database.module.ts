import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { Changes } from './changes.js';
import { Database } from './database.js';

@Global()
@Module({})
export class DatabaseModule {
  /** Connects at start and fails at once when it cannot: whoever starts the server is told, not kept waiting. */
  static connectedTo(options: DataSourceOptions): DynamicModule {
    return databaseOver(TypeOrmModule.forRoot({ ...options, retryAttempts: 0 }));
  }

  /** Never connects: for composing the server only to read what it offers. */
  static unconnected(options: DataSourceOptions): DynamicModule {
    return databaseOver(TypeOrmModule.forRoot({ ...options, manualInitialization: true }));
  }
}

function databaseOver(connection: DynamicModule): DynamicModule {
  return {
    module: DatabaseModule,
    imports: [connection],
    providers: [Database, Changes],
    exports: [Database, Changes],
  };
}
