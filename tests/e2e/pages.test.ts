import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findChromium } from "../../scripts/test/find-chromium";
import { launchBrowser } from "./browser/launch";
import { ADMIN, type Product, startProduct } from "./product";

const missing = findChromium() ? null : "there is no Chromium: apt-get install chromium";

let product: Product;
let browser: Browser;
let signedIn: BrowserContext;

async function signIn(page: Page, password = ADMIN.password): Promise<void> {
  await page.getByLabel("E-mail").fill(ADMIN.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** A page of the signed-in administrator, and everything that went wrong in it. */
async function open(path: string): Promise<{ page: Page; problems: string[] }> {
  const page = await signedIn.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (line) => {
    if (line.type() === "error") problems.push(line.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(product.url) && !request.url().startsWith("data:")) {
      problems.push(`asked ${request.url()}`);
    }
  });
  await page.goto(product.url + path);
  return { page, problems };
}

const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

describe.skipIf(missing)(`in a real browser${missing ? ` (${missing})` : ""}`, () => {
  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
    signedIn = await browser.newContext({ reducedMotion: "reduce" });
    const page = await signedIn.newPage();
    await page.goto(`${product.url}/airports?country=DE`);
    await page.waitForURL(/\/login/);
    await signIn(page);
    await page.waitForURL(/\/airports\?country=DE/);
    await page.close();
    await vi.waitFor(
      async () => {
        const reply = await fetch(`${product.url}/api/airports?limit=1`);
        expect(await reply.json()).toHaveLength(1);
      },
      { timeout: 90_000, interval: 500 },
    );
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  test("a wrong password is said, and opens nothing", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${product.url}/login`);
    await signIn(page, "not the password");
    await page.getByText("E-mail or password is not right").first().waitFor();
    expect(new URL(page.url()).pathname).toBe("/login");
    await page.context().close();
  });

  test.each([
    ["/", "Overview"],
    ["/airports", "Airports"],
    ["/sync", "Data Sync"],
  ])("%s shows itself without an error and asks nobody outside", async (path, name) => {
    const { page, problems } = await open(path);
    await heading(page, name);
    await page.getByText("Not real flights.").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(problems).toEqual([]);
    await page.close();
  });

  test.each(["light", "dark"] as const)(
    "has no accessibility fault in %s",
    {
      timeout: 180_000,
    },
    async (colorScheme) => {
      for (const [path, name] of [
        ["/", "Overview"],
        ["/airports", "Airports"],
        ["/sync", "Data Sync"],
      ] as const) {
        const { page } = await open(path);
        await page.emulateMedia({ colorScheme });
        await heading(page, name);
        await page.waitForLoadState("networkidle");
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        await page.close();
      }
    },
  );

  test("an operator starts a sync, sees it come along, and cancels it", async () => {
    const { page } = await open("/sync");
    await page.getByRole("button", { name: "Start a sync" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await dialog.getByText("Cities", { exact: true }).click();
    await dialog.getByRole("button", { name: /Start|Ask for/ }).click();
    await page.getByRole("button", { name: "Cancel Cities" }).click({ timeout: 30_000 });
    const run = page.getByRole("row", { name: /^Cities .*Cancelled/ }).first();
    await run.waitFor({ timeout: 30_000 });
    await page.close();
  });

  test("a bar of the overview leads to exactly its airports", async () => {
    const { page } = await open("/");
    await heading(page, "Overview");
    const bar = page.getByRole("link", { name: /Germany/ }).first();
    await bar.click();
    await page.waitForURL(/\/airports\?.*country=DE/);
    // The first round may be adding airports: page and API are read again until nothing came between.
    await expect
      .poll(
        async () => {
          await page.reload();
          const text = await page
            .getByText(/[\d,]+\splaces?\b/)
            .first()
            .textContent();
          const reply = await fetch(
            `${product.url}/api/airports?country_code=DE&location_type=airport`,
          );
          return (
            text?.match(/([\d,]+)\splaces?\b/)?.[1]?.replaceAll(",", "") ===
            reply.headers.get("x-total-count")
          );
        },
        { timeout: 60_000 },
      )
      .toBe(true);
    await page.close();
  });

  test("the map draws itself without asking anybody outside", async () => {
    const { page, problems } = await open("/airports?q=FRA");
    await page.locator(".leaflet-container canvas").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(problems).toEqual([]);
    await page.close();
  });

  test("nothing is cut on a phone", async () => {
    const { page } = await open("/");
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ["/", "/airports", "/sync"]) {
      await page.goto(product.url + path);
      await page.waitForLoadState("networkidle");
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect([path, overflow]).toEqual([path, 0]);
    }
    await page.close();
  });

  test("after signing out, pages ask for a sign-in again", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${product.url}/login`);
    await signIn(page);
    await heading(page, "Overview");
    await page.getByRole("button", { name: /Administrator/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL(/\/login/);
    await page.goto(`${product.url}/sync`);
    await page.waitForURL(/\/login/);
    await context.close();
  });
});
