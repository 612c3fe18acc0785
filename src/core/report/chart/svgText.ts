import { escapeHtml } from '../html/escapeHtml';
import type { SvgNode } from './svgNode';

/** An SVG element as text; whatever its words and attributes hold stays words. */
export function svgText({ name, attributes, children }: SvgNode): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`)
    .join('');
  if (children.length === 0) return `<${name}${written}/>`;
  const inner = children
    .map((child) => (typeof child === 'string' ? escapeHtml(child) : svgText(child)))
    .join('');
  return `<${name}${written}>${inner}</${name}>`;
}
