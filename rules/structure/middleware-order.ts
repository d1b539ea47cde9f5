import { memberProcedure, requireUserMiddleware, createRateLimitMiddleware } from "./procedures";
import cors from "cors";
import express from "express";
import rateLimit from "express-rate-limit";
import helmet from "helmet";
import morgan from "morgan";
import { errorHandler } from "./errors";
import { requestId, requireAuth, requireRole, validateBody } from "./middleware";
import { compress } from "./compress";

function inOrder() {
  const app = express();
  // ok: structure/middleware-order
  app.use(requestId());
  app.use(morgan("combined"));
  app.use(express.json());
  app.use(cors());
  app.use(helmet());
  app.use(compress());
  app.use(rateLimit({ windowMs: 60_000, max: 100 }));
  // ok: structure/middleware-order
  app.get("/health", (req, res) => res.json({ status: "up" }));
  // ok: structure/middleware-order
  app.use(requireAuth);
  app.get("/orders", (req, res) => res.json([]));
  // ok: structure/middleware-order
  app.use(errorHandler);
  return app;
}

function headersBehindAuthentication() {
  const app = express();
  app.use(requireAuth);
  // ruleid: structure/middleware-order
  app.use(helmet());
  app.get("/orders", (req, res) => res.json([]));
  return app;
}

function limitBehindAuthentication() {
  const app = express();
  app.use(cors());
  app.use(requireAuth);
  // ruleid: structure/middleware-order
  app.use(rateLimit({ max: 10 }));
  return app;
}

function severalTooLate() {
  const app = express();
  app.use(rateLimit({ max: 10 }));
  // ruleid: structure/middleware-order
  app.use(morgan("dev"));
  // ruleid: structure/middleware-order
  app.use(requestId());
  // ruleid: structure/middleware-order
  app.use(cors({ origin: "https://example.com" }));
  return app;
}

function behindRoutes() {
  const app = express();
  app.get("/orders", (req, res) => res.json([]));
  // ruleid: structure/middleware-order
  app.use(rateLimit({ max: 10 }));
  return app;
}

function errorsInFront() {
  const app = express();
  app.use(helmet());
  app.use(errorHandler);
  // ruleid: structure/middleware-order
  app.get("/orders", (req, res) => res.json([]));
  return app;
}

function authenticationBehindPrivateRoutes() {
  const app = express();
  app.get("/orders", (req, res) => res.json([]));
  // ruleid: structure/middleware-order
  app.use(requireAuth);
  app.get("/accounts", (req, res) => res.json([]));
  return app;
}

function publicRoutesInFront() {
  const app = express();
  app.post("/login", (req, res) => res.json({ ok: true }));
  app.get("/health", (req, res) => res.json({ status: "up" }));
  // ok: structure/middleware-order
  app.use(requireAuth);
  app.get("/orders", (req, res) => res.json([]));
  return app;
}

function oneCall() {
  const app = express();
  // ok: structure/middleware-order
  app.use(helmet(), rateLimit({ max: 5 }), requireAuth);
  return app;
}

function scopedByPath() {
  const app = express();
  app.use("/admin", requireAuth);
  // ok: structure/middleware-order
  app.use(cors());
  app.get("/orders", (req, res) => res.json([]));
  return app;
}

function twoRouters() {
  const admin = express.Router();
  admin.use(requireAuth);
  const open = express.Router();
  // ok: structure/middleware-order
  open.use(helmet());
  return [admin, open];
}

function unknownMiddleware(tenant: express.RequestHandler) {
  const app = express();
  app.use(tenant);
  // ok: structure/middleware-order
  app.use(helmet());
  return app;
}

function loggerOfErrors(morgan: { successHandler: express.Handler; errorHandler: express.Handler }) {
  const app = express();
  app.use(morgan.successHandler);
  app.use(morgan.errorHandler);
  // ok: structure/middleware-order
  app.use(helmet());
  // ok: structure/middleware-order
  app.get("/orders", (req, res) => res.json([]));
  return app;
}

function preflightInFront() {
  const app = express();
  app.options("*", cors());
  // ok: structure/middleware-order
  app.use(cors());
  // ok: structure/middleware-order
  app.use(helmet());
  return app;
}

// A chain from something imported is no application.
export const modify = memberProcedure
  .use(requireUserMiddleware)
  // ok: structure/middleware-order
  .use(createRateLimitMiddleware("update", 10, "1 m"))
  .mutation(async () => ({}));

