import type { Flow } from '@poise/generator/guide';
import { useMemo, useState } from 'preact/hooks';
import { LINE, layOut, type PlacedNode, type PlacedText, SMALL_LINE } from './flow-layout.ts';
import { keyOf } from './places.ts';

/** Smaller than that, its words can't be read: then it is scrolled. */
const SMALLEST = 0.75;

/** The way through a playbook as a picture, and the same in words. */
export function FlowPicture({ flow, current }: { readonly flow: Flow; readonly current: string | undefined }) {
  const picture = useMemo(() => layOut(flow), [flow]);
  const [isFull, setFull] = useState(false);
  const { width, height, nodes, edges } = picture;
  return (
    <figure class="flow">
      <div class={isFull ? 'flow-frame full' : 'flow-frame'}>
        {/* biome-ignore lint/a11y/useSemanticElements: a picture's parts are no fields */}
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          style={{ minWidth: `${width * SMALLEST}px` }}
          role="group"
          aria-label={`${nodes.length} stops`}
        >
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path class="arrow" d="M0,0 L8,4 L0,8 z" />
            </marker>
          </defs>
          {edges.map(({ edge, path }) => (
            <path
              key={`${edge.from} ${edge.to} ${edge.label}`}
              class={`edge ${edge.kind}`}
              d={path}
              marker-end="url(#arrow)"
            />
          ))}
          {edges.map(
            ({ edge, label }) =>
              label && (
                // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus
                <g key={`${edge.from} ${edge.to} ${edge.label}`} aria-hidden="true">
                  <rect
                    class="label-ground"
                    x={label.x - label.width / 2}
                    y={label.y - 10}
                    width={label.width}
                    height={label.height}
                  />
                  <Lines text={label} line={SMALL_LINE} className="label" />
                </g>
              ),
          )}
          {nodes.map((placed) => (
            <Node
              key={placed.node.id}
              placed={placed}
              isCurrent={placed.node.at !== undefined && keyOf(placed.node.at) === current}
            />
          ))}
        </svg>
      </div>
      <figcaption>
        <button type="button" class="plain-button" aria-pressed={isFull} onClick={() => setFull(!isFull)}>
          Full size
        </button>
        <details>
          <summary>The same in words</summary>
          <FlowWords flow={flow} />
        </details>
      </figcaption>
    </figure>
  );
}

function Node({ placed, isCurrent }: { readonly placed: PlacedNode; readonly isCurrent: boolean }) {
  const { node, x, y, width, height, kicker, title, note } = placed;
  const round = node.kind === 'start' || node.kind === 'end' ? height / 2 : 4;
  const content = (
    <>
      <rect x={x} y={y} width={width} height={height} rx={round} />
      {kicker && <Lines text={kicker} line={SMALL_LINE} className="kicker" />}
      <Lines text={title} line={LINE} className="title" />
      {note && <Lines text={note} line={SMALL_LINE} className="note" />}
    </>
  );
  const kind = `node ${node.kind}`;
  if (!node.at) return <g class={kind}>{content}</g>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture has no buttons of its own
    <g
      class={kind}
      role="button"
      tabindex={0}
      aria-current={isCurrent ? 'location' : undefined}
      data-at={keyOf(node.at)}
    >
      {content}
    </g>
  );
}

function Lines({
  text,
  line,
  className,
}: {
  readonly text: PlacedText;
  readonly line: number;
  readonly className: string;
}) {
  return (
    <text class={className} text-anchor="middle" dominant-baseline="central">
      {text.lines.map((words, index) => (
        <tspan key={words} x={text.x} y={text.y + index * line}>
          {`${words} `}
        </tspan>
      ))}
    </text>
  );
}

/** Where each stop leads. */
function FlowWords({ flow: { nodes, edges } }: { readonly flow: Flow }) {
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  const leading = nodes.filter(({ id }) => edges.some(({ from }) => from === id));
  return (
    <ul class="flow-words">
      {leading.map(({ id, title }) => (
        <li key={id}>
          {title}
          <ul>
            {edges
              .filter(({ from }) => from === id)
              .map(({ to, label }) => (
                <li key={`${to} ${label}`}>
                  to {titles.get(to)}
                  {label && <span class="when"> {label}</span>}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
