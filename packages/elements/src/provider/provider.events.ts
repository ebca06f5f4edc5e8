/** The elements inside a provider use another backend, person or space from now on. */
export class ProviderChangedEvent extends Event {
  static readonly type = 'sl-provider-changed';

  constructor() {
    super(ProviderChangedEvent.type);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [ProviderChangedEvent.type]: ProviderChangedEvent;
  }
}
