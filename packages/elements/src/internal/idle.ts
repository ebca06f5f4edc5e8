/**
 * Runs a task when the browser has nothing better to do. WebKit has no idle callbacks: a moment after the frame is the next best.
 *
 * @param timeout Milliseconds after which it is run all the same: a busy page, or one in the background, is never idle. Default: none.
 */
export function whenIdle(task: (deadline?: IdleDeadline) => void, timeout?: number): number {
  return typeof requestIdleCallback === 'function' ? requestIdleCallback(task, timeout ? {timeout} : {}) : Number(setTimeout(task, 16));
}

/** Takes back what was to be run by {@link whenIdle}. */
export function cancelIdle(handle: number): void {
  if (typeof cancelIdleCallback === 'function') cancelIdleCallback(handle);
  else clearTimeout(handle);
}
