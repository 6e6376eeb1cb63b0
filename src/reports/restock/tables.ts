import type { Cell, Column, Table } from '../../domain/answer.ts';
import { roundHalfUp } from '../../domain/money.ts';
import { boughtOf, orderPrice, type Bought } from './buying.ts';
import type { RestockItem } from './restock-item.ts';
import type { Study } from './study.ts';

/** Everything in rows: the plan, what not to buy, letters, what the budget leaves out, moves between locations, unknown stock. */
export function restockTables(study: Study): readonly Table[] {
  return [
    planTable(study),
    overstockTable(study),
    lettersTable(study),
    leftOutTable(study),
    transfersTable(study),
    locationsTable(study),
    noStockTable(study),
  ];
}

type Kind = Column['unit'];

function columns(...all: readonly (readonly [id: string, label: string, unit: Kind])[]): readonly Column[] {
  return all.map(([id, label, unit]) => ({ id, label, unit }));
}

/** One decimal. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function cellOf(value: number | undefined | null): Cell {
  return value === undefined || value === null || Number.isNaN(value) ? null : value;
}

const PLAN_COLUMNS = columns(
  ['sku', 'SKU', 'text'],
  ['title', 'Product', 'text'],
  ['supplier', 'Supplier', 'text'],
  ['onHand', 'On hand', 'count'],
  ['committed', 'Committed', 'count'],
  ['onOrder', 'On order', 'count'],
  ['inboundReturns', 'Coming back', 'count'],
  ['dailyDemand', 'Sells a day', 'rate'],
  ['leadTimeDays', 'Lead time', 'days'],
  ['leadTimeSpread', 'Its spread', 'days'],
  ['leadTimeFrom', 'Lead time is', 'text'],
  ['serviceTarget', 'Service', 'ratio'],
  ['safetyStock', 'Safety stock', 'count'],
  ['reorderPoint', 'Reorder at', 'count'],
  ['orderUpTo', 'Order up to', 'count'],
  ['daysOfCover', 'Days of cover', 'days'],
  ['stockOutDate', 'Runs out', 'text'],
  ['orderQuantity', 'Order', 'count'],
  ['plannedQuantity', 'In the plan', 'count'],
  ['packs', 'Packs', 'count'],
  ['packSize', 'Pack', 'count'],
  ['cost', 'Cost', 'money'],
  ['profitAtRisk', 'Profit at risk', 'money'],
  ['saves', 'Saves', 'money'],
  ['lostAnyway', 'Lost anyway', 'money'],
  ['status', 'Status', 'text'],
  ['reason', 'Why', 'text'],
  ['confidence', 'Confidence', 'text'],
  ['historyDays', 'Days of history', 'days'],
  ['stockOutDays', 'Days without stock', 'days'],
  ['suspectedDays', 'Of them suspected', 'days'],
);

/** Cost and packs are those of what is wanted, or of what fills up an order; `plannedQuantity` is what the plan buys of it. */
function planTable({ items, bought }: Study): Table {
  const orders = new Map(bought.map((one) => [one.item.key, one]));
  return {
    id: 'plan',
    label: 'What to order',
    columns: PLAN_COLUMNS,
    rows: items.map((item) => planRow(item, orders.get(item.key) ?? boughtOf(item, 0))),
  };
}

/** One literal: rows of one shape take a third of the memory. */
function planRow(item: RestockItem, { quantity, saves, isFilling }: Bought): Table['rows'][number] {
  const { terms, stock, demand, levels } = item;
  const shown = Math.max(item.quantity, quantity);
  return {
    sku: item.sku,
    title: item.title,
    supplier: textOf(terms.supplier?.name),
    onHand: cellOf(stock?.onHand),
    committed: cellOf(stock && stock.onHand - stock.free),
    onOrder: item.onOrder,
    inboundReturns: item.inbound,
    dailyDemand: tenth(item.dailyDemand),
    leadTimeDays: item.leadDays,
    leadTimeSpread: tenth(terms.lead.spread),
    leadTimeFrom: terms.lead.basis,
    serviceTarget: item.service,
    safetyStock: Math.round(levels.safetyStock),
    reorderPoint: levels.reorderPoint,
    orderUpTo: levels.orderUpTo,
    daysOfCover: item.daysOfCover === null ? null : Math.floor(item.daysOfCover),
    stockOutDate: item.stockOutDate,
    orderQuantity: item.quantity,
    plannedQuantity: quantity,
    packs: roundHalfUp(shown / terms.pack),
    packSize: terms.pack,
    cost: shown === 0 ? 0 : cellOf(boughtOf(item, shown).cost),
    profitAtRisk: cellOf(item.profitAtRisk),
    saves: cellOf(saves),
    lostAnyway: cellOf(item.lostAnyway),
    status: item.status,
    reason: isFilling ? 'fills-minimum' : item.reason,
    confidence: item.confidence,
    historyDays: demand.knownDays,
    stockOutDays: demand.emptyDays + demand.suspectedDays,
    suspectedDays: demand.suspectedDays,
  };
}

function textOf(text: string | undefined): Cell {
  return text ?? null;
}

