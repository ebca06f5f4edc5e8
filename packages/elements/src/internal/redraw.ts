import type {ReactiveControllerHost} from 'lit';

/** Draws an element anew by and by while it is in the page, since what it says about times grows old. @param pace Milliseconds between two drawings. */
export function redrawEvery(pace: number, host: ReactiveControllerHost): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  host.addController({
    hostConnected() {
      timer = setInterval(() => host.requestUpdate(), pace);
    },
    hostDisconnected: () => clearInterval(timer),
  });
}
