import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Text } from '@hemicycle/kernel';
import { OperatorError } from './operator-error.js';

/**
 * The port on which the server will listen, found free before anything slow begins; 0 becomes one that is.
 *
 * @throws OperatorError when it is taken, or may not be used.
 */
export async function freePort(host: string, port: number): Promise<number> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
    return (probe.address() as AddressInfo).port;
  } catch (failure) {
    throw new OperatorError(whyNot(failure, host, port));
  } finally {
    probe.close();
  }
}

/** Why a server cannot listen there. */
export function whyNot(failure: unknown, host: string, port: number): Text {
  const { code, message } = failure as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return {
        fr: `Le port ${port} est pris par un autre programme : arrêtez-le, ou choisissez-en un autre avec PORT=${port + 1}.`,
        en: `Port ${port} is taken by another program: stop it, or choose another with PORT=${port + 1}.`,
      };
    case 'EACCES':
      return {
        fr: `Cet utilisateur ne peut écouter sur le port ${port} : choisissez-en un au-dessus de 1023 avec PORT=3000.`,
        en: `This user may not listen on port ${port}: choose one above 1023 with PORT=3000.`,
      };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        fr: `${host} n’est pas une adresse de cette machine : donnez à HOST 127.0.0.1, ou 0.0.0.0 pour toutes.`,
        en: `${host} is not an address of this machine: set HOST to 127.0.0.1, or to 0.0.0.0 for all of them.`,
      };
    default:
      return {
        fr: `Le serveur ne peut écouter sur ${host}, port ${port} : ${message}.`,
        en: `The server cannot listen on ${host}, port ${port}: ${message}.`,
      };
  }
}
