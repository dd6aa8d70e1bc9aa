/** What a tool's output says about the network; null when it says nothing of it. */
export type NetworkTrouble = 'transient' | 'refused';

/**
 * Reads uv's and pip's texts: connection errors and 5xx pass, a 4xx does not. Both tools retry the
 * first kind by themselves, with backoff, before they say so.
 *
 * @example networkTrouble('HTTP status client error (401 Unauthorized)') // 'refused'
 */
export function networkTrouble(text: string): NetworkTrouble | null {
  if (/status client error|\b40[0-9] (Client Error|Unauthorized|Forbidden|Not Found)/i.test(text)) {
    return /\(429\b|\(408\b/.test(text) ? 'transient' : 'refused';
  }
  const transient =
    /status server error|\b50[0-9] Server Error|error sending request|dns error|failed to lookup address|connection (refused|reset|closed|aborted)|network is unreachable|operation timed out|Failed to establish a new connection|Read timed out|error decoding response body|Failed to fetch|NewConnectionError|incompletemessage/i;
  return transient.test(text) ? 'transient' : null;
}