function overstockTable({ overstock }: Study): Table {
  return {
    id: 'overstock',
    label: 'What not to buy',
    columns: columns(
      ['sku', 'SKU', 'text'],
      ['title', 'Product', 'text'],
      ['onHand', 'On hand', 'count'],
      ['excess', 'Too much', 'count'],
      ['tiedUp', 'Money tied up', 'money'],
      ['weeksOfCover', 'Weeks of cover', 'count'],
      ['quietDays', 'Days without a sale', 'days'],
      ['markdown', 'Markdown', 'ratio'],
      ['clearancePrice', 'Price before tax', 'money'],
      ['status', 'Status', 'text'],
    ),
    rows: overstock.map(({ item, isDead, excess, tiedUp, weeksOfCover, markdown, price }) => ({
      ...{
        sku: item.sku,
        title: item.title,
        onHand: item.stock?.onHand ?? null,
        excess,
        tiedUp: cellOf(tiedUp),
      },
      weeksOfCover: weeksOfCover === undefined ? null : Math.round(weeksOfCover),
      quietDays: item.demand.quietDays ?? item.demand.ageDays,
      ...{ markdown: cellOf(markdown), clearancePrice: cellOf(price), status: isDead ? 'dead' : 'too-much' },
    })),
  };
}

function lettersTable({ orders }: Study): Table {
  return {
    id: 'letters',
    label: 'Orders to suppliers',
    columns: columns(
      ['supplier', 'Supplier', 'text'],
      ['po_number', 'Order no.', 'text'],
      ['items', 'Products', 'count'],
      ['quantity', 'Pieces', 'count'],
      ['amount', 'Amount', 'money'],
      ['wanted_by', 'Wanted by', 'text'],
      ['minimumReached', 'Minimum reached', 'text'],
      ['toMinimum', 'Missing to the minimum', 'money'],
      ['toFreeFreight', 'Missing to free freight', 'money'],
      ['filledUp', 'Products to fill up', 'count'],
    ),
    rows: orders.map(({ order, supplier, bought, amount, toMinimum, toFreeFreight }) => ({
      ...{ supplier: supplier.name, po_number: order.number, items: bought.length },
      quantity: bought.reduce((sum, { quantity }) => sum + quantity, 0),
      amount: bought.every(({ cost }) => cost === undefined) ? null : amount,
      ...{
        wanted_by: order.wantedBy ?? null,
        minimumReached: toMinimum > 0 ? 'no' : 'yes',
        toMinimum,
        toFreeFreight,
      },
      filledUp: bought.filter(({ isFilling }) => isFilling).length,
    })),
  };
}

function leftOutTable({ bought, options }: Study): Table {
  const cut = options.budget === undefined ? [] : bought.filter(({ quantity, wanted }) => quantity < wanted);
  return {
    id: 'leftOut',
    label: 'What the budget leaves out',
    columns: columns(
      ['sku', 'SKU', 'text'],
      ['title', 'Product', 'text'],
      ['wanted', 'Wanted', 'count'],
      ['quantity', 'In the plan', 'count'],
      ['cost', 'Costs more', 'money'],
      ['profitLost', 'Profit given up', 'money'],
      ['stockOutDate', 'Runs out', 'text'],
      ['reason', 'Why', 'text'],
    ),
    rows: cut.map(({ item, quantity, wanted, saves }) => {
      const all = boughtOf(item, wanted);
      const price = orderPrice(item);
      return {
        ...{ sku: item.sku, title: item.title, wanted, quantity },
        cost: price === undefined ? null : roundHalfUp(price * (wanted - quantity)),
        profitLost: all.saves === undefined ? null : all.saves - (saves ?? 0),
        stockOutDate: item.stockOutDate,
        reason: price === undefined ? 'no-price' : all.saves === saves ? 'saves-nothing' : 'budget',
      };
    }),
  };
}

function transfersTable({ transfers }: Study): Table {
  return {
    id: 'transfers',
    label: 'Move before buying',
    columns: columns(
      ['sku', 'SKU', 'text'],
      ['title', 'Product', 'text'],
      ['from', 'From', 'text'],
      ['to', 'To', 'text'],
      ['quantity', 'Pieces', 'count'],
    ),
    rows: transfers.map(({ item, from, to, quantity }) => ({
      sku: item.sku,
      title: item.title,
      from,
      to,
      quantity,
    })),
  };
}

function locationsTable({ locations }: Study): Table {
  return {
    id: 'locations',
    label: 'Stock by location',
    columns: columns(
      ['sku', 'SKU', 'text'],
      ['location', 'Location', 'text'],
      ['onHand', 'On hand', 'count'],
      ['need', 'Lacks', 'count'],
      ['surplus', 'Can give', 'count'],
    ),
    rows: locations.map(({ item, location, onHand, need, surplus }) => ({
      sku: item.sku,
      location,
      onHand,
      need,
      surplus,
    })),
  };
}

function noStockTable({ items }: Study): Table {
  return {
    id: 'noStock',
    label: 'Stock not known',
    columns: columns(
      ['sku', 'SKU', 'text'],
      ['title', 'Product', 'text'],
      ['dailyDemand', 'Sells a day', 'rate'],
      ['wouldTell', 'What would tell', 'text'],
    ),
    rows: items
      .filter(({ status }) => status === 'unknown')
      .map(({ sku, title, dailyDemand }) => ({
        ...{ sku, title, dailyDemand: tenth(dailyDemand) },
        wouldTell: 'an inventory export, or a stock count with the columns sku, as_of, on_hand',
      })),
  };
}
