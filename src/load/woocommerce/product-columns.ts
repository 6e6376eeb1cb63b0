/**
 * Labels of the core product export in the languages it has been met in; WooCommerce translates them. Each list is a column's
 * names, normalised: English, German, French, Spanish, Russian.
 */
export const PRODUCT_COLUMNS = {
  id: ['id'],
  type: ['type', 'typ', 'tipo', 'тип'],
  sku: ['sku', 'artikelnummer', 'ugs', 'артикул'],
  barcode: [
    'gtin, upc, ean, or isbn',
    'gtin, upc, ean ou isbn',
    'gtin, upc, ean oder isbn',
    'gtin, upc, ean o isbn',
  ],
  name: ['name', 'nom', 'nombre', 'имя'],
  published: ['published', 'veröffentlicht', 'publié', 'publicado', 'опубликован'],
  taxClass: ['tax class', 'steuerklasse', 'classe de tva', 'clase de impuesto', 'налоговый класс'],
  stock: ['stock', 'lager', 'lagerbestand', 'inventario', 'запасы'],
  lowStock: [
    'low stock amount',
    'geringe lagermenge',
    'montant de stock faible',
    'cantidad de bajo inventario',
    'величина малых запасов',
    'малое количество на складе',
  ],
  salePrice: [
    'sale price',
    'angebotspreis',
    'tarif promo',
    'precio rebajado',
    'акционная цена',
    'цена распродажи',
  ],
  regularPrice: ['regular price', 'regulärer preis', 'tarif régulier', 'precio normal', 'базовая цена'],
  categories: ['categories', 'kategorien', 'catégories', 'categorías', 'categorias', 'категории'],
  parent: ['parent', 'übergeordnetes produkt', 'superior', 'родительский'],
  brand: ['brands', 'brand', 'marken', 'marques', 'marca', 'marcas'],
  cost: ['meta: _wc_cog_cost', 'meta:_wc_cog_cost', 'cost of goods', 'cost of goods sold'],
} as const satisfies Record<string, readonly string[]>;
