import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { AccountsModule, PersonalAddresses, SECRET_KEY } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { DatabaseModule, dataSourceOptions } from '@hemicycle/database';
import { DayScalar, LanguageEnum, LIMITS, withinLimits } from '@hemicycle/graphql';
import { JobsModule } from '@hemicycle/jobs';
import { EventsModule } from '@hemicycle/events';
import { FeedsModule } from '@hemicycle/feeds';
import { Clock, FORUM_TIME_ZONE, PUBLIC_URL, SystemClock } from '@hemicycle/kernel';
import { GroupsModule } from '@hemicycle/groups';
import { MandatesModule } from '@hemicycle/mandates';
import { BOOTH_HASH, ElectionsModule, VERIFIER } from '@hemicycle/elections';
import { MeetingsModule } from '@hemicycle/meetings';
import { MailModule } from '@hemicycle/mail';
import { MinutesModule } from '@hemicycle/minutes';
import { ObservanceModule } from '@hemicycle/observance';
import { MembersModule, PROOF_OF_WORK_COST } from '@hemicycle/members';
import { ReportsModule } from '@hemicycle/reports';
import { RemindersModule } from '@hemicycle/reminders';
import { ProcedureModule } from '@hemicycle/procedure';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request } from 'express';
import type { Config } from './config.js';
import { costLimit } from './cost-limit.js';
import { shownError } from './errors.js';
import { HealthController } from './health.controller.js';
import { RequestContext } from './request-context.js';
import { hashOfBundle, readBundle } from './pages/bundle.js';
import { PagesModule } from './pages/pages.module.js';
import { PapersController } from './papers.controller.js';
import { PollFilesController } from './poll-files.controller.js';
import { productVersion } from './product.js';
import { RequestRate } from './request-rate.js';
import { RequestsModule } from './requests.module.js';
import { composeSchema } from './schema.js';
import { SessionCookie } from './session-cookie.js';
import { ChangesResolver } from './subscriptions/changes.resolver.js';
import { OpenStreams } from './subscriptions/open-streams.js';
import { streamedOnly } from './subscriptions/streamed-only.js';
import { SubscriptionsController } from './subscriptions/subscriptions.controller.js';
import { PARTS } from './tables.js';
import { ThrownFilter } from './thrown.filter.js';

/** The edges that every room is given: the clock, the forum's time zone, the secret, the work asked of strangers. */
@Global()
@Module({})
class EdgesModule {
  static of(config: Config, clock: Clock): DynamicModule {
    return {
      module: EdgesModule,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: FORUM_TIME_ZONE, useValue: config.timeZone },
        { provide: PUBLIC_URL, useValue: config.publicUrl },
        { provide: SECRET_KEY, useValue: config.secretKey },
        { provide: PROOF_OF_WORK_COST, useValue: config.proofOfWorkCost },
        { provide: VERIFIER, useValue: productVersion() },
        { provide: BOOTH_HASH, useValue: async () => hashOfBundle(await readBundle()) },
        { provide: RequestRate, useValue: new RequestRate(config.requestsPerMinute) },
        { provide: SessionCookie, useValue: new SessionCookie(config.publicUrl) },
      ],
      exports: [
        Clock,
        FORUM_TIME_ZONE,
        PUBLIC_URL,
        SECRET_KEY,
        PROOF_OF_WORK_COST,
        VERIFIER,
        BOOTH_HASH,
        RequestRate,
        SessionCookie,
      ],
    };
  }
}

function databaseOf({ databaseUrl: url, poolSize }: Config): DynamicModule {
  return DatabaseModule.connectedTo(dataSourceOptions({ url, as: 'application', poolSize }, PARTS));
}

/** The table of contents of the system. */
@Module({})
export class AppModule {
  static of(config: Config, clock: Clock, database = databaseOf(config)): DynamicModule {
    return {
      module: AppModule,
      imports: [
        EdgesModule.of(config, clock),
        database,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [RequestsModule],
          inject: [RequestContext, RequestRate],
          useFactory: (requests: RequestContext, rate: RequestRate) => ({
            autoSchemaFile: true,
            sortSchema: true,
            buildSchemaOptions: {
              // Only arguments that are added afterwards name it.
              orphanedTypes: [LanguageEnum],
              // Apollo validates what it is given; asking the schema for itself first would take a quarter of the start.
              skipCheck: true,
            },
            transformSchema: composeSchema,
            path: '/graphql',
            csrfPrevention: true,
            playground: false,
            graphiql: false,
            introspection: true,
            includeStacktraceInErrorResponses: false,
            context: ({ req }: { req: Request }) => requests.of(req),
            formatError: shownError,
            parseOptions: { maxTokens: LIMITS.tokens },
            validationRules: [withinLimits],
            persistedQueries: false,
            plugins: [ApolloServerPluginCacheControlDisabled(), streamedOnly, costLimit(rate)],
          }),
        }),
        AuditModule,
        JobsModule.of({ byTheWallClock: clock instanceof SystemClock }),
        MailModule.of(config, [AccountsModule], PersonalAddresses),
        AccountsModule,
        PagesModule.of(config),
        ProcedureModule,
        MembersModule,
        MandatesModule,
        GroupsModule,
        EventsModule,
        MeetingsModule,
        ElectionsModule,
        MinutesModule,
        ReportsModule,
        ObservanceModule,
        RemindersModule,
        FeedsModule,
        RequestsModule,
      ],
      controllers: [HealthController, PollFilesController, PapersController, SubscriptionsController],
      providers: [DayScalar, ChangesResolver, OpenStreams, { provide: APP_FILTER, useClass: ThrownFilter }],
    };
  }
}
