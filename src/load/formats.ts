import { amazonFeePreview } from './amazon/fba-fee-preview.ts';
import { amazonFbaInventory } from './amazon/fba-inventory.ts';
import { amazonReturns } from './amazon/fba-returns.ts';
import { amazonMtrB2b, amazonMtrB2c } from './amazon/mtr.ts';
import { amazonOrders } from './amazon/orders.ts';
import { amazonRange } from './amazon/range.ts';
import { amazonSettlement } from './amazon/settlement.ts';
import { baselineJson } from './baseline.ts';
import { flipkartCashback } from './flipkart/cashback.ts';
import { flipkartEarnMore, flipkartEarnMoreSkus } from './flipkart/earn-more.ts';
import { flipkartListings } from './flipkart/listings.ts';
import { flipkartOrders } from './flipkart/orders.ts';
import { flipkartOtherPayments } from './flipkart/other-payments.ts';
import { flipkartSales } from './flipkart/sales.ts';
import { flipkartSettlement } from './flipkart/settlement.ts';
import { ebayOrders } from './ebay/orders.ts';
import { ebayTransactions } from './ebay/transactions.ts';
import { etsyItems } from './etsy/items.ts';
import { etsyListings } from './etsy/listings.ts';
import { etsyOrders } from './etsy/orders.ts';
import { etsyStatement } from './etsy/statement.ts';
import type { Format, JsonFormat } from './format.ts';
import { meeshoOrders } from './meesho/orders.ts';
import { meeshoAds, meeshoCompensation, meeshoDisclaimer, meeshoReferrals } from './meesho/other-payments.ts';
import { meeshoPayments } from './meesho/payments.ts';
import { meeshoTaxInvoices } from './meesho/tax-invoices.ts';
import { meeshoTcsReturns, meeshoTcsSales } from './meesho/tcs.ts';
import { ownerAds } from './owner/ads.ts';
import { ownerCosts } from './owner/costs.ts';
import { ownerExpenses } from './owner/expenses.ts';
import { ownerOrderLines } from './owner/order-lines.ts';
import { ownerOrders } from './owner/orders.ts';
import { ownerProducts } from './owner/products.ts';
import { ownerPurchaseOrders } from './owner/purchase-orders.ts';
import { ownerRivals } from './owner/rivals.ts';
import { ownerShipping } from './owner/shipping.ts';
import { ownerStockHistory } from './owner/stock-history.ts';
import { ownerStock } from './owner/stock.ts';
import { ownerSuppliers } from './owner/suppliers.ts';
import { magentoOrders } from './magento/orders.ts';
import { magentoProducts } from './magento/products.ts';
import { paypalActivity } from './paypal/activity.ts';
import { razorpayRecon } from './razorpay/recon.ts';
import { shopifyJsonOrders, shopifyJsonProducts } from './shopify-json.ts';
import { shopifyCustomers } from './shopify/customers.ts';
import { shopifyInventory } from './shopify/inventory.ts';
import { shopifyPayments } from './shopify/payments.ts';
import { shopifyPayouts } from './shopify/payouts.ts';
import { shopifyProducts } from './shopify/products.ts';
import { shopifyOrders } from './shopify/orders.ts';
import { squareItems } from './square/items.ts';
import { squareTransactions } from './square/transactions.ts';
import { snapdealOrders } from './snapdeal/orders.ts';
import { temuEntries } from './temu/entries.ts';
import { temuOrders } from './temu/orders.ts';
import { temuSettled } from './temu/settled.ts';
import { tiktokOrders } from './tiktok/orders.ts';
import { stripeActivity, stripeBalance } from './stripe/balance.ts';
import { stripePayments, stripePaymentsReduced } from './stripe/payments.ts';
import { wooAlgol } from './woocommerce/algol.ts';
import { wooAnalytics } from './woocommerce/analytics.ts';
import { wooCoupons, wooTaxRates } from './woocommerce/known-but-not-used.ts';
import { wooProducts } from './woocommerce/products.ts';
import { wooRestOrders } from './woocommerce/rest-orders.ts';
import { wooRestProducts } from './woocommerce/rest-products.ts';
import { wooWebtoffee } from './woocommerce/webtoffee.ts';

/** Every kind of delimited export that can be read: one line per format. */
export const FORMATS: readonly Format[] = [
  shopifyOrders,
  shopifyProducts,
  shopifyInventory,
  shopifyCustomers,
  shopifyPayments,
  shopifyPayouts,
  wooWebtoffee,
  wooAlgol,
  wooAnalytics,
  wooProducts,
  wooTaxRates,
  wooCoupons,
  razorpayRecon,
  paypalActivity,
  magentoOrders,
  magentoProducts,
  snapdealOrders,
  tiktokOrders,
  temuOrders,
  temuSettled,
  temuEntries,
  stripePayments,
  stripePaymentsReduced,
  stripeBalance,
  stripeActivity,
  flipkartOrders,
  flipkartSales,
  flipkartCashback,
  flipkartSettlement,
  flipkartOtherPayments,
  flipkartEarnMore,
  flipkartEarnMoreSkus,
  flipkartListings,
  meeshoOrders,
  meeshoPayments,
  meeshoAds,
  meeshoReferrals,
  meeshoCompensation,
  meeshoDisclaimer,
  meeshoTcsSales,
  meeshoTcsReturns,
  meeshoTaxInvoices,
  etsyItems,
  etsyOrders,
  etsyStatement,
  etsyListings,
  ebayTransactions,
  ebayOrders,
  squareTransactions,
  squareItems,
  amazonSettlement,
  amazonRange,
  amazonOrders,
  amazonFbaInventory,
  amazonReturns,
  amazonFeePreview,
  amazonMtrB2c,
  amazonMtrB2b,
  ownerOrders,
  ownerOrderLines,
  ownerProducts,
  ownerExpenses,
  ownerCosts,
  ownerSuppliers,
  ownerPurchaseOrders,
  ownerShipping,
  ownerAds,
  ownerStock,
  ownerStockHistory,
  ownerRivals,
];

/** Every kind of JSON export that can be read: one line per format. */
export const JSON_FORMATS: readonly JsonFormat[] = [
  shopifyJsonOrders,
  shopifyJsonProducts,
  wooRestOrders,
  wooRestProducts,
  baselineJson,
];