function checksOfTheBody() {
  const app = express();
  app.use(express.json());
  app.use(rateLimit({ max: 10 }));
  // What looks through cookies and bodies sets no headers.
  // ok: structure/middleware-order
  app.use(csrf());
  // ok: structure/middleware-order
  app.use(xss());
  // ok: structure/middleware-order
  app.use(mongoSanitize());
  return app;
}

function errorsBeforeMountedRoutes() {
  const app = express();
  app.use(errorHandler);
  // ruleid: structure/middleware-order
  app.use("/orders", reports);
  return app;
}

const reports = express.Router();
reports.get("/", (req, res) => res.json([]));

const late = express()
late.use((error: any, req: any, res: any, next: any) => res.status(500).json({ error: 'failed', code: 500 }))
// ruleid: structure/middleware-order
late.get('/users', (req: any, res: any) => res.json([]))

const timely = express()
timely.use((req: any, res: any, next: any) => next())
// ok: structure/middleware-order
timely.get('/users', (req: any, res: any) => res.json([]))
timely.use((error: any, req: any, res: any, next: any) => res.status(500).json({ error: 'failed', code: 500 }))

// What only answers for bodies that cannot be parsed belongs to the parser.
const strict = express()
strict.use(express.json())
strict.use((error: any, req: any, res: any, next: any) => {
  if (error instanceof SyntaxError) {
    return res.status(400).json({ error: 'No JSON', code: 400 })
  }
  next(error)
})
// ok: structure/middleware-order
strict.get('/users', (req: any, res: any) => res.json([]))

// Servers that each get an application of their own from the same helper.
class Servers {
  startPublic() {
    const server = this.makeServer()
    // ok: structure/middleware-order
    server.use(helmet())
    server.get('/grants/:id', (req: any, res: any) => res.json({}))
    return server
  }

  startPrivate() {
    const server = this.makeServer()
    // ok: structure/middleware-order
    server.use(helmet())
    server.get('/tenants/:id', (req: any, res: any) => res.json({}))
    // ruleid: structure/middleware-order
    server.use(cors())
    return server
  }

  private makeServer() {
    const made = express()
    made.use(express.json())
    return made
  }
}

// What only says that all is well, and what only some settings switch on.
const collector = express()
collector.get('/api/v1', (req: any, res: any) => {
  res.send('OK')
})
if (global.__coverage__) {
  collector.get('/__coverage__', (req: any, res: any) => res.json(collect(global.__coverage__)))
}
// ok: structure/middleware-order
collector.use(requireAuth)
collector.get('/api/v1/users', (req: any, res: any) => res.json(listUsers()))
// ruleid: structure/middleware-order
collector.use(rateLimit({ max: 100 }))

// Sections: what anyone may read, then what a customer may do, then what only administrators may.
const shop = express.Router()
shop.get('/products', (req: any, res: any) => res.json([]))
// ok: structure/middleware-order
shop.use(requireAuth)
shop.post('/orders', (req: any, res: any) => res.json({}))
// ok: structure/middleware-order
shop.use(adminOnly)
shop.get('/orders', (req: any, res: any) => res.json([]))

const open = express.Router()
open.use('/public/events', events)
// ok: structure/middleware-order
open.use(requireAuth)
open.use('/events', events)

// What changes something before anyone is asked who he is.
const late = express.Router()
late.post('/orders', (req: any, res: any) => res.json({}))
// ruleid: structure/middleware-order
late.use(requireAuth)
late.get('/orders', (req: any, res: any) => res.json([]))

// What clients ask for before they can know how to prove themselves.
const discovery = express.Router()
discovery.get('/.well-known/oauth-protected-resource', (req: any, res: any) => res.json({}))
// ok: structure/middleware-order
discovery.use(requireAuth)
discovery.get('/orders', (req: any, res: any) => res.json([]))

// One who reads stands in front on purpose, however the writing ones behind answer.
function pageBeforeAuthentication() {
  const app = express();
  app.get("/link", (req, res) => res.sendFile("link.html"));
  // ok: structure/middleware-order
  app.use(requireAuth);
  app.post("/accounts", async (req, res) => {
    await accounts.add(req.body);
    res.json({ status: "ok" });
  });
  return app;
}
