import { MandatesModule } from '@hemicycle/mandates';
import { ObservanceModule } from '@hemicycle/observance';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
import { Remind } from './remind.js';

@Module({
  imports: [ProcedureModule, MandatesModule, ObservanceModule],
  providers: [Remind],
})
export class RemindersModule {}
