import type { Paint } from './colour.ts';

/** How a text is drawn, with everything decided. */
export interface Pen {
  /** terminal cells across */
  readonly width: number;
  readonly ascii: boolean;
  readonly paint: Paint;
  /** said where a text is cut */
  readonly cut: string;
  /** between two ends of a range */
  readonly dash: string;
}

/** In front of everything but the title. */
export const INDENT = '  ';
