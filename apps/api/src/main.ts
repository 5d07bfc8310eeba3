import { SystemClock } from '@hemicycle/kernel';
import { readConfig } from './config.js';
import { createApi } from './create-api.js';

const config = readConfig(process.env);
const api = await createApi(config, new SystemClock());
await api.listen(config.port, config.host);
