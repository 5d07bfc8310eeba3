/** The mutations that take a file, and the addresses that carry them out. */
const ADDRESSES: Readonly<Record<string, string>> = {
  AttachPaper: '/papers/attach',
  ReplacePaper: '/papers/replace',
};

/** Variables of a mutation, with the file that goes with them: see {@link fetchWithFiles}. */
export const withFile = <Variables extends object>(variables: Variables, file: File | null): Variables =>
  file === null ? variables : { ...variables, file };

/** As `fetch`; a mutation that carries a file is sent as its address wants it: the file as the body, the input in a header. */
export const fetchWithFiles: typeof fetch = (address, options) => {
  const body = options?.body;
  const operations = body instanceof FormData ? body.get('operations') : null;
  if (!(body instanceof FormData) || typeof operations !== 'string') return fetch(address, options);
  const { operationName, variables } = JSON.parse(operations) as {
    readonly operationName: string;
    readonly variables: { readonly input: unknown };
  };
  const headers = new Headers(options?.headers);
  headers.set('Content-Type', 'application/octet-stream');
  headers.set('Paper-Input', encodeURIComponent(JSON.stringify(variables.input)));
  return fetch(ADDRESSES[operationName] ?? address, { ...options, headers, body: body.get('0') });
};
