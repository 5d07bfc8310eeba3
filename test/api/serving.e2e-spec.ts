import { createServer, type Server, type Socket, connect } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { checkDatabase } from '../../apps/api/src/start-checks.js';
import { StartError } from '../../apps/api/src/start-error.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import type { Json } from '../support/forum.js';
import { realForum, ServerProcess } from '../support/server-process.js';

let database: TestDatabase;
const running: ServerProcess[] = [];

beforeAll(async () => {
  database = await aDatabase();
});
afterEach(async () => {
  for (const server of running.splice(0)) {
    if (!server.lives) continue;
    server.send('SIGKILL');
    await server.end();
  }
});
afterAll(() => database.drop());

function start(changes: Record<string, string> = {}): ServerProcess {
  const server = new ServerProcess({ ...realForum(database.url), ...changes });
  running.push(server);
  return server;
}

const ask = async (url: string, query = '{ organisations { nodes { id } } }'): Promise<Json> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ query }),
  });
  return response.json();
};

describe('a server that cannot start says why in one line, and fails', () => {
  const refusal = async (changes: Record<string, string>): Promise<string> => {
    const server = start(changes);
    expect(await server.end()).toBe(1);
    expect(server.output.errors).toMatch(/^hemicycle: [^\n]+\n$/);
    expect(server.output.errors).not.toMatch(/postgres(ql)?:\/\/[^.]/);
    return server.output.errors;
  };

  it('without its settings', async () => {
    expect(await refusal({ SECRET_KEY: '', MAIL_FROM: '' })).toContain(
      'still missing: SECRET_KEY, MAIL_FROM',
    );
  });

  it('on a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    expect(await refusal({ PORT: String(port) })).toContain(`Port ${port} of 127.0.0.1 is taken`);
    other.close();
  });

  it('without its database', async () => {
    const said = await refusal({ DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:9/none' });
    expect(said).toContain('does not answer');
    expect(said).not.toContain('hunter2');
  });
});

describe('a database on which a forum cannot be run', () => {
  const refusal = async (url: string): Promise<string> => {
    const failure: unknown = await checkDatabase({ databaseUrl: url, demonstration: false }).catch(
      (error: unknown) => error,
    );
    if (!(failure instanceof StartError)) throw failure;
    return failure.message;
  };
  const changed = async (change: string, back: string): Promise<string> => {
    await database.query(change);
    try {
      return await refusal(database.url);
    } finally {
      await database.query(back);
    }
  };

  it('does not exist, is empty, or does not let us in', async () => {
    const elsewhere = new URL(database.url);
    elsewhere.pathname = '/no_such_forum';
    expect(await refusal(elsewhere.href)).toContain('does not exist');
    elsewhere.pathname = '/postgres';
    expect(await refusal(elsewhere.href)).toContain('hemicycle migrate');
    await database.query(`CREATE ROLE stranger LOGIN PASSWORD 'stranger'`);
    const stranger = new URL(database.url);
    stranger.username = 'stranger';
    stranger.password = 'stranger';
    expect(await refusal(stranger.href)).toContain('may not act as hemicycle_app');
    await database.query('DROP ROLE stranger');
  });

  it('has migrations to come', async () => {
    await database.query('CREATE TABLE kept AS SELECT * FROM migration');
    const said = await changed(
      'DELETE FROM migration WHERE id = (SELECT max(id) FROM migration)',
      'INSERT INTO migration SELECT * FROM kept EXCEPT SELECT * FROM migration',
    );
    await database.query('DROP TABLE kept');
    expect(said).toContain('run "hemicycle migrate"');
  });

  it('holds what is invented, or what is not, against its settings', async () => {
    expect(
      await changed('UPDATE forum SET demonstration = true', 'UPDATE forum SET demonstration = false'),
    ).toContain('a real forum begins on an empty one');
    await expect(checkDatabase({ databaseUrl: database.url, demonstration: true })).rejects.toThrow(
      'no demonstration',
    );
  });

  it.each(['UPDATE', 'DELETE', 'TRUNCATE', 'UPDATE (hash)'])(
    'lets the application rewrite the audit trail by %s',
    async (right) => {
      const said = await changed(
        `GRANT ${right} ON audit_row TO hemicycle_app`,
        `REVOKE ${right} ON audit_row FROM hemicycle_app`,
      );
      expect(said).toContain('could rewrite the audit trail');
    },
  );

  it('may be used by its owner, with a warning', async () => {
    expect(await checkDatabase({ databaseUrl: database.url, demonstration: false })).toEqual([
      expect.stringContaining('by changing its role'),
    ]);
  });
});

describe('a server that is asked to stop', () => {
  it('finishes what is under way', async () => {
    const server = start();
    const url = await server.url();
    const holding = await lock(database.url);
    const underWay = ask(url);
    await holding.somebodyWaits();
    server.send('SIGTERM');
    while (!server.output.log.includes('draining')) await sleep(10);
    await expect(ask(url)).rejects.toThrow();
    expect(server.lives).toBe(true);
    await holding.release();
    expect(await underWay).toEqual({ data: { organisations: { nodes: [] } } });
    expect(await server.end()).toBe(0);
    expect(server.output.errors).toBe('');
  });

  it('does not wait for connections on which nothing is asked', async () => {
    const server = start();
    const { port, hostname } = new URL(await server.url());
    const idle = connect(Number(port), hostname);
    await once(idle, 'connect');
    idle.on('error', () => undefined);
    const closed = once(idle, 'close');
    server.send('SIGINT');
    expect(await server.end()).toBe(0);
    await closed;
  });
});

describe('a database that is lost', () => {
  it('is found again: errors meanwhile, and the process lives', async () => {
    const road = await Road.to(database.url);
    const server = start({ DATABASE_URL: road.url });
    const url = await server.url();
    const ready = async (): Promise<number> => (await fetch(`${url}/health/ready`)).status;
    const codes = new Set<string>();
    const enough = new AbortController();
    const over = enough.signal;
    const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
      while (!(await condition())) {
        if (!server.lives) throw new Error(server.output.errors);
        await sleep(20);
      }
    };
    const load = Array.from({ length: 8 }, async () => {
      while (!over.aborted) {
        const { errors } = await ask(url);
        codes.add(errors?.[0].extensions.code ?? 'answered');
        await sleep(5);
      }
    });
    try {
      await until(() => codes.has('answered'));
      road.cut();
      await until(() => codes.has('INTERNAL_SERVER_ERROR'));
      expect(await ready()).toBe(503);
      expect((await fetch(`${url}/health/live`)).status).toBe(200);
      road.mend();
      await until(async () => (await ready()) === 200);
      // Its own administrator closes every connection, some in the middle of a statement.
      for (let i = 0; i < 5; i += 1) {
        await database.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hemicycle application' AND datname = current_database()`,
        );
        await sleep(30);
      }
      // A server that goes down welcomes and dismisses in one breath.
      road.dismiss = true;
      road.cut();
      road.mend();
      codes.delete('INTERNAL_SERVER_ERROR');
      await until(() => codes.has('INTERNAL_SERVER_ERROR') && road.dismissed > 20);
      road.dismiss = false;
      codes.delete('answered');
      await until(() => codes.has('answered'));
    } finally {
      enough.abort();
      await Promise.all(load);
    }
    expect(codes).toEqual(new Set(['answered', 'INTERNAL_SERVER_ERROR']));
    expect(server.lives).toBe(true);
    expect(server.output.errors).toBe('');
    server.send('SIGTERM');
    expect(await server.end()).toBe(0);
    await road.close();
  });
});

