/** Columns of the list of orders: English, and Chinese of sellers in China, which has no prices. */
export const ORDER_NAMES = {
  id: ['order id', '订单号'],
  item: ['order item id', '子订单号'],
  status: ['order status', '订单状态'],
  itemStatus: ['order item status', '子订单状态'],
  title: ['product name by customer order', 'product name', '商品名称'],
  variant: ['variation', '商品属性'],
  sku: ['contribution sku', 'sku货号'],
  skuId: ['sku id', 'skuid'],
  quantity: ['quantity purchased', '应履约件数'],
  itemsPrice: ['base price total'],
  activityPrice: ['activity goods base price'],
  price: ['goods base price'],
  retail: ['retail price total'],
  sellerDiscount: ['discount from seller'],
  shipping: ['shipping cost'],
  tax: ['product tax total'],
  shippingTax: ['shipping tax total'],
  country: ['ship country'],
  region: ['ship state'],
} as const;

/** When the order was placed; a time zone may follow in brackets. */
export const PLACED = /^(?:purchase date\b|订单创建时间)/;

/** Columns of the bill by order (PO聚合账单), which names no dates, and of what is not settled yet (待处理款项). */
export const BILL_NAMES = {
  order: ['po单号'],
  currency: ['币种'],
  sales: ['销售回款'],
  salesDiscount: ['销售回款已减优惠'],
  salesBack: ['销售冲回'],
  shipping: ['运费回款'],
  shippingBack: ['运费冲回'],
} as const;

/** Columns of the bill by transaction (PO明细账单). */
export const ENTRY_NAMES = {
  entry: ['结算流水id'],
  batch: ['批次号'],
  order: ['po单号'],
  type: ['交易类型'],
  amount: ['结算金额'],
  currency: ['币种'],
  arrived: ['到账时间'],
} as const;

/** The second header row of both bills, under 商品信息 * 销售件数. */
export const GOODS_NAMES = {
  skuId: ['sku id'],
  title: ['sku名称'],
  sku: ['sku货号'],
  quantity: ['件数'],
  price: ['申报价格'],
  isActivity: ['是否活动价'],
} as const;
