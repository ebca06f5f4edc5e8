/** Resolves when the process is asked to stop. A second request ends it at once. */
export function askedToStop(): Promise<void> {
  return new Promise(resolve => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked && signal === 'SIGINT') process.exit(1);
        asked = true;
        resolve();
      });
    }
  });
}
