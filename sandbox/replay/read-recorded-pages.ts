import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ListName } from "../catalog";
import { type Item, isObject, type Json } from "../json";
import { RESOURCES } from "../resources";

/** `Airports_200_00201_to_00203_T5_…`: status, first and last position, depth of the collector's narrowing. */
const FILE_NAME = /^[A-Za-z]+_200_(\d+)_to_(\d+)_T\d+_.*\.json$/;

type RecordedPage = { file: string; first: number; items: Item[]; total: number };

function readPage(directory: string, file: string, first: number, name: ListName): RecordedPage {
  const { root, group, element } = RESOURCES[name];
  const envelope: Json = JSON.parse(readFileSync(join(directory, file), "utf8"));
  const resource = isObject(envelope) ? envelope[root] : undefined;
  const records = isObject(resource) && isObject(resource[group]) && resource[group][element];
  const total = isObject(resource) && isObject(resource.Meta) && resource.Meta.TotalCount;
  if (!records || typeof total !== "number") {
    throw new Error(`${join(directory, file)} is not a page of ${name}.`);
  }
  const items = (Array.isArray(records) ? records : [records]).filter(isObject);
  return { file, first, items, total };
}

/** The records of a folder of recorded pages, each at its position; null where no page has it. */
export function readRecordedPages(directory: string, name: ListName): (Item | null)[] {
  const pages = readdirSync(directory).flatMap((file) => {
    const [, first] = FILE_NAME.exec(file) ?? [];
    return first ? [readPage(directory, file, Number(first), name)] : [];
  });
  const [one] = pages;
  if (!one) throw new Error(`${directory} has no recorded pages of ${name}.`);
  const other = pages.find(({ total }) => total !== one.total);
  if (other) {
    throw new Error(`${directory}: ${one.file} and ${other.file} differ in TotalCount.`);
  }
  const items = new Array<Item | null>(one.total).fill(null);
  for (const page of pages) {
    for (const [index, item] of page.items.entries()) items[page.first - 1 + index] = item;
  }
  return items;
}
