import {ReactiveElement} from '@lit/reactive-element';
import {turn} from './turns.ts';

/** An element that takes turns with the others of the page, for those that a page has many of. What it shows, it draws by hand. */
export class TurnElement extends ReactiveElement {
  protected override async scheduleUpdate(): Promise<void> {
    await turn();
    await super.scheduleUpdate();
  }
}
