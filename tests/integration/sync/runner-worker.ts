// A process that does nothing but run the jobs, as the application does where no Inngest is configured.
import { startEmbeddedRunner } from "@/inngest/embedded";

startEmbeddedRunner();
