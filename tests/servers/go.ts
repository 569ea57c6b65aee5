/** What is built from a Go module needs the Go compiler, which fetches the sources from the module proxy. */
export const GO = {
  program: "go",
  folder: "/usr/local/go/bin",
  missing: "Go is not installed (https://go.dev/dl)",
};
