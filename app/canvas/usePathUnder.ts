import { useEffect, useState } from 'react';
import type { BoardPath } from './paths';

export interface PathUnder {
  readonly path: BoardPath;
  /** Of the pointer, in the window. */
  readonly x: number;
  readonly y: number;
}

/** Pixels around a line that count as on it. */
const REACH = 6;

/** The line under a resting pointer. Lines take no pointer events themselves, so that what lies under them is clicked through. */
export function usePathUnder(paths: readonly BoardPath[], svg: SVGSVGElement): PathUnder | null {
  const [under, setUnder] = useState<PathUnder | null>(null);
  useEffect(() => {
    const board = svg.closest('.react-flow');
    if (!(board instanceof HTMLElement)) return undefined;
    let frame = 0;
    const leave = () => {
      cancelAnimationFrame(frame);
      setUnder(null);
    };
    const look = (event: PointerEvent) => {
      cancelAnimationFrame(frame);
      if (event.pointerType === 'touch' || event.buttons !== 0) return leave();
      frame = requestAnimationFrame(() => {
        const path = pathAt(svg, paths, event.clientX, event.clientY);
        setUnder((before) => (path === null ? null : before?.path === path && before.x === event.clientX && before.y === event.clientY ? before : { path, x: event.clientX, y: event.clientY }));
      });
      return undefined;
    };
    board.addEventListener('pointermove', look);
    board.addEventListener('pointerleave', leave);
    board.addEventListener('pointerdown', leave);
    return () => {
      cancelAnimationFrame(frame);
      board.removeEventListener('pointermove', look);
      board.removeEventListener('pointerleave', leave);
      board.removeEventListener('pointerdown', leave);
    };
  }, [paths, svg]);
  return under !== null && paths.includes(under.path) ? under : null;
}

/** The topmost line within reach: those drawn later lie above. */
function pathAt(svg: SVGSVGElement, paths: readonly BoardPath[], clientX: number, clientY: number): BoardPath | null {
  const toBoard = svg.getScreenCTM()?.inverse();
  if (toBoard === undefined) return null;
  const point = new DOMPoint(clientX, clientY).matrixTransform(toBoard);
  const reach = REACH * toBoard.a;
  const lines = [...svg.children].slice(0, paths.length);
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    const path = paths[index];
    if (path === undefined || !(line instanceof SVGGeometryElement)) continue;
    const near = [0, reach, -reach].some((dx) => [0, reach, -reach].some((dy) => line.isPointInStroke(new DOMPoint(point.x + dx, point.y + dy))));
    if (near) return path;
  }
  return null;
}
