from decimal import Decimal

from pydantic import BaseModel
from sqlalchemy import Column, Float, Integer, Numeric


class Order(BaseModel):
    # ruleid: api/money-float
    price: float
    # ruleid: api/money-float
    total_amount: float = 0
    # ok: api/money-float
    weight: float
    # ok: api/money-float
    fee: Decimal


class Row(Base):
    # ruleid: api/money-float
    balance = Column(Float)
    # ok: api/money-float
    cost = Column(Numeric(10, 2))
    # ok: api/money-float
    price_cents = Column(Integer)


def create(body):
    # ruleid: api/money-float
    price = float(body["value"])
    # ruleid: api/money-float
    save(float(body["amount"]))
    # ok: api/money-float
    cents = round(float(body["amount"]) * 100)
    # ok: api/money-float
    tax = Decimal(body["tax"])
    # ok: api/money-float
    ratio = float(body["ratio"])
    return price, cents, tax, ratio


class Invoice(models.Model):
    # ruleid: api/money-float
    amount = models.FloatField(default=0)
    # ok: api/money-float
    total = models.DecimalField(max_digits=10, decimal_places=2)
    # ok: api/money-float
    exchange_rate = models.FloatField()


class Bill(Base):
    # ruleid: api/money-float
    unit_price: Mapped[float] = mapped_column()
    # ruleid: api/money-float
    fee: float | None = None
    # ruleid: api/money-float
    tax: float = Field(gt=0)
    # ok: api/money-float
    discount_percent: float


class Payment(db.Model):
    # ruleid: api/money-float
    amount = db.Column("paid", db.Float(), nullable=False)
    # ruleid: api/money-float
    total: Mapped[float] = mapped_column(sa.Float)
    # ok: api/money-float
    amount_ml = db.Column(db.Float)


@dataclass
class Progress:
    # ok: api/money-float
    total: float
    # ok: api/money-float
    missing_amount: Optional[float] = None


@strawberry.type
class Charge:
    # ruleid: api/money-float
    cost: Optional[float] = None


def cheapest(offers, currency):
    # ok: api/money-float
    best_price = float("inf")
    for offer in offers:
        # ok: api/money-float
        best_cost = float('-inf')
    return best_price, best_cost


def is_amount(amount):
    try:
        # ok: api/money-float
        float(amount)
    except ValueError:
        return False
    return True


def in_cents(price):
    # ok: api/money-float
    return to_cents(float(price))


def dearer(row, price):
    # ok: api/money-float
    if float(row.cost) > 0 and price != float(row.price):
        # ruleid: api/money-float
        return float(row.cost)
    return None


def costs_of(stats):
    return [
        {
            # ruleid: api/money-float
            "cost": float(stat.cost),
            # ok: api/money-float
            "share": f"{float(stat.share) * 100:.0f}%",
        }
        for stat in stats
    ] + [
        # ruleid: api/money-float
        Entry(fee=float(stats[0].value),
              # ok: api/money-float
              share=float(stats[0].share)),
    ]


invoices = sa.Table(
    "invoices",
    metadata,
    # ruleid: api/money-float
    sa.Column("total", sa.Float),
    # ok: api/money-float
    sa.Column("tax", sa.Numeric(10, 2)),
    # ok: api/money-float
    sa.Column("weight", sa.Float),
)


class Ticket(peewee.Model):
    # ruleid: api/money-float
    resale_price = peewee.DoubleField(default=0)
    # ok: api/money-float
    latitude = peewee.DoubleField(null=True)
