import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../../scripts/test/find-chromium";
import { launchBrowser } from "./browser/launch";
import { ADMIN, type Product, startProduct } from "./product";

const missing = findChromium() ? null : "there is no Chromium: apt-get install chromium";

let product: Product;
let browser: Browser;

/** The page of the documentation, and every request of it that went elsewhere. */
async function open(context: BrowserContext): Promise<{ page: Page; outside: string[] }> {
  const page = await context.newPage();
  const outside: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(product.url) && !url.startsWith("data:")) outside.push(url);
  });
  await page.goto(`${product.url}/docs`);
  return { page, outside };
}

/** Tries the list of airports with what the page has filled in, and returns the answer's status. */
async function tryAirports(page: Page): Promise<string> {
  const operation = page.locator("#operations-Airports-listAirports");
  await operation.locator("button.opblock-summary-control").click();
  const answered = page.waitForResponse(/\/api\/airports\?.*country_code=DE/);
  await operation.locator("button.execute").click();
  const status = (await answered).status();
  await operation.locator(".live-responses-table .response").first().waitFor();
  return String(status);
}

describe.skipIf(missing)(`where reads are closed${missing ? ` (${missing})` : ""}`, () => {
  beforeAll(async () => {
    product = await startProduct({ env: { API_PUBLIC_READS: "false" } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  test("/docs explains itself, and opens for who signs in or has a key", async () => {
    const people = await browser.newContext();
    const { page, outside } = await open(people);
    await page.getByRole("heading", { name: "The API of DST Airlines" }).waitFor();
    await page.getByRole("link", { name: "sign in" }).click();
    await page.getByLabel("E-mail").fill(ADMIN.email);
    await page.getByLabel("Password", { exact: true }).fill(ADMIN.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/api\/docs/);
    expect(await tryAirports(page)).toBe("200");
    const key = await page.evaluate(async () => {
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ name: "Documentation", scopes: ["read"] });
      const made = await fetch("/api/keys", { method: "POST", headers, body });
      return String((await made.json()).key);
    });
    expect(outside).toEqual([]);
    await people.close();

    const phone = await browser.newContext({ viewport: { width: 375, height: 740 } });
    const program = await open(phone);
    await program.page.getByLabel("Key").fill("dst_nonsense");
    const refused = program.page.waitForResponse(/openapi\.json/);
    await program.page.getByRole("button", { name: "Open" }).click();
    expect((await refused).status()).toBe(401);
    expect(await program.page.locator(".opblock").count()).toBe(0);
    await program.page.getByLabel("Key").fill(key);
    await program.page.getByRole("button", { name: "Open" }).click();
    expect(await tryAirports(program.page)).toBe("200");
    const width = await program.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(375);
    expect(program.outside).toEqual([]);
    await phone.close();
  });
});
