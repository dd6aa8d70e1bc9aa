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

/**
 * What to do about the network, by what a tool said of it.
 *
 * @example networkAdvice('invalid peer certificate: UnknownIssuer') // 'The server's certificate …'
 */
export function networkAdvice(text: string): string {
  if (
    /UnknownIssuer|CERTIFICATE_VERIFY_FAILED|peer certificate|self.signed certificate/i.test(text)
  ) {
    return "The server's certificate is not trusted: set SSL_CERT_FILE to your organisation's certificates, or UV_SYSTEM_CERTS=1 to trust those of the system";
  }
  if (/\(40[137]\b|\b40[137] (Client Error|Unauthorized|Forbidden|Proxy)/i.test(text)) {
    return 'Check the user name and password of the index (or of the proxy) and what they may read';
  }
  return 'Check the network, the proxy (HTTPS_PROXY) and the index settings (--index-url, UV_DEFAULT_INDEX), then run it again';
}
