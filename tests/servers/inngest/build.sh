#!/bin/sh
# Builds the Inngest server from its Go module. usage: build.sh GO OUT (Go >= 1.26.4; about 4 minutes on two cores, 140 MB)
set -eu
go=$1
out=$2
work=$out.work
# What Go unpacks may not be written to, and so not be removed either.
clear_work() { if [ -d "$work" ]; then chmod -R u+w "$work"; rm -rf "$work"; fi; }
clear_work
trap clear_work EXIT
mkdir -p "$work"
cd "$work"

# The replaced module has withdrawn the version that one of the dependencies asks for.
cat > go.mod <<'MOD'
module inngest-server

go 1.26

require github.com/inngest/inngest v1.43.0

replace github.com/tencentcloud/tencentcloud-sdk-go v3.0.82+incompatible => github.com/tencentcloud/tencentcloud-sdk-go v1.0.191

tool github.com/inngest/inngest/cmd
MOD
"$go" mod tidy

# The module's archive lacks the documentation pages that one of its packages embeds: build from a copy that has a page.
module=$("$go" list -m -f '{{.Dir}}' github.com/inngest/inngest)
cp -R "$module" source
chmod -R u+w source
mkdir -p source/internal/embeddocs/website/pages/docs
echo '# none' > source/internal/embeddocs/website/pages/docs/index.md
"$go" mod edit -replace github.com/inngest/inngest=./source
"$go" build -trimpath -buildvcs=false -ldflags='-s -w' -o "$out" github.com/inngest/inngest/cmd
