import fc from 'fast-check';
import { html } from './html';

describe('html', () => {
  it('lets no value leave an attribute or open a tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const { text } = html`<a title="${value}">${value}</a>`;
        expect(text.match(/[<>]/g)).toHaveLength(4);
        expect(text.match(/"/g)).toHaveLength(2);
      }),
    );
  });

  it('keeps nested templates and leaves out what is not there', () => {
    const items = ['a', '<b>'].map((item) => html`<i>${item}</i>`);
    expect(html`<p>${items}${null}${false}${undefined}${0}</p>`.text).toBe(
      '<p><i>a</i><i>&lt;b&gt;</i>0</p>',
    );
  });
});
