import {
  documentOf,
  isRead,
  isWaypoint,
  nameOf,
  type PlaybookServices,
  textValue,
  type Way,
  type Waypoint,
  waysFrom,
  waysTo,
} from '@poise/language';
import { type LangiumDocument, MultiMap, URI } from 'langium';
import type { CallHierarchyProvider } from 'langium/lsp';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsParams,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsParams,
  CallHierarchyPrepareParams,
  Range,
} from 'vscode-languageserver';
import { symbolKindOf } from '../symbols/kinds.ts';
import { nameAt } from './name-at.ts';

/** Where a conversation goes from a step, a playbook or an escalation, and how it comes there. */
export class WayFinder implements CallHierarchyProvider {
  private readonly services: PlaybookServices;

  constructor(services: PlaybookServices) {
    this.services = services;
  }

  prepareCallHierarchy(document: LangiumDocument, params: CallHierarchyPrepareParams): CallHierarchyItem[] | undefined {
    const declaration = nameAt(document, params, this.services)?.declaration;
    return declaration && isWaypoint(declaration) ? itemsFor(declaration) : undefined;
  }

  incomingCalls({ item }: CallHierarchyIncomingCallsParams): CallHierarchyIncomingCall[] {
    const here = this.waypointOf(item);
    const ways = here ? waysTo(here, this.services.Workspace) : [];
    return grouped(ways, ({ from }) => from).flatMap(([from, some]) =>
      itemsFor(from).map((other) => ({ from: other, fromRanges: some.flatMap(placesOf) })),
    );
  }

  outgoingCalls({ item }: CallHierarchyOutgoingCallsParams): CallHierarchyOutgoingCall[] {
    const here = this.waypointOf(item);
    const ways = here ? waysFrom(here) : [];
    return grouped(ways, ({ to }) => to).flatMap(([to, some]) =>
      itemsFor(to).map((other) => ({ to: other, fromRanges: some.flatMap(placesOf) })),
    );
  }

  /** What an item stood for: found again by the place of its name, which may be something else by now, or nothing. */
  private waypointOf({ uri, name, selectionRange }: CallHierarchyItem): Waypoint | undefined {
    const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
    const named = document && nameAt(document, { position: selectionRange.start }, this.services)?.declaration;
    return named && isWaypoint(named) && named.name === name ? named : undefined;
  }
}

function itemsFor(waypoint: Waypoint): CallHierarchyItem[] {
  const document = documentOf(waypoint);
  const { $cstNode: whole, name, $type, title } = waypoint;
  const selected = nameOf(waypoint);
  if (!whole || !selected || !isRead(document)) return [];
  return [
    {
      name,
      kind: symbolKindOf($type),
      detail: textValue(title),
      uri: document.uri.toString(),
      range: whole.range,
      selectionRange: selected.range,
    },
  ];
}

/** Where it is said that the way goes there; what goes without saying is shown at the name of where it comes from. */
function placesOf({ from, line }: Way): Range[] {
  const place = line?.$cstNode ?? nameOf(from);
  return place ? [place.range] : [];
}

function grouped(ways: readonly Way[], end: (way: Way) => Waypoint): [Waypoint, Way[]][] {
  return new MultiMap(ways.map((way) => [end(way), way])).entriesGroupedByKey().toArray();
}
