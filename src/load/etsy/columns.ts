/** The names of one column: Etsy's own, its British spelling, then translations. */
type Names = readonly string[];

/**
 * Columns of the sold order items. Etsy translates its headers into the shop's language, and no list of them is public: the
 * Spanish names are those that public readers of such files look for. What is not listed is for the owner to map.
 */
export const ITEM_NAMES = {
  saleDate: ['sale date', 'fecha de venta', 'fecha de la venta'],
  title: ['item name', 'nombre del artículo', 'nombre de artículo', 'título del artículo', 'artículo'],
  buyer: ['buyer', 'comprador'],
  quantity: ['quantity', 'cantidad', 'unidades'],
  price: ['price', 'precio', 'precio del artículo'],
  couponCode: ['coupon code', 'código de cupón', 'código del cupón'],
  discount: ['discount amount', 'importe del descuento', 'descuento'],
  shippingDiscount: ['shipping discount', 'delivery discount', 'descuento de envío'],
  shipping: ['order shipping', 'order delivery', 'envío del pedido', 'gastos de envío'],
  itemTotal: ['item total', 'total del artículo', 'importe total del artículo'],
  currency: ['currency', 'moneda', 'divisa', 'código de divisa'],
  transaction: ['transaction id', 'id de transacción', 'id de la transacción'],
  datePaid: ['date paid', 'fecha de pago'],
  dateShipped: ['date shipped', 'date posted', 'fecha de envío'],
  state: ['ship state', 'delivery state', 'provincia de envío'],
  country: ['ship country', 'delivery country', 'país de envío'],
  order: ['order id', 'id del pedido', 'id de pedido', 'número de pedido', 'pedido'],
  variations: ['variations', 'variaciones'],
  orderType: ['order type', 'tipo de pedido'],
  payment: ['payment type', 'tipo de pago'],
  inPersonDiscount: ['inperson discount'],
  sku: ['sku', 'referencia'],
} as const satisfies Record<string, Names>;

/** Columns of the sold orders. */
export const ORDER_NAMES = {
  saleDate: ITEM_NAMES.saleDate,
  order: ITEM_NAMES.order,
  buyer: ['buyer user id', 'id de usuario del comprador'],
  payMethod: ['payment method', 'método de pago'],
  dateShipped: ITEM_NAMES.dateShipped,
  state: ITEM_NAMES.state,
  country: ITEM_NAMES.country,
  currency: ITEM_NAMES.currency,
  value: ['order value', 'valor del pedido'],
  couponCode: ITEM_NAMES.couponCode,
  discount: ITEM_NAMES.discount,
  shippingDiscount: ITEM_NAMES.shippingDiscount,
  shipping: ['shipping', 'delivery', 'envío'],
  salesTax: ['sales tax', 'impuesto sobre las ventas'],
  total: ['order total', 'total del pedido'],
  status: ['status', 'estado'],
  net: ['order net', 'neto del pedido'],
  adjustedTotal: ['adjusted order total'],
  orderType: ITEM_NAMES.orderType,
  inPersonDiscount: ITEM_NAMES.inPersonDiscount,
} as const satisfies Record<string, Names>;

/** Columns of the payment statement; the German and Spanish ones are as shops and readers of their files give them. */
export const STATEMENT_NAMES = {
  date: ['date', 'datum', 'fecha'],
  type: ['type', 'art', 'tipo'],
  title: ['title', 'titel', 'título', 'titulo'],
  info: ['info', 'información'],
  currency: ['currency', 'währung', 'moneda', 'divisa'],
  amount: ['amount', 'betrag', 'importe'],
  fees: ['fees & taxes', 'gebühren & steuern', 'tarifas e impuestos', 'tasas e impuestos'],
  net: ['net', 'netto', 'neto'],
} as const satisfies Record<string, Names>;
