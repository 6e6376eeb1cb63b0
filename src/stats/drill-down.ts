export interface DrillDownElement {
  readonly name: string;
  /** what was to be expected */
  readonly forecast: number;
  readonly actual: number;
}

export interface DrillDownDimension {
  readonly name: string;
  readonly elements: readonly DrillDownElement[];
}

/** An element with its part of the whole change (1 = all of it) and how surprising its share of the whole is. */
export interface SurprisingElement extends DrillDownElement {
  readonly explanatoryPower: number;
  readonly surprise: number;
}

export interface DrilledDimension {
  readonly name: string;
  readonly surprise: number;
  readonly explanatoryPower: number;
  readonly elements: readonly SurprisingElement[];
}

export interface DrillDownLimits {
  /** an element is looked at only when it explains more than this part of the change */
  readonly element: number;
  /** elements are taken until they explain this part together */
  readonly total: number;
}

const PUBLISHED_LIMITS: DrillDownLimits = { element: 0.1, total: 0.67 };

const informationAgainst = (share: number, both: number): number =>
  share > 0 ? share * Math.log((2 * share) / both) : 0;

/**
 * Jensen–Shannon surprise of one share of a whole that was to be p and is q: ½(p ln(2p/(p+q)) + q ln(2q/(p+q))), in nats; 0 when p = q.
 * Shares below 0 (more given back than sold) count as 0.
 */
export function shareSurprise(p: number, q: number): number {
  const [expected, actual] = [Math.max(0, p), Math.max(0, q)];
  return (
    (informationAgainst(expected, expected + actual) + informationAgainst(actual, expected + actual)) / 2
  );
}

function surprising(dimension: DrillDownDimension): readonly SurprisingElement[] {
  const forecast = dimension.elements.reduce((sum, element) => sum + element.forecast, 0);
  const actual = dimension.elements.reduce((sum, element) => sum + element.actual, 0);
  const change = actual - forecast;
  if (change === 0) return [];
  return dimension.elements.map((element) => ({
    ...element,
    explanatoryPower: (element.actual - element.forecast) / change,
    surprise: shareSurprise(
      forecast === 0 ? 0 : element.forecast / forecast,
      actual === 0 ? 0 : element.actual / actual,
    ),
  }));
}

/** The elements of one dimension that explain its change: the most surprising first, those above `element` only, until `total` is reached. */
function carriers(dimension: DrillDownDimension, limits: DrillDownLimits): DrilledDimension {
  const ranked = surprising(dimension)
    .filter(({ explanatoryPower }) => explanatoryPower > limits.element)
    .toSorted((a, b) => b.surprise - a.surprise || b.explanatoryPower - a.explanatoryPower);
  const taken: SurprisingElement[] = [];
  let explained = 0;
  for (const element of ranked) {
    if (explained > limits.total) break;
    taken.push(element);
    explained += element.explanatoryPower;
  }
  return {
    name: dimension.name,
    surprise: taken.reduce((sum, { surprise }) => sum + surprise, 0),
    explanatoryPower: explained,
    elements: taken,
  };
}

/**
 * Finds the dimension (product, state, channel …) and its elements that carry a change against a forecast. Explanatory power of an
 * element = (actual − forecast) / the whole change; dimensions are ranked by the total surprise of the elements that carry them;
 * those that explain no more than `total` come last. Defaults: element 0.1, total 0.67. No change: no elements.
 * Source: Bhagwan et al., Adtributor (NSDI 2014).
 */
export function drillDown(
  dimensions: readonly DrillDownDimension[],
  limits: DrillDownLimits = PUBLISHED_LIMITS,
): readonly DrilledDimension[] {
  const explains = (drilled: DrilledDimension): number => (drilled.explanatoryPower > limits.total ? 1 : 0);
  return dimensions
    .map((dimension) => carriers(dimension, limits))
    .toSorted((a, b) => explains(b) - explains(a) || b.surprise - a.surprise);
}
