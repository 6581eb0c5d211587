// A typed query as the text of an address; `query.ts` reads it back.

/**
 * The query string of a typed query, the inverse of `readQuery` and the route's schema; what is undefined is left out.
 *
 * @example writeQuery({ status: ['todo', 'overdue'], count: true }).toString() // 'status=todo%2Coverdue&count=true'
 */
export function writeQuery(query: object): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, ParameterValue | undefined][]) {
    if (value !== undefined) parameters.append(name, String(value));
  }
  return parameters;
}

type ParameterValue = string | number | boolean | string[];
