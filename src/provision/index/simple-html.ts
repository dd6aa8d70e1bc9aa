import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { IndexFile } from '../../packaging/index-project.ts';
import { indexFile } from './index-file.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * Reads a project's page of the HTML simple API (PEP 503), or any page of links (`--find-links`).
 *
 * @param base address of the page
 * @returns undefined when the text is no HTML page of links
 */
export function parseSimpleHtml(text: string, base: string): readonly IndexFile[] | undefined {
  if (!/<(?:!doctype\s+html|html|head|body|a)\b/i.test(text)) {
    return undefined;
  }
  const elements = elementsOf(parse(text));
  const pageBase = elements.find(({ tagName }) => tagName === 'base');
  const declared = pageBase === undefined ? undefined : attribute(pageBase, 'href');
  const root =
    declared !== undefined && URL.canParse(declared, base) ? new URL(declared, base).href : base;
  return elements
    .filter(({ tagName }) => tagName === 'a')
    .flatMap((link) => fileOf(link, root) ?? []);
}

function fileOf(link: Element, base: string): IndexFile | undefined {
  const address = attribute(link, 'href');
  if (address === undefined || !URL.canParse(address, base)) {
    return undefined;
  }
  const yanked = attribute(link, 'data-yanked');
  const metadata =
    attribute(link, 'data-core-metadata') ?? attribute(link, 'data-dist-info-metadata');
  return indexFile({
    filename: lastPart(new URL(address, base)),
    address,
    base,
    requiresPython: attribute(link, 'data-requires-python') || null,
    // The attribute alone says yanked; its text is the reason (PEP 592).
    yanked: yanked === undefined ? false : yanked === '' ? true : yanked,
    uploadTime: null,
    sha256: null,
    coreMetadata: metadata !== undefined && metadata !== 'false',
  });
}

function lastPart(url: URL): string {
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function elementsOf(root: Node): readonly Element[] {
  const found: Element[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('tagName' in node) {
      found.push(node);
    }
    if ('childNodes' in node) {
      open.push(...node.childNodes.toReversed());
    }
  }
  return found;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value.trim();
}
