import type {CDPSession, Page} from 'playwright';

/** Main-thread CPU of a renderer, which other work on the machine hardly changes. */
export interface MainThread {
  /** Milliseconds that it has worked so far. */
  worked(): Promise<number>;
  /** Collects what nobody holds any more, so that it is not done within what is measured next. */
  collect(): Promise<void>;
  /** Bytes in use after a collection: what scripts hold, and the nodes that the browser holds for them. */
  heap(): Promise<number>;
  /** From now on it works as on a processor that is so many times slower. */
  slowDown(times: number): Promise<void>;
}

export async function mainThreadOf(page: Page): Promise<MainThread> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  return {
    worked: () => taskTime(session),
    collect: () => collect(session),
    heap: () => heapOf(session),
    slowDown: async rate => void (await session.send('Emulation.setCPUThrottlingRate', {rate})),
  };
}

async function taskTime(session: CDPSession): Promise<number> {
  const {metrics} = await session.send('Performance.getMetrics');
  return metrics.find(({name}) => name === 'TaskDuration')!.value * 1_000;
}

async function collect(session: CDPSession): Promise<void> {
  // What only finalisers let go is gone after the second.
  for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage');
}

async function heapOf(session: CDPSession): Promise<number> {
  await collect(session);
  const {usedSize, embedderHeapUsedSize, backingStorageSize} = await session.send('Runtime.getHeapUsage');
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}
