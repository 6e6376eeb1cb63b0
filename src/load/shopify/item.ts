/**
 * What stands for a variant where a SKU is asked for: the SKU, or – for shops that keep none – the name that the orders export
 * gives its lines, `Title - Variant`.
 */
export function itemKey(sku: string | undefined, title: string, variant: string | undefined): string {
  return sku ?? (variant === undefined ? title : `${title} - ${variant}`);
}

/** Option values as the orders export joins them: `Red / XL`; undefined for a product without variants. */
export function variantName(options: readonly string[]): string | undefined {
  const named = options.filter((option) => option !== '' && option !== 'Default Title');
  return named.length === 0 ? undefined : named.join(' / ');
}
