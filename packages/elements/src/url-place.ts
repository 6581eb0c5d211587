// The part of the page's address that an element may write to (`sync-url`): the query, or the hash where the query is the
// page's own. What else stands in it is left as it is.

/** Which part of the address; `off`: none. */
export type UrlPlace = 'off' | 'query' | 'hash';

/** The parameters that stand there. */
export function urlParameters(place: UrlPlace): URLSearchParams {
  const { search, hash } = location;
  return new URLSearchParams(place === 'hash' ? hash.slice(1) : search);
}

/** The page's address with these parameters there. */
export function urlWith(place: UrlPlace, parameters: URLSearchParams): URL {
  const address = new URL(location.href);
  if (place === 'hash') address.hash = parameters.toString();
  else address.search = parameters.toString();
  return address;
}
