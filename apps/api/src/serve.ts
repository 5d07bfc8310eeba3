import type { AddressInfo } from 'node:net';
import type { Clock, Text } from '@hemicycle/kernel';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from './config.js';
import { createApi } from './create-api.js';
import { checkDatabase } from './start-checks.js';
import { StartError } from './start-error.js';

/** A server that answers. */
export interface Serving {
  readonly api: NestExpressApplication;
  /** Where it listens; people may reach it elsewhere, see PUBLIC_URL. */
  readonly url: string;
  /**
   * Takes no more connections, lets the requests under way finish (ten seconds at most, then they are cut), and
   * closes those to the database. Asking twice is asking once.
   */
  stop(): Promise<void>;
}

/** Checks the database, then listens. @throws StartError in one line. */
export async function serve(config: Config, clock: Clock): Promise<Serving> {
  const warnings = await checkDatabase(config);
  const api = await createApi(config, clock);
  const logger = new Logger('server');
  if (!config.demonstration) for (const warning of warnings) logger.warn(warning);
  try {
    await api.listen(config.port, config.host);
  } catch (failure) {
    await api.close();
    throw new StartError(whyNotListening(failure, config));
  }
  const { port } = api.getHttpServer().address() as AddressInfo;
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  logger.log({ msg: 'listening', url });
  let stopped: Promise<void> | undefined;
  return {
    api,
    url,
    stop: () =>
      (stopped ??= (async () => {
        logger.log('draining');
        await api.close();
        logger.log('stopped');
      })()),
  };
}

function whyNotListening(failure: unknown, { host, port }: Config): Text {
  switch ((failure as { code?: string }).code) {
    case 'EADDRINUSE':
      return {
        fr: `Le port ${port} de ${host} est pris : arrêtez ce qui l’utilise, ou choisissez-en un autre avec PORT.`,
        en: `Port ${port} of ${host} is taken: stop what uses it, or choose another with PORT.`,
      };
    case 'EACCES':
      return {
        fr: `Le port ${port} demande des droits que ce compte n’a pas : choisissez-en un au-dessus de 1023 avec PORT.`,
        en: `Port ${port} needs rights that this account does not have: choose one above 1023 with PORT.`,
      };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return {
        fr: `HOST : ${host} n’est pas une adresse de cette machine.`,
        en: `HOST: ${host} is not an address of this machine.`,
      };
    default:
      return {
        fr: `Impossible d’écouter sur ${host}:${port} : ${String(failure)}`,
        en: `Cannot listen on ${host}:${port}: ${String(failure)}`,
      };
  }
}
