import type { SvgNode } from '../../../src/core/report/chart/svgNode';

/** An element of a picture in the page: text stays text, and no attribute is a style. */
export function svgElement({ name, attributes, children }: SvgNode): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== 'xmlns') element.setAttribute(key, String(value));
  }
  for (const child of children) {
    element.append(typeof child === 'string' ? child : svgElement(child));
  }
  return element;
}
