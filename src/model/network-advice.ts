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
