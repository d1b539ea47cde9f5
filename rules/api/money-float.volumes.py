# An amount here is one of milk, and a total one of steps.
from django.db import models
from pydantic import BaseModel


class Feeding(models.Model):
    # ok: api/money-float
    amount = models.FloatField(blank=True, null=True)
    method = models.CharField(max_length=255)

    class Meta:
        ordering = ["-start"]


class Progress(BaseModel):
    # ok: api/money-float
    total: float
    taxonomy: str


def read(row):
    # ok: api/money-float
    amount = float(row["amount"])
    return Feeding(amount=amount)
