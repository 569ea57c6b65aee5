import { serveJobs } from "@/inngest/serve-jobs";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveJobs;
