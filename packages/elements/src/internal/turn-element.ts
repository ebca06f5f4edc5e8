import {LitElement} from 'lit';
import {turn} from './turns.ts';

/** An element that takes turns with the others of the page, for those that a page has many of. */
export class TurnElement extends LitElement {
  protected override async scheduleUpdate(): Promise<void> {
    await turn();
    await super.scheduleUpdate();
  }
}
