const HEADER =
  'Name,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Name,Shipping Province,Shipping Country,Payment Method,Refunded Amount,Cancelled at,Vendor,Phone';

export interface SoldOrder {
  readonly name: string;
  readonly day: string;
  readonly price: number;
  readonly quantity?: number;
  readonly sku?: string;
  readonly title?: string;
  readonly refunded?: string;
  readonly status?: string;
  readonly email?: string;
}

/** One row of a Shopify orders export: a plain paid order, without discount, with 49.00 shipping and 18 % tax on top. */
export function orderRow(order: SoldOrder): string {
  const { name, day, price, quantity = 1, sku = 'KRT-101', title = 'Cotton Kurta' } = order;
  const subtotal = price * quantity;
  const tax = Math.round(subtotal * 18) / 100;
  const cells = [
    ...[name, order.email ?? 'asha@example.com', order.status ?? 'paid', 'fulfilled', 'INR'],
    ...[subtotal.toFixed(2), '49.00', tax.toFixed(2), (subtotal + 49 + tax).toFixed(2), '', '0.00'],
    ...[`${day} 12:00:00 +0530`, String(quantity), title, price.toFixed(2), sku, 'Asha Rao', 'KA', 'IN'],
    ...['Razorpay', order.refunded ?? '0.00', '', 'Tarang', '+91 98450 00001'],
  ];
  return cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** A Shopify orders export of these orders. */
export function ordersCsv(orders: readonly SoldOrder[]): string {
  return `${[HEADER, ...orders.map(orderRow)].join('\n')}\n`;
}

/** Two months of a small shop: 3 orders in September, 4 in October 2026, with costs, rent and courier's bills. */
export function smallShop(): Record<string, string> {
  const orders = ordersCsv([
    { name: '#1001', day: '2026-09-03', price: 1000 },
    { name: '#1002', day: '2026-09-12', price: 1000 },
    { name: '#1003', day: '2026-09-25', price: 500, sku: 'DUP-220', title: 'Silk Dupatta' },
    { name: '#1004', day: '2026-10-02', price: 1000 },
    { name: '#1005', day: '2026-10-09', price: 1000, quantity: 2 },
    {
      name: '#1006',
      day: '2026-10-20',
      price: 500,
      sku: 'DUP-220',
      title: 'Silk Dupatta',
      refunded: '590.00',
    },
    { name: '#1007', day: '2026-10-31', price: 500, sku: 'DUP-220', title: 'Silk Dupatta' },
  ]);
  return {
    'orders.csv': orders,
    'costs.csv': 'sku,unit_cost,valid_from\nKRT-101,400.00,2026-01-01\nDUP-220,200.00,2026-01-01\n',
    'expenses.csv': 'date,amount,category,note,every,until\n2026-01-01,310.00,rent,,month,\n',
    'shipping.csv':
      'order,date,courier,forward_cost,return_cost,outcome\n' +
      ['#1001', '#1002', '#1003']
        .map((order) => `${order},2026-09-26,Delhivery,60.00,,delivered\n`)
        .join('') +
      ['#1004', '#1005', '#1006', '#1007']
        .map((order) => `${order},2026-10-31,Delhivery,70.00,,delivered\n`)
        .join(''),
  };
}