/** Holds a lock for which readers of organisations wait. */
async function lock(url: string): Promise<{ somebodyWaits(): Promise<void>; release(): Promise<void> }> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE organisation_name IN ACCESS EXCLUSIVE MODE');
  return {
    async somebodyWaits() {
      const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'organisation_name'::regclass`;
      while ((await database.query(waiting)).length === 0) await sleep(10);
    },
    async release() {
      await client.query('COMMIT');
      await client.end();
    },
  };
}

/** `ReadyForQuery`, outside of any transaction. */
const READY = Buffer.from('Z\0\0\0\x05I', 'latin1');

/** What PostgreSQL says when it is told to go down. */
const FATAL = ((): Buffer => {
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0', 'latin1');
  const head = Buffer.alloc(5);
  head.write('E', 'latin1');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
})();

/** A road to PostgreSQL that can be cut. */
class Road {
  private readonly sockets = new Set<Socket>();
  private open = true;
  /** Whether those who arrive are dismissed as soon as PostgreSQL lets them in, and how many were. */
  dismiss = false;
  dismissed = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(url: string): Promise<Road> {
    const target = new URL(url);
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const here = new URL(url);
    here.port = String((server.address() as { port: number }).port);
    const road = new Road(server, here.href);
    server.on('connection', (near) => {
      if (!road.open) return near.destroy();
      const far = connect(Number(target.port), target.hostname);
      for (const socket of [near, far]) {
        road.sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far);
      far.on('data', (said: Buffer) => {
        if (!road.dismiss || !said.subarray(-6).equals(READY)) return near.write(said);
        road.dismissed += 1;
        return near.end(Buffer.concat([said, FATAL]));
      });
      return undefined;
    });
    return road;
  }

  cut(): void {
    this.open = false;
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  mend(): void {
    this.open = true;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }
}
