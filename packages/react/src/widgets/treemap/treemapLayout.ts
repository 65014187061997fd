import { type Area, squarify } from './squarify.ts';
import type { TreemapLeaf } from './treemapModel.ts';

/** A cell where it stands. */
export interface PlacedLeaf extends Area {
  readonly leaf: TreemapLeaf;
}

/** What is around the cells of one thing, with its name. */
export interface PlacedGroup extends Area {
  readonly key: string;
  readonly name: string;
  /** 0 where there is no room for the name. */
  readonly headHeight: number;
}

/** Where all cells of a treemap stand. */
export interface TreemapLayout {
  readonly leaves: readonly PlacedLeaf[];
  readonly groups: readonly PlacedGroup[];
}

const HEAD = 17;

/** Returns where the cells of a treemap stand: those of one thing together, and the larger ones first. */
export function treemapLayout(leaves: readonly TreemapLeaf[], area: Area, depth = 0): TreemapLayout {
  const isNested = leaves.some(({ path }) => path.length > depth + 1);
  if (!isNested) {
    const bySize = [...leaves].sort((a, b) => b.share - a.share);
    const areas = squarify(
      bySize.map(({ share }) => share),
      area,
    );
    return { leaves: bySize.map((leaf, index) => ({ leaf, ...(areas[index] ?? area) })), groups: [] };
  }
  const inner = groupsAt(leaves, depth);
  const areas = squarify(
    inner.map(({ share }) => share),
    area,
  );
  const placed = inner.map(({ key, name, own }, index) =>
    placeGroup({ key, name, own, area: areas[index] ?? area, depth }),
  );
  return { leaves: placed.flatMap((one) => one.leaves), groups: placed.flatMap((one) => one.groups) };
}

interface InnerGroup {
  readonly key: string;
  readonly name: string;
  readonly own: readonly TreemapLeaf[];
  readonly share: number;
}

function groupsAt(leaves: readonly TreemapLeaf[], depth: number): readonly InnerGroup[] {
  const groups = new Map<string, TreemapLeaf[]>();
  for (const leaf of leaves) {
    // What has no deeper place (the others) is a group of its own.
    const key = leaf.path.length > depth + 1 ? JSON.stringify(leaf.path.slice(0, depth + 1)) : leaf.key;
    groups.set(key, [...(groups.get(key) ?? []), leaf]);
  }
  return [...groups]
    .map(([key, own]) => ({
      key,
      name: own[0]?.path[depth] ?? '',
      own,
      share: own.reduce((sum, { share }) => sum + share, 0),
    }))
    .sort((a, b) => b.share - a.share);
}

interface GroupPlace {
  readonly key: string;
  readonly name: string;
  readonly own: readonly TreemapLeaf[];
  readonly area: Area;
  readonly depth: number;
}

function placeGroup({ key, name, own, area, depth }: GroupPlace): TreemapLayout {
  const [only] = own;
  if (own.length === 1 && only !== undefined && only.path.length <= depth + 1) {
    return { leaves: [{ leaf: only, ...area }], groups: [] };
  }
  const headHeight = area.width >= 48 && area.height >= 40 ? HEAD : 0;
  const edge = Math.min(2, area.width / 8, area.height / 8);
  const inside = {
    x: area.x + edge,
    y: area.y + headHeight + (headHeight > 0 ? 0 : edge),
    width: area.width - edge * 2,
    height: area.height - headHeight - edge - (headHeight > 0 ? 0 : edge),
  };
  const inner = treemapLayout(own, inside, depth + 1);
  return { leaves: inner.leaves, groups: [{ key, name, headHeight, ...area }, ...inner.groups] };
}
