/** The SQLSTATE of what a driver threw, or the code of what its socket met. */
export function failureCode(error: unknown): string {
  const code = (error as {code?: unknown} | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** Whether a transaction failed for no fault of its own and may be run again: serialization failure, deadlock. */
export function isTransient(error: unknown): boolean {
  return ['40001', '40P01'].includes(failureCode(error));
}

const awayCodes = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'EACCES',
  // Cannot connect now, shut down by an administrator, crashed, starting up, too many connections, disk full, timed out.
  '57P01', '57P02', '57P03', '57P05', '53300', '53100', '53200', '57014', '25P03', '55P03',
]);

/** Whether the database is away for now, so that the same request may succeed a little later. */
export function isAway(error: unknown): boolean {
  const code = failureCode(error);
  // Class 08: connection exceptions.
  if (awayCodes.has(code) || /^08...$/.test(code)) return true;
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(message);
}

export const uniqueViolation = '23505';
