/** What every answer says, unless it has something better to say. @param secure Whether we are reached by HTTPS alone. */
export function baseHeaders(secure: boolean): Headers {
  return new Headers({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'no-referrer',
    'vary': 'Origin',
    'x-content-type-options': 'nosniff',
    ...(secure && {'strict-transport-security': 'max-age=31536000'}),
  });
}
