import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  evaluateMarker
} from "./chunk-OXWJFX4A.mjs";
import {
  normaliseName
} from "./chunk-M22XZUZZ.mjs";

// src/plan/declared-numpy.ts
function declaredNumpy(requirements, markers, extras, self = "") {
  const all = withOwnExtras(requirements, markers, extras.map(normaliseName), normaliseName(self));
  const lines = requirements.filter(
    (requirement) => requirement.name === "numpy" && evaluateMarker(requirement.marker, markers, all)
  );
  const direct = lines.find((requirement) => requirement.url !== null);
  if (direct !== void 0) {
    return { kind: "direct", line: direct.text };
  }
  if (lines.length === 0) {
    return { kind: "not-required" };
  }
  const clauses = lines.flatMap(({ specifier }) => specifier === "" ? [] : specifier.split(","));
  return {
    kind: "range",
    specifier: [...new Set(clauses)].join(","),
    lines: lines.map(({ text }) => text)
  };
}
function withOwnExtras(requirements, markers, extras, self) {
  const known = new Set(extras);
  for (let size = -1; size !== known.size; ) {
    size = known.size;
    for (const requirement of requirements) {
      if (requirement.name === self && evaluateMarker(requirement.marker, markers, [...known])) {
        for (const extra of requirement.extras) {
          known.add(extra);
        }
      }
    }
  }
  return [...known];
}

// src/model/network-advice.ts
function networkAdvice(text) {
  if (/UnknownIssuer|CERTIFICATE_VERIFY_FAILED|peer certificate|self.signed certificate/i.test(text)) {
    return "The server's certificate is not trusted: set SSL_CERT_FILE to your organisation's certificates, or UV_SYSTEM_CERTS=1 to trust those of the system";
  }
  if (/\(40[137]\b|\b40[137] (Client Error|Unauthorized|Forbidden|Proxy)/i.test(text)) {
    return "Check the user name and password of the index (or of the proxy) and what they may read";
  }
  return "Check the network, the proxy (HTTPS_PROXY) and the index settings (--index-url, UV_DEFAULT_INDEX), then run it again";
}

export {
  declaredNumpy,
  networkAdvice
};
