import * as fc from 'fast-check';

const piece = fc.oneof(
  fc.constantFrom(
    '- [ ] A',
    '- [x] A',
    '  - [/] B @me',
    '> ',
    '1. [ ] `c',
    '`',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '    ',
  ),
  fc.constantFrom(
    '# H',
    '```',
    '---',
    '\n\n',
    '<!--',
    '-->',
    '$$',
    '| - [ ] A |',
    '\uFEFF',
    '📅 2026-12-01',
    '[ ]',
  ),
  fc.string({ maxLength: 4 }),
);
/** With tasks, and with whatever may hide them. */
export const anyTaskText = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
