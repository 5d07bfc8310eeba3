import { SystemClock } from '@hemicycle/kernel';
import { productionConfig, readSettings } from './config.js';
import { createApi } from './create-api.js';

const config = productionConfig(readSettings(process.env));
const api = await createApi(config, new SystemClock());
await api.listen(config.port, config.host);
