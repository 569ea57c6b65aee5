#!/bin/sh
echo "Prisma's schema engine is not installed. Use: npm run db:migrate, npm run db:status" >&2
exit 1
