import { networkTrouble } from '../../../src/packaging/uv-messages/network-trouble.ts';

describe('networkTrouble()', () => {
  it.each([
    ['HTTP status client error (401 Unauthorized) for url (https://x)', 'refused'],
    ['HTTP status client error (404 Not Found) for url (https://x)', 'refused'],
    ['HTTP status client error (429 Too Many Requests) for url (https://x)', 'transient'],
    ['HTTP status server error (503 Service Unavailable) for url (https://x)', 'transient'],
    ['error: Failed to fetch: `https://x`\n cause: dns error', 'transient'],
    ['Because a depends on b, your requirements are unsatisfiable', null],
  ])('%s', (text, expected) => {
    expect(networkTrouble(text)).toBe(expected);
  });
});
