import { serveAuth } from "@/lib/auth/serve-auth";

const handle = async (request: Request, context: { params: Promise<{ nextauth: string[] }> }) =>
  serveAuth(request, (await context.params).nextauth);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
