import { SystemClock } from '@hemicycle/kernel';
import { ConfigError, productionConfig, readSettings } from './config.js';
import { StartError } from './start-error.js';

try {
  const config = productionConfig(readSettings(process.env));
  // Loading the server takes a while: an operator's mistake is told before.
  const { serve } = await import('./serve.js');
  const starting = serve(config, new SystemClock());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void starting.then((serving) => serving.stop()).then(() => process.exit(0)));
  }
  await starting;
} catch (failure) {
  if (!(failure instanceof ConfigError || failure instanceof StartError)) throw failure;
  process.stderr.write(`hemicycle: ${failure.message}\n`);
  process.exit(1);
}
