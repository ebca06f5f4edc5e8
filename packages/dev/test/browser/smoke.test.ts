import {endpoints} from '@social-learning/protocol';
import {expect, fixture, html as template} from '@open-wc/testing';
import {html, LitElement} from 'lit';
import {property} from 'lit/decorators.js';

class SmokeGreeting extends LitElement {
  @property() name = 'nobody';

  protected override render() {
    return html`<p>Hello, ${this.name}</p>`;
  }
}

describe('the workshop', () => {
  before(() => customElements.define('smoke-greeting', SmokeGreeting));

  it('renders an element again when a decorated property changes', async () => {
    const greeting = await fixture<SmokeGreeting>(template`<smoke-greeting></smoke-greeting>`);
    greeting.name = 'Ada';
    await greeting.updateComplete;
    expect(greeting.shadowRoot?.textContent?.trim()).to.equal('Hello, Ada');
  });

  it('loads the packages of the workspace from their sources', () => {
    expect(endpoints['posts.create'].path).to.equal('/v1/posts');
  });
});
