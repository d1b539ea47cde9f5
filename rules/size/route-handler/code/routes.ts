import express from "express";

const app = express();

// ok: size/route-handler
app.get("/orders", async (req, res) => {
  // Comments and empty lines do not count.

  const orders = await load();

  /* Neither do those of
     several lines. */
  const page = orders.slice(0, 20);

  res.json(page);
});

// ruleid: size/route-handler
app.post("/orders", async (req, res) => {
  const order = req.body;
  order.state = "new";
  order.created = new Date().toISOString();
  order.save(); // placed
  res.status(201).json(order);
});
