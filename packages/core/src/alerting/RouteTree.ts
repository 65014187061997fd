import type { Labels } from '@glasspane/promql/syntax';
import { formatLabels, formatMatchers } from './formatLabels.ts';
import type { Route } from './Route.ts';
import type { CompileMatchers } from './silences.ts';

/** A route that took an alert. */
export interface RouteMatch {
  /** The route's place in the tree, by matchers: `{}/{team="a"}`. */
  readonly key: string;
  readonly route: Route;
}

interface Node extends RouteMatch {
  readonly isMatch: (labels: Labels) => boolean;
  readonly children: readonly Node[];
}

/** Routes, ready to be asked. */
export class RouteTree {
  readonly #root: Node;
  readonly #byKey = new Map<string, Route>();

  /** @throws Error When a regular expression of a matcher is not valid. */
  constructor(root: Route, compileMatchers: CompileMatchers) {
    const build = (route: Route, parentKey: string | undefined): Node => {
      const key = this.#claimKey(
        `${parentKey === undefined ? '' : `${parentKey}/`}${formatMatchers(route.matchers)}`,
        route,
      );
      return {
        key,
        route,
        isMatch: compileMatchers(route.matchers),
        children: route.routes.map((child) => build(child, key)),
      };
    };
    this.#root = build(root, undefined);
  }

  /** Returns the routes that take an alert: at least the root. */
  match(labels: Labels): readonly RouteMatch[] {
    const matches = matchNode(this.#root, labels);
    return matches.length === 0 ? [this.#root] : matches;
  }

  byKey(key: string): Route | undefined {
    return this.#byKey.get(key);
  }

  /** Routes beside each other may have the same matchers; their groups must not be one. */
  #claimKey(wanted: string, route: Route): string {
    let key = wanted;
    for (let n = 2; this.#byKey.has(key); n += 1) key = `${wanted}#${n}`;
    this.#byKey.set(key, route);
    return key;
  }
}

function matchNode(node: Node, labels: Labels): readonly RouteMatch[] {
  if (!node.isMatch(labels)) return [];
  const matches: RouteMatch[] = [];
  for (const child of node.children) {
    const found = matchNode(child, labels);
    matches.push(...found);
    if (found.length > 0 && !child.route.shouldContinue) break;
  }
  return matches.length === 0 ? [node] : matches;
}

/** Returns the labels that an alert has in common with the others of its group. */
export function groupLabelsOf(labels: Labels, groupBy: Route['groupBy']): Labels {
  if (groupBy === 'all') return labels;
  return Object.fromEntries(Object.entries(labels).filter(([name]) => groupBy.includes(name)));
}

/** Returns the id of a group; receivers that the alerts name themselves set it apart from that of the route. */
export function groupIdOf(routeKey: string, groupLabels: Labels, receivers: readonly string[] | undefined): string {
  const named = receivers === undefined ? '' : `@${JSON.stringify([...receivers].sort())}`;
  return `${routeKey}${named}:${formatLabels(groupLabels)}`;
}
