/**
 * Given on the command line at each start rather than written to postgresql.conf once, so that a data folder made by an
 * earlier version never keeps old settings. What is not named here stays as postgresql.conf has it.
 */
export function serverSettings(durable: boolean): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    // A socket's path is limited to 107 bytes, and its folder would be one more place to protect.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The log must not repeat what people wrote: neither the statement that failed nor the row that broke a constraint.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    // For a small server on a solid-state disk whose queries are short. Parallel workers also need more shared memory
    // than a container usually grants.
    random_page_cost: '1.1',
    effective_cache_size: '512MB',
    work_mem: '8MB',
    max_parallel_workers_per_gather: '0',
    jit: 'off',
    // What was acknowledged is on the disk. Written out so that no postgresql.conf can say otherwise.
    ...(durable
      ? { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }
      : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
}
