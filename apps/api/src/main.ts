import { SystemClock } from '@hemicycle/kernel';
import { ConfigError, productionConfig, readSettings } from './config.js';
import { serve } from './serve.js';
import { StartError } from './start-checks.js';

try {
  const serving = await serve(productionConfig(readSettings(process.env)), new SystemClock());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      serving.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (failure) {
  if (!(failure instanceof ConfigError || failure instanceof StartError)) throw failure;
  process.stderr.write(`hemicycle: ${failure.message}\n`);
  process.exit(1);
}
